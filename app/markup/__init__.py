"""Markdown understood once for all. The only importer of markdown-it; knows nothing of Qt."""
