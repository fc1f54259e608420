"""The little box that is empty or done."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import LIGHT
from app.ui.widgets.tick import paint_tick


@pytest.mark.parametrize(("done", "is_filled"), [(True, True), (False, False)])
def test_it_is_filled_once_it_is_done(theme: Theme, done: bool, is_filled: bool) -> None:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_tick(painter, QRectF(2, 2, 16, 16), theme, done=done)
    painter.end()
    assert (image.pixelColor(4, 10).name().upper() == LIGHT.accent) is is_filled
