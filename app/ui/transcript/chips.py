"""The chips that name the files of a question, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.tokens import ICON, SMALL

CHIP, CHIP_GAP = 28, 8
CHIP_ICON, CHIP_TEXT, CHIP_END = 6, 6 + ICON + 6, 8
_LONGEST = 240


def areas(names: Sequence[str], width: int) -> list[QRect]:
    """Return where each name's chip lies in a width."""
    metrics = QFontMetrics(font(SMALL))
    found: list[QRect] = []
    left = top = 0
    for name in names:
        needed = min(
            scaled(_LONGEST), width, metrics.horizontalAdvance(name) + scaled(CHIP_TEXT) + CHIP_END + 1
        )
        if left and left + needed > width:
            left, top = 0, top + scaled(CHIP) + CHIP_GAP
        found.append(QRect(left, top, needed, scaled(CHIP)))
        left += needed + CHIP_GAP
    return found


def height(names: Sequence[str], width: int) -> int:
    """Return how high they are together, with the room below them."""
    found = areas(names, width)
    return found[-1].bottom() + 1 + CHIP_GAP if found else 0
