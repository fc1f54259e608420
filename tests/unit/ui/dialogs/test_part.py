import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.part import Part
from app.ui.theme.theme import Theme


@pytest.fixture
def part(qtbot: QtBot, theme: Theme) -> Part:
    made = Part(theme, "Recovery key")
    made.put(made.trouble)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_tells_how_things_stand_to_everybody(part: Part) -> None:
    part.say("There is none yet.")
    assert part.state.text() == "There is none yet."
    seen = QAccessible.queryAccessibleInterface(part)
    assert seen.text(QAccessible.Text.Name) == "Recovery key"
    assert seen.text(QAccessible.Text.Description) == "There is none yet."


def test_trouble_shows_while_there_is_any(part: Part) -> None:
    assert not part.trouble.isVisible()
    part.complain("The keyring is locked.")
    assert part.trouble.isVisible()
    part.complain()
    assert not part.trouble.isVisible()


def test_none_of_its_words_are_cut_off_where_it_stands_with_others(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    part = Part(theme, "The archive")
    column.addWidget(part)
    column.addStretch(1)
    page.show()
    for width in range(300, 620, 20):
        page.resize(width, 600)
        part.say("It takes about two minutes, and you can go on meanwhile. " * 2)
        qtbot.waitUntil(lambda: part.state.height() >= part.state.heightForWidth(part.state.width()))
