"""The text of growing replies, collected until it is worth drawing."""

import time
from collections.abc import Mapping

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.ids import ItemId
from app.ui.theme.tokens import FRAME_MS
from app.ui.transcript.growth import Growth

ONE, OTHER = ItemId("one"), ItemId("other")


class Drawing:
    """Where growth is drawn, in `seconds`."""

    def __init__(self, seconds: float = 0) -> None:
        self.drawn: list[Mapping[ItemId, str]] = []
        self.moments: list[float] = []
        self._seconds = seconds
        self.owner = QObject()
        self.growth = Growth(self._draw, self.owner)

    def _draw(self, texts: Mapping[ItemId, str]) -> None:
        self.moments.append(time.monotonic())
        self.drawn.append(texts)
        time.sleep(self._seconds)


def test_what_arrives_within_a_frame_is_drawn_together(qtbot: QtBot) -> None:
    drawing = Drawing()
    for item, text in ((ONE, "a"), (OTHER, "x"), (ONE, "b")):
        drawing.growth.add(item, text)
    qtbot.waitUntil(lambda: bool(drawing.drawn))
    assert drawing.drawn == [{ONE: "ab", OTHER: "x"}]


def test_slow_drawing_gets_a_rest(qtbot: QtBot) -> None:
    drawing = Drawing(seconds=0.02)
    drawing.growth.add(ONE, "a")
    qtbot.waitUntil(lambda: bool(drawing.drawn))
    drawing.growth.add(ONE, "b")
    qtbot.waitUntil(lambda: len(drawing.drawn) == 2)
    first, second = drawing.moments
    assert second - first > 0.02 * 6


def test_the_painting_that_follows_counts_once(qtbot: QtBot) -> None:
    drawing = Drawing()
    drawing.growth.add(ONE, "a")
    qtbot.waitUntil(lambda: bool(drawing.drawn))
    drawing.growth.add(ONE, "b")
    drawing.growth.painted(0.015)
    drawing.growth.painted(60)
    qtbot.waitUntil(lambda: len(drawing.drawn) == 2)
    first, second = drawing.moments
    assert second - first > 0.015 * 10


def test_what_is_shown_whole_already_is_not_drawn_again(qtbot: QtBot) -> None:
    drawing = Drawing()
    drawing.growth.add(ONE, "a")
    drawing.growth.forget(ONE)
    qtbot.wait(2 * FRAME_MS)
    drawing.growth.add(ONE, "b")
    drawing.growth.clear()
    qtbot.wait(2 * FRAME_MS)
    assert drawing.drawn == []
