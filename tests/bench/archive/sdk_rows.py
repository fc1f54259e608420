"""Rows: the same work done by the archive and by each of the Agents SDK's sessions."""

import asyncio
import importlib.util
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from app.domain.branch import Range
from app.domain.ids import BranchId, ConversationId
from app.domain.item import question_body, reply_body
from app.domain.search_query import parse
from app.store import branches, conversations, history, items, paths, search
from app.store.archive import Archive
from app.store.driver import Connection
from tests.bench.archive.appending import Product
from tests.bench.archive.building import CONVERSATIONS, Built, Named, fill
from tests.bench.archive.corpus import RARE, Corpus
from tests.bench.archive.ground import Ground
from tests.bench.archive.measuring import Row, by_turns, tell
from tests.bench.archive.raw import STRETCH, open_raw
from tests.bench.archive.searching import day

ITEMS = 100_000
PAGE = 50
LISTED = 100
AHEAD = 1.0
SESSIONS = ("SQLiteSession", "AdvancedSQLiteSession", "EncryptedSession")

Ask = Callable[[Any], Awaitable[object]]
Closing = Callable[[], Awaitable[object]]


async def sdk_rows(ground: Ground) -> list[Row]:
    if importlib.util.find_spec("agents") is None:
        why = "the package openai-agents is not installed"
        return [ground.conditions.missing(f"beside {name}", why) for name in SESSIONS]
    async with _both_sides(ground) as sides:
        return await sides.rows()


class _Sides:
    """The same history in an archive of its own, and in a session of each kind."""

    def __init__(self, ground: Ground, own: Ground, sessions: list[Any], stored: dict[str, int]) -> None:
        self.ground = ground
        self.own = own
        self.sessions = sessions
        self.stored = stored
        self._to_close: list[Closing] = []

    async def rows(self) -> list[Row]:
        size, listed = self.ground.sized(ITEMS), self.ground.sized(CONVERSATIONS)
        long = self.own.built.named.long
        turn = [json.loads(question_body(self._text())), json.loads(reply_body(self._text(), whole=True))]
        appended = Product(self.own, long)
        rows = [
            *await self._newest(size),
            *await self._compare(
                f"search {size}",
                self._search,
                lambda session: session.search(RARE),
                3,
                how="searches_by",
            ),
            *await self._compare(
                f"list {LISTED} of {listed} conversations",
                lambda: self.ground.archive.read(conversations.list_conversations, LISTED),
                lambda session: session.list(LISTED),
                10,
                how="lists_by",
            ),
            *await self._compare(f"fork at the end of {size}", self._fork, lambda s: s.fork(), 2, "forks_by"),
            *await self._compare(
                f"append a turn to {size}",
                lambda: appended.turn(0),
                lambda session: session.append(turn),
                20,
                binds=False,
            ),
            *await self._compare(
                f"load all {size}", self._load_all, lambda session: session.everything(), 2, binds=False
            ),
        ]
        return [*rows, *self._bytes(size), *await self._opening(size)]

    async def _newest(self, size: str) -> list[Row]:
        """The newest items and a page of them, from what is open."""
        long, read = self.own.built.named.long, self.own.archive.read
        end = (await read(history.page, long, None, PAGE)).length
        return [
            *await self._compare(  # the same work: a session gives the items and nothing else
                f"newest {PAGE} of {size}, the items",
                lambda: read(history.shown_between, long, end - PAGE + 1, end),
                lambda session: session.newest(PAGE),
                rounds=40,
            ),
            *await self._compare(  # with versions, files, costs and the ledger
                f"newest {PAGE} of {size}, a page for the screen",
                lambda: read(history.page, long, None, PAGE),
                lambda session: session.newest(PAGE),
                rounds=40,
                binds=False,
            ),
        ]

    async def _opening(self, size: str) -> list[Row]:
        """From a file that nobody has open to its newest items. Closing it again is no part of that."""
        long, read = self.own.built.named.long, self.own.archive.read
        end = (await read(history.page, long, None, PAGE)).length
        floor = _Floor(self.own, (await self.own.path(long)).ranges[-1])
        await self.close()
        works = {  # below SQLCipher alone, told every number, nothing can be that is read through the cipher
            "the items": (lambda: self._open(history.shown_between, end - PAGE + 1, end), True),
            "a page for the screen": (lambda: self._open(history.page, None, PAGE), False),
            "SQLCipher alone": (lambda: self._opened(floor.open), False),
        }
        rows: list[Row] = []
        for name, (ours, binds) in works.items():
            rows += await self._compare(
                f"open to the newest {PAGE} of {size}, {name}",
                ours,
                lambda session: self._opened(session.open_to, PAGE),
                25,
                binds=binds,
                afterwards=self._close_opened,
            )
        return rows

    async def _compare(
        self,
        name: str,
        ours: Callable[[], Awaitable[object]],
        theirs: Ask,
        rounds: int,
        how: str = "",
        *,
        binds: bool = True,
        afterwards: Callable[[], Awaitable[object]] | None = None,
    ) -> list[Row]:
        tell(f"  {name}")

        def work(session: Any) -> Callable[[int], Awaitable[object]]:  # noqa: ANN401
            return lambda _turn: theirs(session)

        works = [lambda _turn: ours(), *(work(session) for session in self.sessions)]
        unmeasured = 1 if rounds > 2 else 0
        mine, *others = await by_turns(works, rounds, unmeasured=unmeasured, afterwards=afterwards)
        return [
            self.ground.conditions.row(
                f"{name}, beside {session.name}",
                mine,
                other,
                f"by {getattr(session, how)}" if how else "theirs",
                AHEAD if binds else None,
            )
            for session, other in zip(self.sessions, others, strict=True)
        ]

    def _bytes(self, size: str) -> list[Row]:
        ours = self.own.built.items
        return [
            self.ground.conditions.row(
                f"bytes of {size}: enciphered whole, with index and branches, beside {session.name}",
                self.stored["ours"] / ours,
                self.stored[session.name] / ours,
                session.stores,
                None,
                unit="B an item",
            )
            for session in self.sessions
        ]

    async def _open(self, work: Callable[..., object], *given: int | None) -> None:
        archive, built = Archive(), self.own.built
        self._to_close.append(archive.close)
        await archive.open(built.path, built.key, is_new=False, now=built.corpus.now())
        await archive.read(work, built.named.long, *given)

    async def _opened(self, opening: Callable[..., Awaitable[Closing]], *given: int) -> None:
        self._to_close.append(await opening(*given))

    async def _close_opened(self) -> None:
        while self._to_close:
            await self._to_close.pop()()

    async def close(self) -> None:
        """Safe to call twice."""
        await self.own.archive.close()
        for session in self.sessions:
            session.close()

    async def _search(self) -> None:
        now = self.own.built.corpus.now()
        await self.own.archive.study(search.find, parse(f"{RARE} ", day(now)), now)

    async def _fork(self) -> None:
        corpus, long = self.own.built.corpus, self.own.built.named.long
        shown = await self.own.archive.read(conversations.shown_branch, long)
        await self.own.archive.write(branches.fork_end, shown, BranchId(corpus.new_id()), corpus.now())

    async def _load_all(self) -> None:
        await self.own.archive.study(_everything, self.own.built.named.long)

    def _text(self) -> str:
        return self.own.built.corpus.text()


class _Floor:
    """What SQLCipher itself takes in a thread, told every number beforehand, without a tree or a proof."""

    def __init__(self, own: Ground, part: Range) -> None:
        self._built = own.built
        self._rows = (part.run, part.last - PAGE + 1, part.last)

    async def open(self) -> Closing:
        connection = await asyncio.to_thread(self._open)
        return lambda: asyncio.to_thread(connection.close)

    def _open(self) -> Any:  # noqa: ANN401 (the driver has no types)
        connection = open_raw(self._built.path, self._built.key)
        connection.execute(STRETCH, self._rows).fetchall()
        return connection


def _everything(connection: Connection, conversation: ConversationId) -> int:
    """All items as values, and their bodies understood, as a session gives them."""
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    return len([json.loads(item.body) for item in items.items_between(connection, path, 1, path.length)])


@asynccontextmanager
async def _both_sides(ground: Ground) -> AsyncIterator[_Sides]:
    # It takes a second to import, and those who measure other rows may not have it.
    from tests.bench.archive.sdk_sessions import Advanced, Encrypted, Plain

    folder = ground.built.path.parent
    corpus, key = Corpus(), secrets.token_hex(48)
    brought = corpus.plain(ground.conditions.count(ITEMS))
    path = folder / "beside.db"
    fill(path, key, [brought])
    stored = {"ours": path.stat().st_size}
    bodies = [json.loads(arrival.body) for arrival in brought.arrivals]
    sessions = [kind(folder) for kind in (Plain, Advanced, Encrypted)]
    for session in sessions:
        tell(f"  filling {session.name}")
        await session.fill(bodies)
        stored[session.name] = session.size()
        session.add_conversations(ground.conditions.count(CONVERSATIONS), brought.arrivals[0].body)
    long = brought.conversation.id
    built = Built(path, path, key, corpus, Named(long, long, long, (long,)), len(bodies), 1)
    archive = Archive()
    await archive.open(Path(path), key, is_new=False, now=corpus.now())
    sides = _Sides(ground, Ground(ground.conditions, built, archive, None), sessions, stored)
    try:
        yield sides
    finally:
        await sides.close()
