"""The encrypted archive. The only importer of sqlcipher3."""
