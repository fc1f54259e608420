"""The bar under the field."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.ui.composer.composer_bar import ComposerBar
from app.ui.theme.theme import Theme
from tests.fakes.scripted_writing import OUTLOOK


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> ComposerBar:
    made = ComposerBar(theme)
    qtbot.addWidget(made)
    return made


def test_the_button_sends_what_there_is_and_stops_what_comes(bar: ComposerBar) -> None:
    bar.show_as(stops=False, can_send=False)
    assert (bar.button.accessibleName(), bar.button.isEnabled()) == ("Send", False)
    bar.show_as(stops=True, can_send=False)
    assert (bar.button.accessibleName(), bar.button.isEnabled()) == ("Stop", True)


@pytest.mark.parametrize(("width", "words"), [(600, "@ assistant"), (300, "@")])
def test_where_there_is_no_room_for_words_the_signs_are_left(
    bar: ComposerBar, width: int, words: str
) -> None:
    bar.use_width(width)
    assert bar.assistant_button.accessibleName() == words
    assert bar.assistant_button.accessibleDescription() == "Assistants"


def test_the_cost_is_that_of_the_draft(bar: ComposerBar) -> None:
    bar.cost.show_outlook(OUTLOOK)
    assert bar.cost.text() == "about 14 tokens"
    bar.cost.show_outlook(replace(OUTLOOK, draft=1))
    assert bar.cost.text() == "about 1 token"
