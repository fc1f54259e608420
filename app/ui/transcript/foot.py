"""The row beneath a message: its small print, and the room that is kept for what can be done with it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class Foot:
    """`line` is the row over the column's width, `versions` where ‹ 2/3 › is painted, `free` is not painted on."""

    line: QRect
    versions: QRect | None
    free: QRect
