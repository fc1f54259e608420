"""The machine beneath: paths, clock, logging with redaction, the profile's lock, hardening."""
