import pytest
from PySide6.QtGui import QAccessible
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
