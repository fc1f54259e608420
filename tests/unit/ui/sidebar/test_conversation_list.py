"""What can be done to a conversation in the list."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.events import ConversationCreated, ConversationRenamed, MessageStored
from app.domain.ids import ConversationId
from app.domain.item import Role
from app.ui.sidebar.conversation_list import ConversationList
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.theme.theme import Theme
from tests.unit.ui.conftest import NOW, MakeItem
from tests.unit.ui.sidebar.test_conversation_model import DAY, conversation
from tests.unit.ui.sidebar.test_row_list import place_of, right_click

Asked = list[tuple[str, ...]]


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> ConversationList:
    model = ConversationModel()
    model.load([conversation("a"), conversation("b", DAY), conversation("c", DAY)], set(), NOW)
    made = ConversationList(theme, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(256, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setCurrentIndex(model.find(ConversationId("a")))
    made.setFocus()
    yield made
    made.menu.close()


@pytest.fixture
def asked(rows: ConversationList) -> Asked:
    told: Asked = []
    rows.rename_wanted.connect(lambda name, title: told.append(("rename", name, title)))
    rows.branch_wanted.connect(lambda name: told.append(("branch", name)))
    rows.delete_wanted.connect(lambda name: told.append(("delete", name)))
    return told


def editor(rows: ConversationList) -> QLineEdit | None:
    shown = [each for each in rows.findChildren(QLineEdit) if each.isVisible()]
    return shown[0] if shown else None


def press_enter(qtbot: QtBot, rows: ConversationList) -> None:
    qtbot.keyClick(editor(rows), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor(rows) is None)


def pick(qtbot: QtBot, rows: ConversationList, words: str) -> None:
    """Choose an entry of the open menu by its words."""
    (action,) = [each for each in rows.menu.actions() if each.text() == words]
    place = rows.menu.actionGeometry(action).center()
    qtbot.mouseMove(rows.menu, place)
    qtbot.mouseClick(rows.menu, Qt.MouseButton.LeftButton, pos=place)


def test_the_menu_asks_for_the_row_that_was_clicked(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    right_click(qtbot, rows, place_of(rows, "b"))
    pick(qtbot, rows, "Branch")
    right_click(qtbot, rows, place_of(rows, "c"))
    pick(qtbot, rows, "Delete")
    assert asked == [("branch", "b"), ("delete", "c")]
    assert rows.currentIndex().data() == "a"


def test_the_menu_opens_an_editor_in_the_row(qtbot: QtBot, rows: ConversationList, asked: Asked) -> None:
    right_click(qtbot, rows, place_of(rows, "b"))
    pick(qtbot, rows, "Rename")
    field = editor(rows)
    assert field.geometry() == rows.visualRect(rows.model().find(ConversationId("b")))
    assert (field.text(), field.selectedText(), field.accessibleName()) == ("b", "b", "Title")
    qtbot.keyClicks(field, "new")
    press_enter(qtbot, rows)
    assert asked == [("rename", "b", "new")]


def test_enter_keeps_the_new_title_and_the_focus_goes_back(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    rows.rename_current()
    qtbot.keyClicks(editor(rows), "A quiet   boat")
    press_enter(qtbot, rows)
    assert asked == [("rename", "a", "A quiet boat")]
    assert (editor(rows), rows.hasFocus()) == (None, True)
    assert rows.currentIndex().data() == "a"  # until it is known to be stored


def test_escape_leaves_the_old_title(qtbot: QtBot, rows: ConversationList, asked: Asked) -> None:
    rows.rename_current()
    qtbot.keyClicks(editor(rows), "new")
    qtbot.keyClick(editor(rows), Qt.Key.Key_Escape)
    assert (asked, editor(rows), rows.hasFocus()) == ([], None, True)


def test_going_elsewhere_keeps_the_new_title(qtbot: QtBot, rows: ConversationList, asked: Asked) -> None:
    rows.rename_current()
    qtbot.keyClicks(editor(rows), "new")
    rows.setFocus()
    assert (asked, editor(rows)) == ([("rename", "a", "new")], None)


def test_tab_keeps_the_new_title_and_opens_no_other(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    rows.rename_current()
    qtbot.keyClicks(editor(rows), "new")
    qtbot.keyClick(editor(rows), Qt.Key.Key_Tab)
    assert (asked, editor(rows)) == ([("rename", "a", "new")], None)
    assert rows.currentIndex().data() == "a"


@pytest.mark.parametrize("written", ["", "   ", "a"])
def test_an_empty_title_and_the_old_one_change_nothing(
    qtbot: QtBot, rows: ConversationList, asked: Asked, written: str
) -> None:
    rows.rename_current()
    editor(rows).clear()
    qtbot.keyClicks(editor(rows), written)
    press_enter(qtbot, rows)
    assert (asked, editor(rows)) == ([], None)


def test_what_is_being_written_outlives_news_of_the_row(
    qtbot: QtBot, rows: ConversationList, make_item: MakeItem
) -> None:
    rows.setCurrentIndex(rows.model().find(ConversationId("c")))
    rows.rename_current()
    qtbot.keyClicks(editor(rows), "half a ti")
    rows.model().apply(MessageStored(ConversationId("c"), make_item(Role.PERSON, "more")), NOW)
    rows.model().apply(ConversationRenamed(ConversationId("c"), "other"), NOW)
    qtbot.keyClicks(editor(rows), "tle")
    assert editor(rows).text() == "half a title"


def test_the_delete_key_asks_for_the_row_with_the_focus(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert asked == [("delete", "b")]


def test_a_delete_key_that_is_held_down_asks_once(rows: ConversationList, asked: Asked) -> None:
    for again in (False, True, True):
        pressed = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", again
        )
        QApplication.sendEvent(rows, pressed)
    assert asked == [("delete", "a")]


def test_in_the_editor_the_delete_key_deletes_a_letter(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    rows.rename_current()
    qtbot.keyClick(editor(rows), Qt.Key.Key_Delete)
    assert (editor(rows).text(), asked) == ("", [])


def test_where_no_row_is_chosen_nothing_is_asked_for(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    rows.selectionModel().clear()
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    rows.branch_current()
    rows.rename_current()
    assert (asked, editor(rows)) == ([], None)


def test_what_is_temporary_is_to_be_forgotten_and_not_deleted(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    rows.forget_wanted.connect(lambda name: asked.append(("forget", name)))
    rows.model().apply(ConversationCreated(replace(conversation("t"), is_temporary=True)), NOW)
    rows.setCurrentIndex(rows.model().find(ConversationId("t")))
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert asked == [("forget", "t")]


def test_the_menu_asks_how_long_a_row_is_kept_unless_it_is_temporary(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    rows.retention_wanted.connect(lambda name: asked.append(("keep", name)))
    right_click(qtbot, rows, place_of(rows, "b"))
    pick(qtbot, rows, "Delete after…")
    assert asked == [("keep", "b")]
    rows.model().apply(ConversationCreated(replace(conversation("t"), is_temporary=True)), NOW)
    right_click(qtbot, rows, place_of(rows, "t"))
    assert "Delete after…" not in [each.text() for each in rows.menu.actions() if each.isVisible()]
