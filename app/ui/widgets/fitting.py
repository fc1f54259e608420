"""How wide what a dialog holds may be: as the look has it, or as its window has room for."""

from PySide6.QtWidgets import QWidget

from app.ui.theme.scale import scaled

_AROUND = 24  # on each side of what is in a dialog
_LEAST = 240  # below that a dialog rather reaches out of its window


def fitting(width: int, parent: QWidget) -> int:
    """Return the look's `width` as large as the person wants it, but no wider than the parent's window."""
    return min(scaled(width), room_in(parent))


def room_in(parent: QWidget) -> int:
    """Return how wide the inside of a dialog may be, so that the dialog lies within the parent's window."""
    return max(_LEAST, parent.window().width() - 2 * _AROUND)
