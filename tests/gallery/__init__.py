"""Pictures of the window, to be looked at. Nothing here is a test."""
