"""The left side of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.events import ConversationRestored, ConversationTrashed
from app.domain.ids import ConversationId
from app.ui.sidebar.sidebar import Sidebar
from app.ui.theme.theme import Theme
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.test_conversation_model import DAY, conversation, rows

MANY = 100_000


@pytest.fixture
def sidebar(qtbot: QtBot, theme: Theme) -> Sidebar:
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.model.load([conversation("a"), conversation("b", DAY), conversation("c", DAY)], set(), NOW)
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
    assert seen[-3:] == ["b", "c", "b"]


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
        sidebar.safety_button,
        sidebar.settings_button,
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
    sidebar.apply(ConversationTrashed(ConversationId("b")), NOW)
    sidebar.apply(ConversationTrashed(ConversationId("c")), NOW)
    return sidebar


def test_without_a_trashed_conversation_there_is_no_trash(sidebar: Sidebar) -> None:
    assert sidebar.trash_button.isHidden()


def test_what_is_deleted_is_found_in_the_trash(qtbot: QtBot, trashing: Sidebar) -> None:
    qtbot.mouseClick(trashing.trash_button, Qt.MouseButton.LeftButton)
    assert (trashing.list.isVisible(), trashing.trash.isVisible()) == (False, True)
    assert rows(trashing.trash_model) == ["c", "b"]
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


@pytest.mark.parametrize("place", ["trash", "trash_button", "safety_button", "settings_button"])
def test_escape_leaves_the_trash(qtbot: QtBot, trashing: Sidebar, place: str) -> None:
    trashing.trash_button.click()
    getattr(trashing, place).setFocus()
    qtbot.keyClick(getattr(trashing, place), Qt.Key.Key_Escape)
    assert trashing.list.isVisible()


def test_with_its_last_conversation_the_trash_goes(trashing: Sidebar) -> None:
    trashing.trash_button.click()
    for title in ("c", "b"):
        trashing.apply(ConversationRestored(conversation(title, DAY)), NOW)
    assert (trashing.list.isVisible(), trashing.trash_button.isVisible()) == (True, False)
    assert trashing.list.hasFocus()
    assert sorted(rows(trashing.model)) == ["Today", "Yesterday", "a", "b", "c"]


def test_choosing_in_the_trash_opens_nothing(qtbot: QtBot, trashing: Sidebar) -> None:
    trashing.trash_button.click()
    with qtbot.assertNotEmitted(trashing.chosen):
        qtbot.keyClick(trashing.trash, Qt.Key.Key_Down)


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
    order += [trashing.trash_button, trashing.safety_button, trashing.settings_button]
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
    with qtbot.waitSignal(trashing.trash.restore_wanted) as wanted:
        qtbot.keyClick(trashing.trash.restore_button, Qt.Key.Key_Space)
    assert wanted.args == ["c"]


def test_an_assistive_tool_is_told_whether_the_trash_is_open(trashing: Sidebar) -> None:
    seen = QAccessible.queryAccessibleInterface(trashing.trash_button)
    assert (seen.text(QAccessible.Text.Name), seen.state().checked) == ("Trash", 0)
    trashing.trash_button.click()
    assert seen.state().checked
    assert QAccessible.queryAccessibleInterface(trashing.trash).text(QAccessible.Text.Name) == "Trash"


def test_an_assistive_tool_reads_the_list(sidebar: Sidebar) -> None:
    seen = QAccessible.queryAccessibleInterface(sidebar.list)
    assert seen.text(QAccessible.Text.Name) == "Conversations"
    assert [seen.child(row).text(QAccessible.Text.Name) for row in range(2)] == ["Today", "a"]


def test_a_hundred_thousand_conversations_are_shown_at_once(qtbot: QtBot, sidebar: Sidebar) -> None:
    many = [conversation(str(number), number) for number in range(MANY)]
    sidebar.model.load(many, set(), NOW)
    sidebar.select(many[-1].id)
    qtbot.waitUntil(lambda: sidebar.list.visualRect(sidebar.list.currentIndex()).isValid())
    assert sidebar.list.currentIndex().data() == str(MANY - 1)


def test_a_temporary_conversation_is_begun_by_a_button_that_says_what_it_is(
    qtbot: QtBot, sidebar: Sidebar
) -> None:
    button = QAccessible.queryAccessibleInterface(sidebar.temporary_button)
    assert button.text(QAccessible.Text.Name) == "Temporary conversation"
    assert "not stored" in button.text(QAccessible.Text.Description)
    with qtbot.waitSignal(sidebar.temporary_wanted):
        qtbot.mouseClick(sidebar.temporary_button, Qt.MouseButton.LeftButton)
