"""Where a question is written and sent."""
