"""The transcript as assistive tools know it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.domain.item import ItemState, Role
from app.ui.descriptions import Descriptions
from app.ui.theme.theme import Theme
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems, page_of

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def whole(descriptions: Descriptions, view: TranscriptView) -> QAccessibleInterface:
    assert descriptions
    return QAccessible.queryAccessibleInterface(view)


def names(whole: QAccessibleInterface) -> list[str]:
    return [whole.child(index).text(NAME) for index in range(whole.childCount())]


def test_it_is_a_list_of_the_messages_near_what_is_seen(
    view: TranscriptView, whole: QAccessibleInterface
) -> None:
    assert (whole.role(), whole.text(NAME)) == (QAccessible.Role.List, "Messages")
    assert [name.split()[0] for name in names(whole)[:20]] == [str(depth) for depth in range(1, 21)]
    assert whole.child(3).role() == QAccessible.Role.ListItem
    assert whole.indexOfChild(whole.child(3)) == 3
    assert "gpt-5 · 10:41" in whole.child(3).text(DESCRIPTION)
    assert whole.child(999) is None
    assert view


def test_what_lies_on_the_view_follows_the_messages(
    view: TranscriptView, whole: QAccessibleInterface
) -> None:
    view.go_to(3, 0)
    assert names(whole)[-1] == "Jump to the end"


def test_a_message_is_where_it_is_painted(view: TranscriptView, whole: QAccessibleInterface) -> None:
    view.go_to(9, 40)
    message = next(whole.child(n) for n in range(20) if whole.child(n).text(NAME).startswith("10 "))
    corner = view.viewport().mapToGlobal(QPoint(view.column_left, 40))
    assert message.rect().topLeft() == corner
    assert whole.childAt(corner.x() + 5, corner.y() + 5) is message


def test_the_message_with_the_focus_says_so(view: TranscriptView, whole: QAccessibleInterface) -> None:
    view.setFocus()
    view.focus_message("item-20")
    focused = [index for index in range(20) if whole.child(index).state().focused]
    assert focused == [19]


def test_there_are_few_of_a_long_conversation(
    qtbot: QtBot, descriptions: Descriptions, show_items: ShowItems, make_item: MakeItem
) -> None:
    assert descriptions
    items = [make_item(Role.MODEL, f"{depth}", depth=depth) for depth in range(1, 401)]
    view = show_items(*items)
    whole = QAccessible.queryAccessibleInterface(view)
    assert whole.childCount() < 60
    before = whole.child(0)
    view.go_to(200, 0)
    assert whole.child(20).text(NAME) == "201"
    view.jump_to_end()
    assert whole.child(0) is before
    assert qtbot


def test_a_notice_is_told(descriptions: Descriptions, show_items: ShowItems, make_item: MakeItem) -> None:
    assert descriptions
    view = show_items(make_item(Role.MODEL, "Half", ItemState.INTERRUPTED))
    assert "broke off" in QAccessible.queryAccessibleInterface(view).child(0).text(DESCRIPTION)


def test_after_the_view_has_gone_nothing_is_told(qtbot: QtBot, theme: Theme, make_item: MakeItem) -> None:
    assert qtbot
    view = TranscriptView(theme)
    view.show_page(page_of(make_item(Role.MODEL, "So")))
    whole = view.describe()
    message = whole.child(0)
    assert message.text(NAME) == "So"
    delete(view)
    assert not whole.isValid()
    assert (whole.numbers(), message.text(NAME), message.rect().isValid()) == ([], "", False)
