"""How full the context would be."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.panels.context_meter import ContextMeter
from app.ui.theme.theme import Theme
from tests.fakes.scripted_writing import OUTLOOK

NEAR = "\N{NO-BREAK SPACE}"


@pytest.fixture
def meter(qtbot: QtBot, theme: Theme) -> ContextMeter:
    made = ContextMeter(theme)
    qtbot.addWidget(made)
    return made


def test_it_says_how_much_of_how_much_and_how_sure_that_is(meter: ContextMeter) -> None:
    meter.show_outlook(OUTLOOK)
    assert meter.words == f"48{NEAR}k of 128{NEAR}k ± 2{NEAR}k"
    assert meter.accessibleName() == f"{meter.words} tokens of what the model reads"
    meter.show_outlook(replace(OUTLOOK, uncertainty=0))
    assert meter.words == f"48{NEAR}k of 128{NEAR}k"


def test_the_bar_is_as_long_as_it_is_full_and_of_another_colour_when_it_is_over(
    meter: ContextMeter, theme: Theme
) -> None:
    for tokens, is_over, tone in (
        (64_000, False, "accent"),
        (120_000, False, "warn"),
        (140_000, True, "bad"),
    ):
        meter.show_outlook(replace(OUTLOOK, tokens=tokens, is_over=is_over))
        meter.resize(meter.sizeHint())
        row = meter.height() // 2
        picture = meter.grab().toImage()
        colours = [picture.pixelColor(x, row) for x in range(meter.width() - 100, meter.width() - 4)]
        share = colours.count(theme.colour(tone)) / 96
        assert share == pytest.approx(min(1.0, tokens / 128_000), abs=0.05)


def test_where_there_is_no_room_the_bar_is_left(meter: ContextMeter) -> None:
    meter.show_outlook(OUTLOOK)
    wide = meter.sizeHint().width()
    meter.set_narrow(narrow=True)
    assert meter.sizeHint().width() < 60 < wide


def test_of_nothing_known_nothing_is_shown(meter: ContextMeter) -> None:
    meter.show_outlook(None)
    assert meter.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_presses_it_where_somebody_takes_the_press(
    qtbot: QtBot, meter: ContextMeter, key: Qt.Key
) -> None:
    meter.show_outlook(OUTLOOK)
    meter.set_pressable(pressable=True)
    with qtbot.waitSignal(meter.clicked):
        qtbot.keyClick(meter, key)
