"""The column: its title, its undo, and the keys that are its own."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.events import Event
from app.domain.ids import ConversationId, UndoId
from app.domain.undo import Act, Undo
from app.ui.panels.panel import Panel
from app.ui.panels.panel_column import PanelColumn
from app.ui.taking_back import TakingBack
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController

CONTROL = Qt.KeyboardModifier.ControlModifier


class QuietPanel(Panel):
    def show_conversation(self, conversation: ConversationId | None) -> None:
        self.titled.emit(f"About {conversation}")

    def apply(self, event: Event) -> None:
        raise AssertionError(event)


@pytest.fixture
def column(qtbot: QtBot, theme: Theme) -> PanelColumn:
    made = PanelColumn(theme)
    qtbot.addWidget(made)
    made.hold(QuietPanel())
    assert made.panel
    made.panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.activateWindow()
    made.panel.setFocus()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_bears_the_title_of_its_panel(column: PanelColumn) -> None:
    assert column.panel
    column.panel.show_conversation(ConversationId("one"))
    assert (column.title.text(), column.accessibleName()) == ("About one", "About one")


def test_escape_in_the_panel_closes_it(qtbot: QtBot, column: PanelColumn) -> None:
    with qtbot.waitSignal(column.closed, timeout=1000):
        qtbot.keyClick(column.panel, Qt.Key.Key_Escape)


def test_what_was_done_is_undone_once_by_key(qtbot: QtBot, column: PanelColumn) -> None:
    undone: list[str] = []
    assert column.panel
    column.panel.undo_offered.emit("Branch deleted", lambda: undone.append("branch"))
    assert (column.undo_line.isVisible(), column.undo_line.words.text()) == (True, "Branch deleted")
    qtbot.keyClick(column.panel, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(column.panel, Qt.Key.Key_Z, CONTROL)
    assert undone == ["branch"]
    assert not column.undo_line.isVisible()


def test_undo_by_its_button_gives_the_focus_back_to_the_panel(qtbot: QtBot, column: PanelColumn) -> None:
    undone: list[str] = []
    assert column.panel
    column.panel.undo_offered.emit("Branch deleted", lambda: undone.append("branch"))
    column.undo_line.deed_button.setFocus()
    qtbot.keyClick(column.undo_line.deed_button, Qt.Key.Key_Space)
    assert undone == ["branch"]
    assert column.panel.hasFocus()


def test_what_can_be_undone_is_held_for_as_long_as_that_is_offered(column: PanelColumn) -> None:
    removing = ScriptedController(0).removing
    assert column.panel
    for name in ("first", "second"):
        undo = Undo(UndoId(name), Act.DELETE_BRANCH)
        column.panel.undo_offered.emit("Branch deleted", TakingBack(removing, [undo], print))
        assert removing.held == {name}
    column.undo_line.dismissed.emit()
    assert removing.held == set()


def test_trouble_is_told_until_something_is_done(column: PanelColumn) -> None:
    assert column.panel
    column.panel.complained.emit("It is the only branch.")
    assert column.trouble.accessibleName() == "It is the only branch."
    assert column.trouble.isVisible()
    column.panel.undo_offered.emit("Done", lambda: None)
    assert not column.trouble.isVisible()


def test_letting_go_withdraws_all_that_the_panel_has_said(column: PanelColumn) -> None:
    assert column.panel
    column.panel.complained.emit("Trouble.")
    column.panel.undo_offered.emit("Done", lambda: None)
    column.let_go()
    assert column.panel is None
    assert not column.undo_line.isVisible()
