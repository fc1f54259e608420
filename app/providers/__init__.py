"""Model services. The only importer of openai."""
