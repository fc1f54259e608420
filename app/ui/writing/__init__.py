"""Joins what is written to the core: questions, files, prompts, and what it will all cost."""
