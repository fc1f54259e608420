"""How large everything is drawn."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme.scale import PERCENTS, nearest, percent, scaled, set_percent, step
from app.ui.theme.tokens import READING


@pytest.fixture(autouse=True)
def _usual(qapp: QApplication) -> Iterator[None]:
    yield
    set_percent(qapp, 100)


def test_everything_is_as_the_look_has_it_until_a_person_wants_it_otherwise(qapp: QApplication) -> None:
    assert (percent(), scaled(36), READING.size, READING.line) == (100, 36, 15, 24)
    set_percent(qapp, 200)
    assert (percent(), scaled(36), READING.size, READING.line) == (200, 72, 30, 48)


def test_a_size_between_the_steps_is_the_nearest_of_them(qapp: QApplication) -> None:
    set_percent(qapp, 117)
    assert percent() == 110
    assert (nearest(1), nearest(1000)) == (PERCENTS[0], PERCENTS[-1])


def test_steps_go_up_and_down_and_end() -> None:
    assert [step(100, 1), step(100, -1), step(200, 1), step(80, -1)] == [110, 90, 200, 80]
