"""Stand-ins for the outside world, only where a scripted fault is needed."""
