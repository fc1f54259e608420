"""What is set for one conversation alone."""
