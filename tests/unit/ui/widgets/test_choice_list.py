"""A short list of things to choose from."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.choice_list import Choice, ChoiceList

CHOICES = (
    Choice("Heading"),
    Choice("One\n\u202e", 1, "first"),
    Choice("Two", 2),
    Choice("Other"),
    Choice("Three", 3),
)


@pytest.fixture
def choices(qtbot: QtBot, theme: Theme) -> ChoiceList:
    made = ChoiceList(theme, "Choices")
    qtbot.addWidget(made)
    made.fill(CHOICES)
    return made


def test_steps_go_past_headings_and_round_the_end(choices: ChoiceList) -> None:
    seen = [choices.current]
    for by in (1, 1, 1, -1):
        choices.step(by)
        seen.append(choices.current)
    assert [choice and choice.value for choice in seen] == [1, 2, 3, 1, 3]


def test_names_are_plain_lines_and_are_read_with_what_is_beside_them(choices: ChoiceList) -> None:
    assert choices.names == ["Heading", "One", "Two", "Other", "Three"]
    index = choices.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "One, first"


def test_where_there_is_nothing_nothing_is_current(choices: ChoiceList) -> None:
    choices.fill(())
    assert choices.current is None
    choices.fill((Choice("Only words"),))
    assert choices.current is None


def test_it_is_as_high_as_its_rows_up_to_a_limit(choices: ChoiceList) -> None:
    assert (choices.height_of(3), choices.height_of(30)) == (96, 160)
