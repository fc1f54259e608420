"""Conversations on their way from one place of the sidebar to another, under the pointer.

What is carried is numbers, and they mean something in this window only: no title leaves it.
"""

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.ui.sidebar.wishes import Chosen
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, MEDIUM, RADIUS_ROW, ROW_HEIGHT
from app.ui.translation import tr
from app.ui.widgets.title import draw_title

_KIND = "application/x-sotto-rows"
_MARGIN, _WIDEST = 12, 240


class Carried(QMimeData):
    """`numbers` are there for this program alone; others see that something is carried, and no more."""

    def __init__(self, numbers: Chosen) -> None:
        super().__init__()
        self.numbers = numbers
        self.setData(_KIND, b"")


def carry(source: QWidget, theme: Theme, numbers: Chosen, title: str) -> None:
    """Let the pointer carry conversations until they are let go of."""
    words = title if len(numbers) == 1 else tr("{count} conversations").format(count=len(numbers))
    drag = QDrag(source)
    drag.setMimeData(Carried(numbers))
    drag.setPixmap(chip(theme, words, source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(-scaled(_MARGIN), scaled(ROW_HEIGHT) // 2))
    drag.exec(Qt.DropAction.MoveAction)


def carried(mime: QMimeData) -> Chosen:
    """Return what is carried, if that comes from a list of this window."""
    return mime.numbers if isinstance(mime, Carried) else ()


def chip(theme: Theme, words: str, ratio: float) -> QPixmap:
    """Draw what is seen beside the pointer."""
    letters = font(INTERFACE, MEDIUM)
    margin, height = scaled(_MARGIN), scaled(ROW_HEIGHT)
    width = min(scaled(_WIDEST), QFontMetrics(letters).horizontalAdvance(words) + 1 + 2 * margin)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRect(0, 0, width, height)
    painter.setPen(theme.colour("line"))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), RADIUS_ROW, RADIUS_ROW)
    painter.setPen(theme.colour("ink"))
    draw_title(painter, area.adjusted(margin, 0, -margin, 0), words, letters)
    painter.end()
    return picture
