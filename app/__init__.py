"""Sotto: a desktop window onto any language model, whose whole history is encrypted on your own disk."""

__version__ = "0.1.0"
