"""Pages that take the place of the conversation."""
