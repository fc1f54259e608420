from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.backup import Backup
from app.domain.errors import DiskFull
from app.domain.ids import ConversationId
from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.dialogs.retention_part import RetentionPart
from app.ui.theme.theme import Theme
from tests.fakes.scripted_backing_up import ScriptedBackingUp
from tests.fakes.scripted_retaining import ScriptedRetaining
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW
from tests.unit.ui.test_trash_acts import words

ONE = ConversationId("one")


@pytest.fixture
def retaining() -> ScriptedRetaining:
    return ScriptedRetaining()


@pytest.fixture
def backing_up() -> ScriptedBackingUp:
    return ScriptedBackingUp(NOW)


@pytest.fixture
async def part(
    theme: Theme, retaining: ScriptedRetaining, backing_up: ScriptedBackingUp, window: QWidget
) -> AsyncIterator[RetentionPart]:
    made = RetentionPart(theme, retaining, backing_up)
    made.setParent(window)
    made.look()
    await until(made.state.text, "how things stand")
    yield made
    made.end()


@pytest.fixture
async def alone(
    theme: Theme, retaining: ScriptedRetaining, backing_up: ScriptedBackingUp, window: QWidget
) -> AsyncIterator[RetentionPart]:
    """The part of one conversation."""
    made = RetentionPart(theme, retaining, backing_up, ONE)
    made.setParent(window)
    made.look()
    await until(made.state.text, "how things stand")
    yield made
    made.end()


async def question(window: QWidget) -> ConfirmDialog:
    await until(lambda: window.findChildren(ConfirmDialog), "the question")
    return window.findChildren(ConfirmDialog)[-1]


async def test_what_deletes_nothing_at_once_holds_at_once(
    part: RetentionPart, retaining: ScriptedRetaining, window: QWidget
) -> None:
    assert part.state.text() == "Conversations are kept until you delete them."
    part.choice.chosen.emit(720)
    await until(lambda: part.choice.text() == "After 30 days", "the number")
    assert retaining.in_general == 720
    assert "nothing has changed for 30 days is deleted for ever. Pinned ones stay" in part.state.text()
    assert "Backups made before keep what they hold" in part.state.text()
    assert not window.findChildren(ConfirmDialog)


async def test_what_deletes_at_once_says_how_many_and_asks(
    part: RetentionPart, retaining: ScriptedRetaining, backing_up: ScriptedBackingUp, window: QWidget
) -> None:
    retaining.due = {24: 12}
    backing_up.kept = [Backup("a", NOW, 1), Backup("b", NOW, 1)]
    deleted: list[int] = []
    part.deleted.connect(deleted.append)
    part.choice.chosen.emit(24)
    dialog = await question(window)
    assert "12 conversations have not changed for 24 hours" in words(dialog)
    assert "2 backups may still hold something of it, until 2026-12-25 at the latest." in words(dialog)
    dialog.cancel_button.click()
    await until(lambda: not window.findChildren(ConfirmDialog), "its end")
    assert (retaining.in_general, part.choice.text(), deleted) == (0, "Never", [])
    part.choice.chosen.emit(24)
    (await question(window)).deed_button.click()
    await until(lambda: deleted == [12], "the deletion")
    assert (retaining.in_general, part.choice.text()) == (24, "After 24 hours")


async def test_one_conversation_may_keep_to_a_number_of_its_own(
    alone: RetentionPart, retaining: ScriptedRetaining
) -> None:
    assert (alone.choice.text(), alone.state.text()) == (
        "As for all: never",
        "This conversation is kept until you delete it.",
    )
    alone.choice.chosen.emit(168)
    await until(lambda: alone.choice.text() == "After 7 days", "the number")
    assert (retaining.own, retaining.in_general) == ({ONE: 168}, 0)
    assert "nothing has changed in it for 7 days. While it is pinned it stays." in alone.state.text()


async def test_what_holds_in_general_may_delete_one_that_kept_to_its_own(
    alone: RetentionPart, retaining: ScriptedRetaining, window: QWidget
) -> None:
    retaining.in_general, retaining.due = 24, {None: 1}
    alone.choice.chosen.emit(None)
    dialog = await question(window)
    assert "One conversation has not changed for 24 hours" in words(dialog)
    assert "backup" not in words(dialog)
    dialog.reject()


async def test_what_goes_wrong_is_told(part: RetentionPart, retaining: ScriptedRetaining) -> None:
    retaining.trouble = DiskFull("Full.")
    part.choice.chosen.emit(24)
    await until(lambda: not part.trouble.isHidden(), "the complaint")
    assert part.choice.isEnabled()
    assert part.choice.text() == "Never"
