"""The dialogs in which conversations are taken elsewhere, and brought in from there."""
