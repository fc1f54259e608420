"""What was spent, drawn and in numbers."""
