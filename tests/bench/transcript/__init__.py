"""The bench of the transcript."""
