"""Rows: a turn appended as the product does it, and a fork. Each beside the same rows written barely."""

import asyncio
import queue
import threading
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from app.domain.ids import BranchId, ConversationId, ItemId, RequestId
from app.domain.indexed_text import indexed
from app.domain.item import ItemState, question_body, reply_body
from app.domain.ledger import Ledger, Span
from app.domain.question import Question
from app.domain.usage import Usage
from app.store import branches, conversations, turns
from app.store.driver import open_connection, transaction
from app.store.turns import ReplyPlace
from tests.bench.archive.building import LONG_PATH
from tests.bench.archive.ground import Ground
from tests.bench.archive.measuring import Row, by_turns
from tests.bench.archive.raw import ADD_ITEM, ADD_WORDS, commit

T = TypeVar("T")
TURNS = 150
FORKS = 400
APPEND_LIMIT = 1.3
SAME_AT_BOTH_SIZES = 1.2
FORK_LIMIT = 1.5
FORK_BYTES = 300

_MOVE_TIP = "UPDATE branch SET run = ?, depth = ? WHERE id = ?"
_TOUCH = "UPDATE conversation SET changed_at = ? WHERE id = ?"
_ADD_REQUEST = "INSERT INTO request (public_id, item, ledger, started_at) VALUES (?, ?, ?, ?)"
_END_ITEM = "UPDATE item SET state = ?, body = ?, ended_at = ? WHERE id = ?"
_END_REQUEST = "UPDATE request SET ended_at = ?, input_tokens = ?, output_tokens = ? WHERE id = ?"
_ADD_USAGE = """
    INSERT INTO usage (conversation, model, ended_at, is_estimate, input_tokens, output_tokens, cost)
    VALUES (?, ?, ?, 0, ?, ?, NULL)
"""
_ADD_BRANCH = """
    INSERT INTO branch (public_id, conversation, name, run, depth, created_at) VALUES (?, ?, NULL, ?, ?, ?)
"""
_WHERE = """
    SELECT conversation.id, branch.id, branch.run, branch.depth
    FROM conversation JOIN branch ON branch.id = conversation.shown_branch
    WHERE conversation.public_id = ?
"""


def _ledger(run: int, depth: int) -> Ledger:
    return Ledger("m", max(1, depth - 20), (Span(run, max(1, depth - 20), depth),), (), 4_000, 16_000)


class Product:
    """Appends a turn to one conversation as the product does: three commits.

    Through the archive's own door, unless another way to `write` is given.
    """

    def __init__(
        self, ground: Ground, conversation: ConversationId, write: Callable[..., Awaitable[Any]] | None = None
    ) -> None:
        self._ground = ground
        self._write = write or ground.archive.write
        self._conversation = conversation
        self._ledger = _ledger(1, 50)

    async def turn(self, _turn: int) -> None:
        corpus, write = self._ground.built.corpus, self._write
        question, reply, request = ItemId(corpus.new_id()), ItemId(corpus.new_id()), corpus.new_id()
        await write(turns.add_question, self._conversation, question, Question(corpus.text()), corpus.now())
        place = ReplyPlace(reply, RequestId(request), "m", self._ledger)
        growing = await write(
            turns.begin_reply, self._conversation, place, reply_body("", whole=False), corpus.now()
        )
        body, now = reply_body(corpus.text(), whole=True), corpus.now()
        ended = growing._replace(state=ItemState.COMPLETE, body=body, ended_at=now)
        await write(turns.end_reply, ended, Usage(4_000, 100), now)


@dataclass(slots=True)
class Bare:
    """Writes the very same rows in as many commits, and knows every number beforehand."""

    ground: Ground
    connection: Any
    conversation: int
    branch: int
    run: int
    depth: int

    @classmethod
    def of(cls, ground: Ground, conversation: ConversationId) -> "Bare":
        return cls(ground, ground.raw, *ground.raw.execute(_WHERE, (conversation,)).fetchone())

    def turn(self, _turn: int) -> None:
        self._ask()
        self._end(*self._begin())

    async def turn_in(self, thread: "HandOver") -> None:
        """The same, with each commit handed to a thread."""
        await thread.do(self._ask)
        number, request = await thread.do(self._begin)
        await thread.do(lambda: self._end(number, request))

    def _ask(self) -> None:
        text, now = self.ground.built.corpus.text(), self.ground.built.corpus.now()
        with commit(self.connection):
            number = self._add(now, "user", "complete", question_body(text), None)
            self.connection.execute(ADD_WORDS, (number, indexed([text])))

    def _begin(self) -> tuple[int, int]:
        corpus, ledger = self.ground.built.corpus, _ledger(1, 50).to_json()
        now = corpus.now()
        with commit(self.connection):
            number = self._add(now, "assistant", "streaming", reply_body("", whole=False), "m")
            values = (corpus.new_id(), number, ledger, now)
            return number, self.connection.execute(_ADD_REQUEST, values).lastrowid

    def _end(self, number: int, request: int) -> None:
        connection, answer = self.connection, self.ground.built.corpus.text()
        now = self.ground.built.corpus.now()
        with commit(connection):
            connection.execute(_END_ITEM, ("complete", reply_body(answer, whole=True), now, number))
            connection.execute(ADD_WORDS, (number, indexed([answer])))
            connection.execute("DELETE FROM journal WHERE item = ?", (number,))
            connection.execute(_END_REQUEST, (now, 4_000, 100, request))
            connection.execute(_ADD_USAGE, (self.conversation, "m", now, 4_000, 100))

    def _add(self, now: int, role: str, state: str, body: str, model: str | None) -> int:
        self.depth += 1
        number, public_id = now >> 10, self.ground.built.corpus.new_id()
        place = (number, public_id, self.run, self.depth)
        self.connection.execute(ADD_ITEM, (*place, "message", role, None, model, state, body, now, now))
        self.connection.execute(_MOVE_TIP, (self.run, self.depth, self.branch))
        self.connection.execute(_TOUCH, (now, self.conversation))
        return number


class HandOver:
    """The barest way from a loop to a thread and back."""

    def __init__(self) -> None:
        self._calls: queue.SimpleQueue[Any] = queue.SimpleQueue()
        threading.Thread(target=self._work, daemon=True).start()

    async def do(self, work: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        result: asyncio.Future[T] = loop.create_future()
        self._calls.put((loop, result, work))
        return await result

    def close(self) -> None:
        self._calls.put(None)

    def _work(self) -> None:
        while call := self._calls.get():
            loop, result, work = call
            try:
                loop.call_soon_threadsafe(result.set_result, work())
            except Exception as error:  # noqa: BLE001  # it belongs to whoever awaits
                loop.call_soon_threadsafe(result.set_exception, error)


async def append_rows(ground: Ground) -> list[Row]:
    """As it is written, on the same thread as the yardstick; and as the loop asks for it, with three hops.

    What a hop costs is the machine's affair. So what hops in the barest way is told beside it: the yardstick,
    and the product's own work without the archive's door.
    """
    small, large = ground.built.named.hundred, ground.built.named.long
    at_raw = Bare.of(ground, large)
    bare_small, bare_large = Bare.of(ground, small).turn, at_raw.turn
    with closing(open_connection(ground.built.path, ground.built.key)) as connection:

        def write_now(work: Callable[..., Any], *given: object) -> object:
            with transaction(connection):
                return work(connection, *given)

        async def write(work: Callable[..., Any], *given: object) -> object:
            return write_now(work, *given)

        at_small, at_large = Product(ground, small, write).turn, Product(ground, large, write).turn
        written = await by_turns([at_small, bare_small, at_large, bare_large], TURNS)
        with closing(HandOver()) as thread:
            over = Product(ground, large, lambda *work: thread.do(partial(write_now, *work))).turn
            handed = await by_turns([over, bare_large, lambda _turn: at_raw.turn_in(thread)], TURNS)
    at_small, at_large = Product(ground, small).turn, Product(ground, large).turn
    asked = await by_turns([at_small, bare_small, at_large, bare_large], TURNS)
    size, row = ground.sized(LONG_PATH), ground.conditions.row
    return [
        row("append a turn at 100 items, as it is written", *written[:2], "raw", APPEND_LIMIT),
        row(f"append a turn at {size} items, as it is written", *written[2:], "raw", APPEND_LIMIT),
        row("append a turn at 100 items, asked from the loop", *asked[:2], "raw", APPEND_LIMIT),
        row(f"append a turn at {size} items, asked from the loop", *asked[2:4], "raw", APPEND_LIMIT),
        row(f"a turn at {size} items, each commit handed over barely", *handed[:2], "raw", None),
        row(f"raw at {size} items, each commit handed over barely", *handed[:0:-1], "raw", None),
        row("append a turn at both sizes", asked[2], asked[0], "at 100", SAME_AT_BOTH_SIZES),
    ]


async def fork_rows(ground: Ground) -> list[Row]:
    long, corpus = ground.built.named.long, ground.built.corpus
    bare = Bare.of(ground, long)
    shown = await ground.archive.read(conversations.shown_branch, long)

    async def fork(_turn: int) -> None:
        to = BranchId(corpus.new_id())
        await ground.archive.write(branches.fork_end, shown, to, corpus.now())

    def insert(_turn: int) -> None:
        values = (corpus.new_id(), bare.conversation, bare.run, bare.depth, corpus.now())
        with commit(ground.raw):
            ground.raw.execute(_ADD_BRANCH, values)

    before = await ground.archive.read(_size)
    ours, raw = await by_turns([fork, insert], FORKS, unmeasured=0)
    grown = await ground.archive.read(_size) - before
    name, row = f"fork at the end of {ground.sized(LONG_PATH)} items", ground.conditions.row
    return [
        row(name, ours, raw, "one INSERT and COMMIT", FORK_LIMIT),
        ground.conditions.absolute(f"{name}: bytes", grown / FORKS, FORK_BYTES, "B"),
    ]


def _size(connection: Any) -> int:  # noqa: ANN401
    """The bytes of all pages in use: what others have left free may be taken without the file's growing."""
    pages, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size
