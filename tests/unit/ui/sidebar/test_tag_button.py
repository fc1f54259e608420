import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.library import Tag
from app.domain.listing import Place, PlaceKind
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.tag_button import TagButton
from app.ui.sidebar.wishes import Wishes
from app.ui.theme.theme import Theme


@pytest.fixture
def button(qtbot: QtBot, theme: Theme) -> TagButton:
    made = TagButton(theme, KnownRows(), Wishes())
    qtbot.addWidget(made)
    yield made
    made.menu_of_tags.close()


def test_it_is_there_while_there_are_tags(button: TagButton) -> None:
    assert button.isHidden()
    button._known.tags = [Tag("Tea", 2)]
    button.reconsider()
    assert button.isVisible()
    button._known.tags = []
    button.reconsider()
    assert button.isHidden()


def test_its_menu_leads_to_what_bears_a_tag(qtbot: QtBot, button: TagButton) -> None:
    button._known.tags = [Tag("Tea", 2), Tag("R & D", 1)]
    button.reconsider()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    entries = button.menu_of_tags.actions()
    assert [each.text() for each in entries] == ["Tea (2)", "R && D (1)"]
    with qtbot.waitSignal(button._wishes.place) as wanted:
        entries[1].trigger()
    assert wanted.args == [Place(PlaceKind.TAG, "R & D")]
