"""Where the row under a message lies, in which its small print stands and its buttons appear."""

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class Foot:
    """Of the row, `free` is what nothing is painted in; `versions` is where they are told, if there are more.

    All of it is told in the coordinates of the view's viewport.
    """

    free: QRect
    versions: QRect | None
