"""Deleting for ever, asked about first."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.conversation import Sharing
from app.domain.ids import ConversationId
from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.dialogs.retention_dialog import RetentionDialog
from app.ui.main_window import MainWindow
from app.ui.widgets.flow_text import FlowText
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.test_conversation_acts import begin_temporary, in_trash
from tests.unit.ui.test_presenter import ask, listed, shown


@pytest.fixture
async def trashed(window: MainWindow, controller: ScriptedController) -> MainWindow:
    """The window with two conversations in the trash, which is shown."""
    for title in ("Old", "Older"):
        gone = controller.keep(title, ("What?", "That."))
        controller._trash[gone] = controller._conversations.pop(gone)
    window._presenter.start()
    await until(lambda: len(in_trash(window)) == 2, "the trash")
    window.sidebar.trash_button.click()
    return window


async def question(window: MainWindow) -> ConfirmDialog:
    await until(lambda: window.findChildren(ConfirmDialog), "the question")
    return window.findChildren(ConfirmDialog)[-1]


def words(dialog: ConfirmDialog) -> str:
    return " ".join(text.text() for text in dialog.findChildren(FlowText))


async def test_one_is_deleted_for_ever_by_key_and_only_when_wanted(
    qtbot: QtBot, trashed: MainWindow, controller: ScriptedController
) -> None:
    before = in_trash(trashed)
    qtbot.keyClick(trashed.sidebar.trash, Qt.Key.Key_Delete)
    dialog = await question(trashed)
    assert dialog.cancel_button.isDefault()
    dialog.cancel_button.click()
    await until(lambda: not trashed.findChildren(ConfirmDialog), "its end")
    assert in_trash(trashed) == before
    qtbot.keyClick(trashed.sidebar.trash, Qt.Key.Key_Delete)
    (await question(trashed)).deed_button.click()
    await until(lambda: in_trash(trashed) == before[1:], "its end")
    assert len(controller._trash) == 1


async def test_what_another_conversation_uses_is_said_to_stay(
    qtbot: QtBot, trashed: MainWindow, controller: ScriptedController
) -> None:
    one = Sharing(ConversationId("x"), "Celadon", 12)
    for shared, told in (
        ([one], "12 messages stay because “Celadon” uses the same."),
        ([Sharing(ConversationId("y"), "Blue", 1), one], "because “Celadon” and 1 more uses"),
    ):
        controller.removing.shared = shared
        qtbot.keyClick(trashed.sidebar.trash, Qt.Key.Key_Delete)
        dialog = await question(trashed)
        assert told in words(dialog)
        dialog.reject()
        await until(lambda: not trashed.findChildren(ConfirmDialog), "its end")


async def test_all_of_it_goes_at_once(trashed: MainWindow) -> None:
    trashed.sidebar.empty_button.click()
    dialog = await question(trashed)
    assert "All 2 conversations" in words(dialog)
    dialog.deed_button.click()
    await until(lambda: in_trash(trashed) == [], "the empty trash")


async def test_what_is_temporary_is_forgotten_once_that_is_wanted_indeed(
    qtbot: QtBot, window: MainWindow
) -> None:
    await begin_temporary(qtbot, window)
    ask(qtbot, window, "A quiet boat")
    await until(lambda: listed(window) == ["A quiet boat", "Celadon"], "the question")
    for wanted, left in ((False, ["A quiet boat", "Celadon"]), (True, ["Celadon"])):
        window.sidebar.list.setFocus()
        qtbot.keyClick(window.sidebar.list, Qt.Key.Key_Delete)
        dialog = await question(window)
        assert "Nothing brings it back" in words(dialog)
        (dialog.deed_button if wanted else dialog.cancel_button).click()
        await until(lambda: not window.findChildren(ConfirmDialog), "its end")
        await until(lambda: listed(window) == left, f"{left}")  # noqa: B023
    assert (in_trash(window), window.pane.temporary.isVisible()) == ([], False)


async def test_how_long_a_conversation_is_kept_is_asked_in_a_dialog(
    window: MainWindow, controller: ScriptedController
) -> None:
    conversation = ConversationId(shown(window))
    window.sidebar.wishes.retention.emit(conversation)
    (dialog,) = window.findChildren(RetentionDialog)
    dialog.part.choice.chosen.emit(24)
    await until(lambda: controller.retaining.own == {conversation: 24}, "the number")
    dialog.reject()
