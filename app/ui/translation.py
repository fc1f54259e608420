"""The words of the window in the language of the person."""

from PySide6.QtCore import QCoreApplication

_CONTEXT = "sotto"


def tr(words: str) -> str:
    """Return `words`, always a literal, as the installed translation has them; in English without one."""
    return QCoreApplication.translate(_CONTEXT, words)


def said(words: str) -> str:
    """Mark words of a table that is made before the language is known. They stay in English."""
    return words


def translated(words: str) -> str:
    """Return words that were marked by `said`, as the installed translation has them."""
    return tr(words) if words else words
