"""A few words on one line."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.widgets.words_line import draw_words

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(("side", "first"), [(LEFT, True), (RIGHT, False)])
@pytest.mark.parametrize("words", ["48 k of 128 k", "מילה"])
def test_words_begin_at_the_edge_where_lines_begin(
    qapp: QApplication, side: Qt.LayoutDirection, first: bool, words: str
) -> None:
    picture = QImage(400, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(qapp.font())
    draw_words(painter, QRect(0, 0, 400, 20), words, side)
    painter.end()
    inked = [x for x in range(400) for y in range(20) if picture.pixelColor(x, y) != QColor("white")]
    assert (max(inked) < 200) is first
    assert (min(inked) > 200) is not first
