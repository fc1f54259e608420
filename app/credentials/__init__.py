"""Secrets: the archive's key and the providers' keys. The only importer of keyring and cryptography."""
