"""The left side of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId
from app.domain.library import Tag
from app.domain.listing import ARCHIVED, TRASH, Place, PlaceKind
from app.ui.sidebar.sidebar import Sidebar
from app.ui.sidebar.wishes import Wish
from app.ui.theme.theme import Theme
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import DAY, listed, opened, texts


@pytest.fixture
def sidebar(qtbot: QtBot, theme: Theme) -> Sidebar:
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.model.open(opened(listed("a"), listed("c", DAY), listed("b", 2 * DAY)), NOW)
    made.resize(272, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def click_row(qtbot: QtBot, sidebar: Sidebar, title: str) -> None:
    place = sidebar.list.visualRect(sidebar.model.find(ConversationId(title))).center()
    qtbot.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_chooses_a_conversation(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        click_row(qtbot, sidebar, "b")
    assert chosen.args == ["b"]


def test_arrow_keys_choose_and_step_over_headings(qtbot: QtBot, sidebar: Sidebar) -> None:
    seen: list[str] = []
    sidebar.chosen.connect(seen.append)
    sidebar.list.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(sidebar.list, key)
    assert seen[-3:] == ["c", "b", "c"]


def test_a_click_on_a_heading_chooses_nothing(qtbot: QtBot, sidebar: Sidebar) -> None:
    place = sidebar.list.visualRect(sidebar.model.index(0)).center()
    with qtbot.assertNotEmitted(sidebar.chosen):
        qtbot.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_is_shown_is_marked_and_nothing_while_it_is_in_no_list(sidebar: Sidebar) -> None:
    sidebar.select(ConversationId("b"))
    assert [index.data() for index in sidebar.list.selectedIndexes()] == ["b"]
    sidebar.select(None)
    assert not sidebar.list.selectedIndexes()


def test_the_ring_shows_after_a_key_and_goes_with_a_click(qtbot: QtBot, sidebar: Sidebar) -> None:
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Down)
    assert sidebar.list.itemDelegate().ring
    click_row(qtbot, sidebar, "c")
    assert not sidebar.list.itemDelegate().ring


def test_its_buttons_ask_for_what_they_say(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignals([sidebar.new_wanted, sidebar.settings_wanted]):
        qtbot.mouseClick(sidebar.new_button, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(sidebar.settings_button, Qt.MouseButton.LeftButton)


def test_tab_goes_from_top_to_bottom(qtbot: QtBot, sidebar: Sidebar) -> None:
    order = [
        sidebar.new_button,
        sidebar.temporary_button,
        sidebar.search.field.line,
        sidebar.list,
        sidebar.archived_button,
        sidebar.trash_button,
        sidebar.settings_button,
        sidebar.safety_button,
    ]
    order[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in order:
        seen.append(sidebar.focusWidget())
        qtbot.keyClick(sidebar.focusWidget(), Qt.Key.Key_Tab)
    assert seen == order


@pytest.fixture
def trashing(sidebar: Sidebar) -> Sidebar:
    """A sidebar with two conversations in its trash, of which `c` came last."""
    sidebar.select(ConversationId("a"))
    gone = (listed("b", 2 * DAY, trashed_at=NOW - 1), listed("c", DAY, trashed_at=NOW))
    for model in (sidebar.model, sidebar.trash_model):
        for row in gone:
            model.put(row, NOW)
    sidebar.trash_model.open(opened(*gone, place=TRASH), NOW)
    return sidebar


def test_what_is_deleted_is_found_in_the_trash(qtbot: QtBot, trashing: Sidebar) -> None:
    qtbot.mouseClick(trashing.trash_button, Qt.MouseButton.LeftButton)
    assert (trashing.list.isVisible(), trashing.trash.isVisible()) == (False, True)
    assert texts(trashing.trash_model) == ["c", "b"]
    assert trashing.trash.selectedIndexes()[0].data() == "c"
    assert trashing.trash.hasFocus()
    assert not trashing.trash.delegate.ring


def test_the_trash_is_entered_and_left_by_the_same_button(qtbot: QtBot, trashing: Sidebar) -> None:
    trashing.trash_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(trashing.trash_button, Qt.Key.Key_Space)
    assert (trashing.trash.hasFocus(), trashing.trash.delegate.ring) == (True, True)
    qtbot.mouseClick(trashing.trash_button, Qt.MouseButton.LeftButton)
    assert trashing.list.isVisible()
    assert trashing.list.hasFocus()


def test_one_place_is_shown_at_a_time(qtbot: QtBot, trashing: Sidebar) -> None:
    with qtbot.waitSignal(trashing.places.wanted):
        qtbot.mouseClick(trashing.archived_button, Qt.MouseButton.LeftButton)
    assert (trashing.places.place, trashing.archived_button.isChecked()) == (ARCHIVED, True)
    qtbot.mouseClick(trashing.trash_button, Qt.MouseButton.LeftButton)
    buttons = (trashing.archived_button, trashing.trash_button)
    assert [each.isChecked() for each in buttons] == [False, True]
    trashing.wishes.place.emit(Place(PlaceKind.FOLDER, "kiln"))
    assert [each.isChecked() for each in buttons] == [False, False]
    assert trashing.places.rows.hasFocus()


@pytest.mark.parametrize("place", ["trash", "trash_button", "safety_button", "settings_button"])
def test_escape_leaves_the_trash(qtbot: QtBot, trashing: Sidebar, place: str) -> None:
    trashing.trash_button.click()
    getattr(trashing, place).setFocus()
    qtbot.keyClick(getattr(trashing, place), Qt.Key.Key_Escape)
    assert trashing.list.isVisible()


def test_choosing_in_the_trash_opens_nothing(qtbot: QtBot, trashing: Sidebar) -> None:
    trashing.trash_button.click()
    with qtbot.assertNotEmitted(trashing.chosen):
        qtbot.keyClick(trashing.trash, Qt.Key.Key_Down)


def test_rows_that_are_let_go_on_a_button_go_where_it_says(sidebar: Sidebar) -> None:
    told: list[tuple[object, ...]] = []
    sidebar.wishes.many.connect(lambda wish, rows: told.append((wish, *rows)))
    sidebar.archived_button.dropped.emit((1, 2))
    sidebar.trash_button.dropped.emit((3,))
    assert told == [(Wish.ARCHIVE, 1, 2), (Wish.TRASH, 3)]


def test_the_way_to_tags_is_there_while_there_are_any(sidebar: Sidebar) -> None:
    assert sidebar.tag_button.isHidden()
    sidebar.known.tags = [Tag("Tea", 1)]
    sidebar.told()
    assert sidebar.tag_button.isVisible()


def test_the_focus_does_not_go_with_the_offer_to_undo(sidebar: Sidebar) -> None:
    sidebar.set_undo_offered(offered=True)
    assert sidebar.undo_line.isVisible()
    sidebar.undo_line.deed_button.setFocus(Qt.FocusReason.TabFocusReason)
    sidebar.set_undo_offered(offered=False)
    assert sidebar.undo_line.isHidden()
    assert sidebar.list.hasFocus()


def test_tab_also_reaches_the_offer_and_the_trash(qtbot: QtBot, trashing: Sidebar) -> None:
    trashing.set_undo_offered(offered=True)
    order = [trashing.list, trashing.undo_line.deed_button, trashing.undo_line.close_button]
    order += [trashing.archived_button, trashing.trash_button]
    order += [trashing.settings_button, trashing.safety_button]
    order[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in order:
        seen.append(trashing.focusWidget())
        qtbot.keyClick(trashing.focusWidget(), Qt.Key.Key_Tab)
    assert seen == order


def test_in_the_trash_tab_goes_from_the_rows_to_their_button(qtbot: QtBot, trashing: Sidebar) -> None:
    trashing.trash_button.click()
    qtbot.keyClick(trashing.trash, Qt.Key.Key_Tab)
    assert trashing.trash.restore_button.hasFocus()
    with qtbot.waitSignal(trashing.wishes.many) as wanted:
        qtbot.keyClick(trashing.trash.restore_button, Qt.Key.Key_Space)
    assert wanted.args == [Wish.RESTORE, (ord("c"),)]


def test_an_assistive_tool_is_told_whether_the_trash_is_open(trashing: Sidebar) -> None:
    seen = QAccessible.queryAccessibleInterface(trashing.trash_button)
    assert (seen.text(QAccessible.Text.Name), seen.state().checked) == ("Trash", 0)
    trashing.trash_button.click()
    assert seen.state().checked
    assert QAccessible.queryAccessibleInterface(trashing.trash).text(QAccessible.Text.Name) == "Trash"


def test_an_assistive_tool_reads_the_list(sidebar: Sidebar) -> None:
    seen = QAccessible.queryAccessibleInterface(sidebar.list)
    assert seen.text(QAccessible.Text.Name) == "Conversations"
    names = [seen.child(row).text(QAccessible.Text.Name) for row in range(4)]
    assert names == ["Today, heading", "a, 10:41", "Yesterday, heading", "c, yesterday"]


def test_a_temporary_conversation_is_begun_by_a_button_that_says_what_it_is(
    qtbot: QtBot, sidebar: Sidebar
) -> None:
    button = QAccessible.queryAccessibleInterface(sidebar.temporary_button)
    assert button.text(QAccessible.Text.Name) == "Temporary conversation"
    assert "not stored" in button.text(QAccessible.Text.Description)
    with qtbot.waitSignal(sidebar.temporary_wanted):
        qtbot.mouseClick(sidebar.temporary_button, Qt.MouseButton.LeftButton)
