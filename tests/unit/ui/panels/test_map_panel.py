"""The map on the real core: what is done in it happens, and can be undone."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.events import ConversationCreated
from app.domain.ids import BranchId, ConversationId, ItemId
from app.store import branches
from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.exchange.export_dialog import ExportDialog
from app.ui.panels.map_panel import MapPanel
from app.ui.theme.theme import Theme
from tests.fixtures.core import Chat
from tests.fixtures.waiting import until
from tests.unit.store.writing import Writing
from tests.unit.ui.conftest import NOW

A = ConversationId("a")
Rows = Callable[[MapPanel], list[str]]


@pytest.fixture
async def panel(qtbot: QtBot, theme: Theme, chat: Chat) -> AsyncIterator[MapPanel]:
    """The map of a1 and a2, behind which a3 follows on the main line and b3 on a branch named b."""

    def write(writing: Writing) -> None:
        writing.conversation("a")
        for name in ("a1", "a2", "a3"):
            writing.question("a", name)
        branches.fork_at(writing.connection, A, ItemId("a2"), BranchId("b"), 5)
        writing.question("b", "b3")

    await chat.archive.write(lambda connection: write(Writing(connection)))
    around = QWidget()
    qtbot.addWidget(around)
    made = MapPanel(theme, chat.controller, lambda: NOW)
    made.setParent(around)
    around.resize(400, 600)
    made.resize(400, 600)
    chat.controller.events.subscribe(made.apply)
    made.show_conversation(A)
    around.show()
    yield made
    made.end()


def is_quiet(panel: MapPanel) -> bool:
    """Whether nothing is being read or about to be."""
    return len(asyncio.all_tasks()) == 1 and not panel.model._asking.isActive()


async def settled(panel: MapPanel, rows: Rows, expected: list[str]) -> None:
    await until(lambda: rows(panel) == expected, f"{expected}")
    await until(lambda: is_quiet(panel), "nothing to be under way")


async def test_it_shows_where_everything_hangs(panel: MapPanel, rows: Rows) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    assert panel.told.text() == "2 branches · 4 messages"


async def test_enter_shows_the_branch_and_asks_for_its_message(
    qtbot: QtBot, panel: MapPanel, rows: Rows, chat: Chat
) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    wanted: list[str] = []
    panel.message_wanted.connect(wanted.append)
    panel.list.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    await until(lambda: wanted, "the message")
    assert wanted == ["b3"]
    assert [each.is_shown for each in await chat.controller.branches.all(A)] == [False, True]
    await settled(panel, rows, ["a1", "  b3", "a3"])


async def test_a_branch_is_named_made_main_and_deleted_and_had_back(
    panel: MapPanel, rows: Rows, chat: Chat
) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    branch = (await chat.controller.branches.all(A))[1]
    panel.list.delegate.renamed.emit(panel.model.index(1), "Another")
    await settled(panel, rows, ["a1", "  Another", "a3"])
    panel.list.main_wanted.emit(branch)
    await settled(panel, rows, ["a1", "  a3", "Another"])
    undos: list[Callable[[], object]] = []
    panel.undo_offered.connect(lambda _done, undo: undos.append(undo))
    panel.list.delete_wanted.emit(branch)
    await settled(panel, rows, ["a1"])
    assert not panel.prune_button.isEnabled()
    undos[0]()
    await settled(panel, rows, ["a1", "  a3", "Another"])


@pytest.mark.parametrize("way", ["delete_wanted", "detach_wanted"])
async def test_a_branch_goes_once_however_often_that_is_asked_for(
    panel: MapPanel, rows: Rows, chat: Chat, way: str
) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    told: list[str] = []
    panel.complained.connect(told.append)
    branch = (await chat.controller.branches.all(A))[1]
    for _ in range(2):
        getattr(panel.list, way).emit(branch)
    await settled(panel, rows, ["a1"])
    assert told == []
    await until(lambda: is_quiet(panel), "nothing to be under way")


async def test_a_branch_is_exported_from_its_row(panel: MapPanel, rows: Rows, chat: Chat) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    branch = (await chat.controller.branches.all(A))[1]
    panel.list.export_wanted.emit(branch)
    [dialog] = panel.window().findChildren(ExportDialog)
    assert dialog.choice.branches == (branch.id,)
    dialog.reject()


async def test_the_only_branch_stays_and_is_said_to(panel: MapPanel, rows: Rows, chat: Chat) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    told: list[str] = []
    panel.complained.connect(told.append)
    for branch in await chat.controller.branches.all(A):
        panel.list.delete_wanted.emit(branch)
    await until(lambda: told, "the refusal")
    assert "cannot be without a branch" in told[0]
    await until(lambda: is_quiet(panel), "nothing to be under way")


async def test_pruning_tells_the_counts_first_and_can_be_undone(
    panel: MapPanel, rows: Rows, chat: Chat
) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    undos: list[tuple[str, Callable[[], object]]] = []
    panel.undo_offered.connect(lambda done, undo: undos.append((done, undo)))
    panel.prune_button.click()
    dialog = await until(lambda: panel.window().findChild(ConfirmDialog), "the question")
    assert "1 branch would be deleted, with 1 message that only they hold." in dialog.accessibleDescription()
    dialog.deed_button.click()
    await settled(panel, rows, ["a1"])
    assert undos[0][0] == "1 branch deleted"
    undos[0][1]()
    await settled(panel, rows, ["a1", "  b3", "a3"])
    assert len(await chat.controller.branches.all(A)) == 2


async def test_a_branch_is_moved_into_a_conversation_of_its_own(
    panel: MapPanel, rows: Rows, chat: Chat
) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    panel.list.detach_wanted.emit((await chat.controller.branches.all(A))[1])
    await chat.told.until(ConversationCreated)
    await settled(panel, rows, ["a1"])


async def test_before_the_first_question_there_is_no_map(panel: MapPanel, rows: Rows) -> None:
    await settled(panel, rows, ["a1", "  b3", "a3"])
    panel.show_conversation(None)
    await until(lambda: panel.told.text() == "Nothing has been asked yet.", "the words")
    assert rows(panel) == []
    await until(lambda: is_quiet(panel), "nothing to be under way")
