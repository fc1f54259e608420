"""Where there is room in a message for what lies over it: its buttons, a field, a row of next steps."""

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class Foot:
    """Of the row, `free` is what nothing is painted in; `versions` is where they are told, if there are more.

    All of it is told in the coordinates of the view's viewport.
    """

    free: QRect
    versions: QRect | None


@dataclass(frozen=True, slots=True)
class Room:
    """A height that is kept free, `instead` of the message's text or else below it."""

    height: int
    instead: bool
