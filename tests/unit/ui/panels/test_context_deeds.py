"""What is done to the model's view, on the real core, and taken back."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.branch import Range
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.errors import AppError
from app.domain.events import ReplyEnded
from app.domain.ids import ConversationId, SummaryId
from app.store import summaries
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.errands import Errands
from app.ui.panels.context_deeds import ContextDeeds
from app.ui.theme.theme import Theme
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat
from tests.fixtures.waiting import until


class Done:
    """What was offered to be undone."""

    def __init__(self, deeds: ContextDeeds) -> None:
        self.words: list[str] = []
        self._undo: Callable[[], object] = lambda: None
        deeds.done.connect(self._take)

    async def undo(self) -> None:
        self._undo()
        await until(lambda: len(asyncio.all_tasks()) == 1, "the undo to be over")

    def _take(self, words: str, undo: Callable[[], object]) -> None:
        self.words.append(words)
        self._undo = undo


def fail(error: AppError) -> None:
    raise AssertionError(error)


@pytest.fixture
async def asked(chat: Chat, server: ScriptedServer) -> ConversationId:
    """A conversation of one question and its answer, which a summary stands for."""
    chat.ask(server)
    conversation = chat.controller.send(None, "Why?")
    await chat.told.until(ReplyEnded)
    question = (await chat.controller.history(conversation)).items[0]
    await chat.archive.write(
        summaries.add_summary,
        SummaryId("s"),
        conversation,
        question.id,
        "Somebody asked why.",
        sources=(Range(question.run, 1, 1),),
        model="m",
        now=5,
    )
    return conversation


@pytest.fixture
async def deeds(qtbot: QtBot, theme: Theme, chat: Chat) -> AsyncIterator[ContextDeeds]:
    around = QWidget()
    qtbot.addWidget(around)
    around.show()
    errands = Errands(fail)

    def send(errand: object) -> None:
        errands.send(errand)

    yield ContextDeeds(theme, chat.controller, send, around)
    await until(lambda: not errands._tasks, "all that was begun to end")


def dialog() -> WordsDialog | None:
    shown = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, WordsDialog) and each.isVisible()
    ]
    return shown[0] if shown else None


async def test_a_policy_is_kept_and_taken_back(
    deeds: ContextDeeds, chat: Chat, asked: ConversationId
) -> None:
    done = Done(deeds)
    policy = ContextPolicy(PolicyKind.NEWEST_TURNS, 3)
    await deeds.keep_policy(asked, policy)
    assert (await chat.controller.shaping.of(asked)).policy == policy
    await done.undo()
    assert (await chat.controller.shaping.of(asked)).policy is None
    assert done.words == ["Changed how much is sent"]


async def test_a_message_is_pinned_and_let_go(deeds: ContextDeeds, chat: Chat, asked: ConversationId) -> None:
    done = Done(deeds)
    question = (await chat.controller.history(asked)).items[0]
    await deeds.pin(asked, question.id, pinned=True)
    assert await chat.controller.inspecting.pinned(asked) == {question.id}
    await done.undo()
    assert not await chat.controller.inspecting.pinned(asked)


async def test_a_summary_is_opened_changed_and_had_back(
    deeds: ContextDeeds, chat: Chat, asked: ConversationId
) -> None:
    done = Done(deeds)
    await deeds.open_summary(asked)
    opened = dialog()
    assert opened
    assert opened.text == "Somebody asked why."
    opened.field.setPlainText("Somebody asked.")
    opened.save_button.click()
    await until(lambda: done.words, "the change")
    [changed] = await chat.controller.compacting.summaries(asked)
    assert (changed.text, changed.model) == ("Somebody asked.", None)
    await done.undo()
    assert (await chat.controller.compacting.summaries(asked))[0].model == "m"


async def test_a_summary_is_deleted_and_had_back(
    deeds: ContextDeeds, chat: Chat, asked: ConversationId
) -> None:
    done = Done(deeds)
    await deeds.open_summary(asked)
    opened = dialog()
    assert opened
    opened.remove_button.click()
    await until(lambda: done.words, "the deletion")
    assert await chat.controller.compacting.summaries(asked) == []
    await done.undo()
    assert await chat.controller.compacting.summaries(asked)


async def test_what_was_sent_beside_the_messages_is_only_read(deeds: ContextDeeds) -> None:
    deeds.read("Instructions", "Be brief.")
    opened = dialog()
    assert opened
    assert (opened.text, opened.field.isReadOnly(), opened.save_button.isHidden()) == (
        "Be brief.",
        True,
        True,
    )
    opened.cancel_button.click()
