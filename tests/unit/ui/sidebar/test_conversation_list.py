"""What can be done to a conversation in the list."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder
from app.domain.listing import Place, PlaceKind
from app.ui.sidebar.conversation_list import ConversationList
from app.ui.sidebar.wishes import Wish, Wishes
from app.ui.theme.theme import Theme
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import DAY, filled, listed, row_of
from tests.unit.ui.sidebar.test_row_list import right_click

Asked = list[tuple[object, ...]]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
A, B, C = map(ord, "abc")
KILN = Folder(FolderId("kiln"), "Kiln")


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> ConversationList:
    model = filled(listed("a"), listed("b", DAY), listed("c", 2 * DAY))
    wishes = Wishes()
    made = ConversationList(theme, "Conversations", model, wishes)
    wishes.setParent(made)
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


def place_of(rows: ConversationList, title: str) -> QPoint:
    return rows.visualRect(rows.model().index(row_of(rows, title))).center()


@pytest.fixture
def asked(rows: ConversationList) -> Asked:
    told: Asked = []
    wishes = rows.wishes
    wishes.rename.connect(lambda name, title: told.append(("rename", name, title)))
    wishes.branch.connect(lambda name: told.append(("branch", name)))
    wishes.many.connect(lambda wish, numbers: told.append((wish, *numbers)))
    wishes.place.connect(lambda place: told.append(("place", place)))
    wishes.folder_rename.connect(lambda folder, name: told.append(("folder", folder, name)))
    wishes.folder_removal.connect(lambda folder: told.append(("no folder", folder)))
    rows.chosen.connect(lambda name: told.append(("chosen", name)))
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
    assert asked == [("branch", "b"), (Wish.TRASH, C)]
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


def test_what_is_being_written_outlives_news_of_the_row(qtbot: QtBot, rows: ConversationList) -> None:
    rows.setCurrentIndex(rows.model().find(ConversationId("c")))
    rows.rename_current()
    qtbot.keyClicks(editor(rows), "half a ti")
    rows.model().put(listed("c", -1), NOW)
    qtbot.keyClicks(editor(rows), "tle")
    assert editor(rows).text() == "half a title"


def test_the_delete_key_asks_for_the_row_with_the_focus(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert asked == [("chosen", "b"), (Wish.TRASH, B)]


def test_a_delete_key_that_is_held_down_asks_once(rows: ConversationList, asked: Asked) -> None:
    for again in (False, True, True):
        pressed = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", again
        )
        QApplication.sendEvent(rows, pressed)
    assert asked == [(Wish.TRASH, A)]


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


def temporary(rows: ConversationList) -> None:
    row = listed("t", number=-5)
    rows.model().put(replace(row, conversation=replace(row.conversation, is_temporary=True)), NOW)


def entries(rows: ConversationList) -> list[str]:
    return [each.text() for each in rows.menu.actions() if not each.isSeparator()]


def test_the_menu_offers_what_can_be_done_to_the_row(qtbot: QtBot, rows: ConversationList) -> None:
    right_click(qtbot, rows, place_of(rows, "b"))
    assert entries(rows) == [
        "Branch",
        "Rename",
        "Pin",
        "Mark as unread",
        "Move to folder",
        "Tags",
        "Delete after…",
        "Export…",
        "Archive",
        "Delete",
    ]
    rows.menu.close()
    temporary(rows)
    right_click(qtbot, rows, place_of(rows, "t"))
    assert entries(rows) == ["Branch", "Rename", "Delete"]


def choose(qtbot: QtBot, rows: ConversationList, title: str, modifier: Qt.KeyboardModifier) -> None:
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, modifier, place_of(rows, title))


def test_many_are_chosen_without_being_shown_and_acted_on_together(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    choose(qtbot, rows, "c", CONTROL)
    assert (rows.numbers, asked) == ((A, C), [])
    right_click(qtbot, rows, place_of(rows, "c"))
    assert entries(rows)[-2:] == ["Archive 2", "Delete 2"]
    pick(qtbot, rows, "Archive 2")
    right_click(qtbot, rows, place_of(rows, "b"))
    pick(qtbot, rows, "Pin")
    choose(qtbot, rows, "b", CONTROL)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert asked == [(Wish.ARCHIVE, A, C), (Wish.PIN, B), (Wish.TRASH, A, B, C)]


def test_many_are_chosen_by_key(qtbot: QtBot, rows: ConversationList, asked: Asked) -> None:
    qtbot.keyClick(rows, Qt.Key.Key_Down, SHIFT)
    assert rows.numbers == (A, B)
    qtbot.keyClick(rows, Qt.Key.Key_A, CONTROL)
    assert (rows.numbers, asked) == ((A, B, C), [])
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert (rows.numbers, asked[-1]) == ((C,), ("chosen", "c"))


def test_other_choices_are_left_alone_when_rows_are_told_anew(qtbot: QtBot, rows: ConversationList) -> None:
    rows.select(ConversationId("a"))
    choose(qtbot, rows, "c", CONTROL)
    rows.select(ConversationId("a"))
    assert rows.numbers == (A, C)
    rows.select(ConversationId("b"))
    assert rows.numbers == (B,)
    rows.select(None)
    assert rows.numbers == ()


def test_what_qt_makes_current_when_a_row_goes_is_not_shown(rows: ConversationList, asked: Asked) -> None:
    rows.model().drop(A)
    assert asked == []


def test_a_row_that_is_read_only_now_is_shown_once_it_is_known(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    rows.model().known.forget(ConversationId("c"))
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert asked == []
    rows.model().known.keep([listed("c", 2 * DAY)])
    rows.model().refresh_all()
    assert asked == [("chosen", "c")]


def test_a_folder_is_entered_renamed_and_removed_by_key(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    rows.model().known.folders = [KILN]
    rows.model().set_folders([KILN])
    rows.setCurrentIndex(rows.model().index(1))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        qtbot.keyClick(rows, key)
    rows.rename_current()
    qtbot.keyClicks(editor(rows), "Oven")
    press_enter(qtbot, rows)
    assert asked == [
        ("place", Place(PlaceKind.FOLDER, "kiln")),
        ("no folder", "kiln"),
        ("folder", "kiln", "Oven"),
    ]
    qtbot.keyClick(rows, Qt.Key.Key_Menu)
    assert entries(rows) == ["Open", "Rename", "Export…", "Remove folder"]


def test_a_folder_is_entered_by_a_click(qtbot: QtBot, rows: ConversationList, asked: Asked) -> None:
    rows.model().set_folders([KILN])
    choose(qtbot, rows, "Kiln", Qt.KeyboardModifier.NoModifier)
    assert asked == [("place", Place(PlaceKind.FOLDER, "kiln"))]


def test_the_other_folders_are_listed_when_they_are_wanted(qtbot: QtBot, rows: ConversationList) -> None:
    many = [Folder(FolderId(str(number)), str(number)) for number in range(9)]
    rows.model().known.folders = many
    rows.model().set_folders(many)
    choose(qtbot, rows, "3 more folders", Qt.KeyboardModifier.NoModifier)
    assert [rows.model().index(row).data() for row in (7, 8, 9)] == ["6", "7", "8"]


def test_letters_that_are_typed_together_are_one_word(qtbot: QtBot, rows: ConversationList) -> None:
    typed: list[str] = []
    rows.wishes.typed.connect(typed.append)
    qtbot.keyClicks(rows, "tr i")
    assert typed == ["t", "tr", "tr ", "tr i"]
    rows.go_to_one_of({C})
    assert rows.currentIndex().data() == "c"


def test_a_row_is_spoken_with_its_marks(rows: ConversationList) -> None:
    rows.model().put(listed("b", DAY, is_unread=True, branches=2), NOW)
    seen = QAccessible.queryAccessibleInterface(rows)
    names = [seen.child(row).text(QAccessible.Text.Name) for row in range(4)]
    assert names == ["Today, heading", "a, 10:41", "Yesterday, heading", "b, yesterday, unread, 2 branches"]


def test_an_arrow_key_chooses_the_only_row_there_is(
    qtbot: QtBot, rows: ConversationList, asked: Asked
) -> None:
    for each in (B, C):
        rows.model().drop(each)
    rows.select(None)
    rows.clearFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert asked == [("chosen", "a")]
