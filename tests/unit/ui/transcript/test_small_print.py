from itertools import product

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from app.domain.conversation import Versions
from app.domain.ids import ItemId
from app.domain.item import ItemState, Role
from app.domain.usage import Usage
from app.ui.theme.theme import Theme
from app.ui.transcript.small_print import (
    ARROW,
    arrow_places,
    paint_versions,
    small_print,
    versions_width,
    versions_words,
)
from tests.unit.ui.conftest import MakeItem

VERSIONS = Versions((ItemId("a"), ItemId("b"), ItemId("c")), 1)


def test_it_tells_who_and_when_and_what_was_done(make_item: MakeItem) -> None:
    question = make_item(Role.PERSON, "Why?", revision=1, is_pinned=True, is_excluded=True)
    assert small_print(question, None) == "You · 10:41 · Edited · Pinned · Left out"
    reply = make_item(Role.MODEL, "So.", ItemState.STOPPED)
    assert small_print(reply, Usage(1, 4120), "Thinking") == (
        "gpt-5 · 10:41 · 4\u202f120 tokens · Stopped · Thinking"
    )
    assert "· 1 token ·" in small_print(reply, Usage(1, 1))


def test_versions_are_told_in_words() -> None:
    assert versions_words(VERSIONS) == "version 2 of 3"


def test_the_arrows_stand_at_the_ends_and_change_places_with_the_direction() -> None:
    area = QRect(10, 0, 60, 16)
    left, right = QRect(10, 0, ARROW, 16), QRect(54, 0, ARROW, 16)
    assert arrow_places(area, leftward=False) == ((-1, left), (1, right))
    assert arrow_places(area, leftward=True) == ((-1, right), (1, left))


def test_an_arrow_that_leads_nowhere_is_pale(theme: Theme) -> None:
    first = Versions(VERSIONS.items, 0)
    area = QRect(0, 0, versions_width(first), 16)
    assert _darkest(_painted(first, area, theme), 0) > _darkest(_painted(VERSIONS, area, theme), 0)


def _painted(versions: Versions, area: QRect, theme: Theme) -> QImage:
    picture = QImage(area.size(), QImage.Format.Format_RGB32)
    picture.fill(theme.colour("ground"))
    painter = QPainter(picture)
    paint_versions(painter, area, versions, theme)
    painter.end()
    return picture


def _darkest(picture: QImage, left: int) -> int:
    places = product(range(left, left + ARROW), range(picture.height()))
    return min(picture.pixelColor(*place).lightness() for place in places)
