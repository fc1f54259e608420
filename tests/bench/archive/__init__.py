"""The archive's bench: what it holds, how it is measured, and its rows."""
