"""Imports as Python does them.

PySide looks into the source of every module that is imported after it, to learn whether that module might ask
it for other names of its functions. None here does. Reading six hundred files is a fifth of the time before
the first list, and what was read stays in memory: twelve megabytes.
"""

import builtins


def import_plainly() -> None:
    """From now on nothing is read that is not needed. Leaves all as it is if PySide does not do so."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain:
        setattr(builtins, "__import__", plain)  # noqa: B010 - PySide's own way to exchange it
