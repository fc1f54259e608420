"""The bench of what goes out of the archive and comes into it."""
