"""How long it takes to plan a request over a conversation of 100 000 items: asked, and while typing."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from app.chat.context_preview import ContextPreview
from app.chat.context_reading import plan_request
from app.chat.event_stream import EventStream
from app.chat.token_counting import TokenCounting
from app.domain.asking import Asking
from app.domain.conversation import Conversation, TitleSource
from app.domain.events import MessageStored, ViewChanged
from app.domain.ids import BranchId, ConversationId
from app.domain.item import Item, question_body, reply_body
from app.providers.vocabularies import Vocabularies
from app.store import conversations, history
from app.store.archive import Archive
from app.store.driver import Connection
from tests.bench.archive.corpus import Texts
from tests.bench.archive.measuring import Conditions, Row, by_turns, tell

ITEMS = 100_000
WINDOW = 112_000  # tokens: what a model of 128 000 reads beside its answer
LARGE_WINDOW = 900_000
ONE = ConversationId("one")
TYPING_MS = 10.0
FROM_SCRATCH_MS = 100.0
_ADD = """
    INSERT INTO item (public_id, run, depth, role, state, body, created_at, ended_at, kind)
    VALUES (?, 1, ?, ?, 'complete', ?, 1, 1, 'message')
"""


@dataclass(frozen=True, slots=True)
class Place:
    archive: Archive
    preview: ContextPreview
    events: EventStream
    newest: Item

    async def from_scratch(self, asking: Asking) -> None:
        self.events.publish(ViewChanged(ONE))
        await self.archive.read(_nothing)  # the event has been heard by then
        await self.preview.outlook(ONE, asking, "")

    async def after_an_answer(self, asking: Asking) -> None:
        """Look again once something was added: what was known before is not read again."""
        self.events.publish(MessageStored(ONE, self.newest))
        await self.archive.read(_nothing)
        await self.preview.outlook(ONE, asking, "")


async def planning_rows(folder: Path, conditions: Conditions) -> list[Row]:
    tell(f"a conversation of {conditions.count(ITEMS)} items")
    async with _standing_in(folder, conditions.count(ITEMS)) as place:
        rows = [*await _rows(place, conditions, WINDOW, "128k")]
        return [*rows, *await _rows(place, conditions, LARGE_WINDOW, "1M")]


async def _rows(place: Place, conditions: Conditions, budget: int, window: str) -> list[Row]:
    asking, tight = Asking("m", budget), Asking("m", budget)
    draft = "Please tell me more about this. "

    async def typing(turn: int) -> None:
        await place.preview.outlook(ONE, asking, draft * (turn % 90))

    async def scratch(_: int) -> None:
        await place.from_scratch(tight)

    async def request(_: int) -> None:
        await plan_request(place.archive, ONE, asking)

    async def answered(_: int) -> None:
        await place.after_an_answer(asking)

    await place.preview.outlook(ONE, asking, "")
    (typed,) = await by_turns([typing], 200)
    (surveyed,) = await by_turns([scratch], 15)
    (planned,) = await by_turns([request], 15)
    (again,) = await by_turns([answered], 15)
    added = conditions.absolute(f"a look after an answer, {window} window", again, FROM_SCRATCH_MS)
    if window == "1M":
        return [
            conditions.absolute(f"a look while typing, {window} window", typed, TYPING_MS),
            added,
            conditions.row(f"the first look, {window} window", surveyed, planned, "a plan", None),
        ]
    return [
        conditions.absolute(f"a look while typing, {window} window", typed, TYPING_MS),
        added,
        conditions.absolute(f"the first look, {window} window", surveyed, FROM_SCRATCH_MS),
        conditions.absolute(f"a request planned, {window} window", planned, FROM_SCRATCH_MS),
    ]


@asynccontextmanager
async def _standing_in(folder: Path, items: int) -> AsyncIterator[Place]:
    archive, events = Archive(), EventStream()
    await archive.open(folder / "context.db", secrets.token_hex(48), is_new=True, now=1)
    counting = TokenCounting(archive, Vocabularies())
    preview = ContextPreview(archive, counting, events)
    try:
        await archive.write(_fill, items)
        page = await archive.read(history.page, ONE, None, 1)
        yield Place(archive, preview, events, page.items[-1])
    finally:
        await preview.close()
        counting.close()
        await archive.close()


def _fill(connection: Connection, items: int) -> None:
    """Write the items as they lie, without their words: nobody searches here."""
    texts = Texts()
    conversation = Conversation(ONE, BranchId("one"), "T", TitleSource.QUESTION, 1, 1)
    conversations.add_conversation(connection, conversation)
    connection.execute("INSERT INTO run (parent, depth) VALUES (NULL, 0)")
    rows = (
        (f"i{depth}", depth, "user", question_body(texts.text(depth, 2)))
        if depth % 2
        else (f"i{depth}", depth, "assistant", reply_body(texts.text(depth, 8), whole=True))
        for depth in range(1, items + 1)
    )
    connection.executemany(_ADD, rows)
    connection.execute("UPDATE branch SET run = 1, depth = ?", (items,))


def _nothing(connection: Connection) -> None:
    connection.execute("SELECT 1")
