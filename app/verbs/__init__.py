"""What the `sotto` command does without a window. Nothing here loads Qt.

The profile's lock is held meanwhile, so a verb and a window never meet.
"""
