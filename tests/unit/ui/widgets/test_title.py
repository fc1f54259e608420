"""A title on one line."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.theme.fonts import font
from app.ui.theme.tokens import INTERFACE
from app.ui.widgets.title import draw_title

LEFT, WIDTH = 10, 100


@pytest.mark.parametrize(
    "title", ["Celadon", "שלום", "A long title that has no room", "כותרת ארוכה מאוד שאין לה מקום"]
)
def test_every_title_begins_at_the_left_edge_and_ends_before_the_right_one(
    qapp: QApplication, title: str
) -> None:
    assert qapp
    image = QImage(LEFT + WIDTH + 50, 36, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_title(painter, QRect(LEFT, 0, WIDTH, 36), title, font(INTERFACE))
    painter.end()
    ink = [x for x in range(image.width()) for y in range(36) if image.pixelColor(x, y).lightness() < 128]
    assert LEFT <= min(ink) <= LEFT + 4
    assert max(ink) <= LEFT + WIDTH
