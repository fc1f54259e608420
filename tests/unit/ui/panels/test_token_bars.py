"""Bars, looked at in a picture."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.ui.panels.token_bars import TokenMeter, paint_bar
from app.ui.theme.theme import Theme

WHITE, INK = QColor("#FFFFFF"), QColor("#000000")


def bar(sure: float, most: float, *, from_right: bool = False) -> list[int]:
    """How dark a bar of 100 pixels is at each tenth of its length."""
    picture = QImage(100, 8, QImage.Format.Format_RGB32)
    picture.fill(WHITE)
    painter = QPainter(picture)
    paint_bar(painter, QRectF(0, 0, 100, 8), INK, sure, most, from_right=from_right)
    painter.end()
    return [255 - picture.pixelColor(x, 4).red() for x in range(5, 100, 10)]


def test_what_is_sure_is_full_and_what_may_be_is_faded() -> None:
    tones = bar(0.4, 0.6)
    assert tones[:4] == [255] * 4
    assert all(0 < tone < 255 for tone in tones[4:6])
    assert tones[6:] == [0] * 4
    assert bar(0.4, 0.6, from_right=True) == tones[::-1]


def test_even_the_smallest_share_is_seen() -> None:
    picture = QImage(100, 8, QImage.Format.Format_RGB32)
    picture.fill(WHITE)
    painter = QPainter(picture)
    paint_bar(painter, QRectF(0, 0, 100, 8), INK, 0.0, 0.0)
    painter.end()
    assert picture.pixelColor(0, 4) != WHITE


def test_the_meter_says_what_it_shows_and_when_it_is_too_much(qtbot: QtBot, theme: Theme) -> None:
    meter = TokenMeter(theme)
    qtbot.addWidget(meter)
    meter.show_tokens(50, 5, 100, "50 of 100 tokens")
    assert (meter.accessibleName(), meter.is_over) == ("50 of 100 tokens", False)
    meter.resize(100, 8)
    assert meter.grab().toImage().pixelColor(20, 4) == theme.colour("accent")
    meter.show_tokens(110, 5, 100, "too much")
    assert meter.is_over
    assert meter.grab().toImage().pixelColor(20, 4) == theme.colour("bad")
