"""The messages of the conversation that is shown."""
