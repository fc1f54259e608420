"""One file for each version of the archive's schema, never edited once released."""
