"""Pages and events, and what happens when they cross."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.attachment import PreparedFile, Seal
from app.domain.errors import AppError, Fault
from app.domain.events import ReplyThought, ReplyWaits
from app.domain.ids import AttachmentId, ConversationId
from app.domain.item import ItemState
from app.ui.errands import Errands
from app.ui.event_relay import EventRelay
from app.ui.theme.theme import Theme
from app.ui.transcript.circumstances import CUT
from app.ui.transcript.transcript_feed import TranscriptFeed
from app.ui.transcript.transcript_view import TranscriptView
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import shown_texts

TURN = ("What is blue?", "Iron is.")
FILE = PreparedFile(AttachmentId("f"), 1, Seal(b"", 0), "notes.txt", "text/plain", "Iron.")


class Bench:
    """A view that is fed from a core in memory."""

    def __init__(self, view: TranscriptView, controller: ScriptedController) -> None:
        self.view = view
        self.core = controller
        self.failures: list[AppError] = []
        self.filled: list[bool] = []
        self.errands = Errands(self.failures.append)
        self.feed = TranscriptFeed(view, controller, self.errands)
        self.feed.filled.connect(self.filled.append)
        self.relay = EventRelay(controller.events, view)
        self.relay.happened.connect(self.feed.apply)

    @property
    def texts(self) -> list[str]:
        return shown_texts(self.view)

    async def shows(self, *texts: str) -> None:
        await until(lambda: self.texts == [*texts], f"{texts}")

    async def open(self, conversation_id: ConversationId) -> None:
        self.feed.open(conversation_id)
        await until(lambda: self.view.history.items, "a page")
        await settle()


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
async def bench(qtbot: QtBot, theme: Theme, controller: ScriptedController) -> AsyncIterator[Bench]:
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show()
    made = Bench(view, controller)
    yield made
    made.relay.end()
    made.errands.cancel()
    await settle()


async def test_a_conversation_is_read_and_shown(bench: Bench) -> None:
    await bench.open(bench.core.keep("Blue", TURN))
    assert bench.texts == [*TURN]
    assert bench.filled == [True]


async def test_an_empty_beginning_says_that_there_is_nothing(bench: Bench) -> None:
    bench.feed.begin(None)
    assert (bench.texts, bench.filled) == ([], [False])


async def test_a_new_conversation_is_built_from_events_alone(bench: Bench) -> None:
    conversation = bench.core.send(None, "Why?")
    bench.feed.begin(conversation)
    bench.core.begin_reply(conversation)
    for piece in ("Be", "cause."):
        bench.core.grow(conversation, piece)
    await bench.shows("Why?", "Because.")
    bench.core.end_reply(conversation, ItemState.STOPPED)
    await until(lambda: bench.view.newest.state is ItemState.STOPPED, "the end")


async def test_only_for_the_files_of_a_question_a_page_is_read_again(bench: Bench) -> None:
    conversation = bench.core.keep("Blue", TURN)
    await bench.open(conversation)
    bench.core.send(conversation, "And green?")
    await bench.shows(*TURN, "And green?")
    assert bench.core.pages_read == 1
    bench.core.send(conversation, "And this?", (FILE,))
    await until(lambda: bench.core.pages_read == 2, "the page with the files")


async def test_other_conversations_leave_it_alone(bench: Bench) -> None:
    other = bench.core.keep("Other", TURN)
    await bench.open(bench.core.keep("Blue", TURN))
    bench.core.send(other, "More")
    bench.core.begin_reply(other)
    bench.core.grow(other, "text")
    bench.core.end_reply(other)
    await settle()
    assert bench.texts == [*TURN]


async def test_a_growing_reply_that_is_opened_misses_and_repeats_nothing(bench: Bench) -> None:
    conversation = bench.core.keep("Blue", TURN)
    bench.core.begin_reply(conversation)
    bench.core.grow(conversation, "one ")
    bench.feed.open(conversation)
    bench.core.grow(conversation, "two ")
    await asyncio.sleep(0)
    bench.core.grow(conversation, "three ")
    await settle()
    bench.core.grow(conversation, "four")
    await bench.shows(*TURN, "one two three four")


async def test_what_is_stored_while_a_page_is_read_is_shown_once(bench: Bench) -> None:
    conversation = bench.core.keep("Blue", TURN)
    bench.feed.open(conversation)
    bench.core.send(conversation, "More?")
    bench.core.begin_reply(conversation)
    await bench.shows(*TURN, "More?", "")
    bench.core.grow(conversation, "Yes.")
    await bench.shows(*TURN, "More?", "Yes.")


async def test_only_the_last_of_two_conversations_opened_at_once_is_shown(bench: Bench) -> None:
    first, second = bench.core.keep("One", ("a", "b")), bench.core.keep("Two", ("c", "d"))
    bench.feed.open(first)
    bench.feed.open(second)
    await bench.shows("c", "d")
    await settle()
    assert bench.texts == ["c", "d"]


async def test_scrolling_up_brings_what_came_before_until_the_beginning(bench: Bench) -> None:
    await bench.open(bench.core.keep("Long", *[TURN] * 125))
    assert len(bench.texts) == 100
    while bench.view.anchor.top > 0:
        bench.view.move_by(400)
        await settle()
    await until(lambda: bench.view.history.item(1), "the beginning")
    assert [item.depth for item in bench.view.history.items] == [*range(1, 251)]


async def test_the_beginning_is_shown_as_soon_as_it_is_read(bench: Bench) -> None:
    await bench.open(bench.core.keep("Long", *[TURN] * 500))
    bench.view.jump_to(0, 0)
    assert bench.view.anchor.sticks  # nothing moves until there is something to show
    await until(lambda: bench.view.anchor.top == 0, "the beginning")
    assert bench.view.history.item(500) is None


async def test_the_cut_comes_with_the_page_and_moves_with_a_reply(bench: Bench) -> None:
    conversation = bench.core.keep("Blue", TURN, TURN, TURN)
    bench.core.keep_ledger(conversation, 3)
    await bench.open(conversation)
    assert lines_above(bench, 3) == ["The model does not see the 2 messages above"]
    bench.core.begin_reply(conversation, cut=5)
    await settle()
    assert lines_above(bench, 3) == []
    assert "4 messages" in lines_above(bench, 5)[0]


def lines_above(bench: Bench, depth: int) -> list[str]:
    return [words for kind, words in bench.view.rows.row(depth - 1).around.lines if kind == CUT]


async def test_a_page_that_cannot_be_read_is_told_of(bench: Bench) -> None:
    conversation = bench.core.keep("Blue", TURN)
    bench.core.trouble = AppError("The disk is gone.")
    bench.feed.open(conversation)
    await until(lambda: bench.failures, "the failure")
    assert bench.failures == [bench.core.trouble]


async def test_before_the_first_word_it_says_what_the_reply_waits_for(bench: Bench) -> None:
    conversation = bench.core.send(None, "Why?")
    bench.feed.begin(conversation)
    reply = bench.core.begin_reply(conversation)
    await bench.shows("Why?", "")
    bench.core.events.publish(ReplyWaits(conversation, reply.id, 3.0, Fault("RateLimited", "")))
    await until(lambda: "Busy: asked again in 3 s" in progress(bench), "the waiting")
    bench.core.events.publish(ReplyThought(conversation, reply.id, "Hm."))
    await until(lambda: "Thinking" in progress(bench), "the thinking")
    bench.core.grow(conversation, "Because.")
    await bench.shows("Why?", "Because.")
    assert "Thinking" not in progress(bench)


def progress(bench: Bench) -> str:
    return bench.view.rows.row(len(bench.view.rows) - 1).progress
