import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.listing import ARCHIVED
from app.ui.sidebar.conversation_list import ConversationList
from app.ui.sidebar.place_page import PlacePage
from app.ui.sidebar.wishes import Wishes
from app.ui.theme.theme import Theme
from tests.unit.ui.sidebar.listed import filled


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> PlacePage:
    rows = ConversationList(theme, "Archived", filled(place=ARCHIVED), Wishes())
    made = PlacePage(theme, rows, "Archived", "Empty…")
    rows.model().setParent(made)
    rows.wishes.setParent(made)
    qtbot.addWidget(made)
    made.show()
    return made


def test_its_name_is_the_way_back(qtbot: QtBot, page: PlacePage) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    page.set_name("Kiln")
    assert (page.back_button.accessibleName(), page.rows.accessibleName()) == ("Kiln", "Kiln")
    assert page.back_button.accessibleDescription() == "Goes back to all conversations"


def test_what_can_be_done_to_all_of_it_is_offered_when_that_is_said(qtbot: QtBot, page: PlacePage) -> None:
    assert page.deed_button.isHidden()
    page.deed_button.show()
    with qtbot.waitSignal(page.deed_wanted):
        qtbot.mouseClick(page.deed_button, Qt.MouseButton.LeftButton)
