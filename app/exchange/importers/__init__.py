"""What other programs export, as conversations: one module for each program."""
