"""How the room is shared between a conversation and its panel."""

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.panels.panel_column import LEAST_WIDTH, USUAL_WIDTH, PanelColumn
from app.ui.panels.panel_split import PanelSplit
from app.ui.theme.theme import Theme


@pytest.fixture
def split(qtbot: QtBot, theme: Theme) -> PanelSplit:
    made = PanelSplit(QWidget, partial(PanelColumn, theme))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    return made


def open_panel(split: PanelSplit) -> None:
    split.widget(1).show()
    split.place()


def test_without_a_panel_the_conversation_has_all_the_room(split: PanelSplit) -> None:
    assert split.sizes() == [1000, 0]
    assert not split.covers


def test_a_panel_has_its_width_beside_the_conversation(split: PanelSplit) -> None:
    open_panel(split)
    assert split.sizes()[1] == USUAL_WIDTH
    split.set_width(500)
    assert split.sizes()[1] == 500
    split.set_width(10)
    assert split.sizes()[1] == LEAST_WIDTH


def test_the_panel_keeps_its_width_when_the_window_grows(split: PanelSplit) -> None:
    open_panel(split)
    split.resize(1400, 600)
    assert split.sizes()[1] == USUAL_WIDTH


def test_the_conversation_keeps_what_it_needs(split: PanelSplit) -> None:
    open_panel(split)
    split.set_width(900)
    assert split.sizes()[0] >= 360


def test_in_a_narrow_window_the_panel_takes_the_conversations_place(split: PanelSplit) -> None:
    open_panel(split)
    split.resize(480, 600)
    assert split.covers
    assert not split.widget(0).isVisible()
    split.resize(1000, 600)
    assert split.widget(0).isVisible()
    split.resize(480, 600)
    split.widget(1).hide()
    split.place()
    assert split.widget(0).isVisible()


def test_a_width_that_a_person_gives_is_told(qtbot: QtBot, split: PanelSplit) -> None:
    open_panel(split)
    with qtbot.waitSignal(split.width_chosen) as told:
        split.moveSplitter(500, 1)
    assert told.args == [split.sizes()[1]]
