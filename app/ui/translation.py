"""The words of the window in the language of the person."""

from PySide6.QtCore import QCoreApplication

_CONTEXT = "sotto"


def tr(words: str) -> str:
    """Return `words`, always a literal, as the installed translation has them; in English without one."""
    return QCoreApplication.translate(_CONTEXT, words)
