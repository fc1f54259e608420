"""Rows: pages of histories, the list of conversations, and opening the archive."""

import random
from contextlib import closing
from typing import Any

from app.domain.ids import ConversationId
from app.store import conversations, history
from app.store.archive import Archive
from app.store.driver import open_connection, read_only
from tests.bench.archive.building import BRANCH_POINTS, CONVERSATIONS, ITEMS, LONG_PATH, RANGES
from tests.bench.archive.ground import Ground
from tests.bench.archive.measuring import Row, by_turns
from tests.bench.archive.raw import COLUMNS, STRETCH, open_raw

PAGE = 50
LISTED = 100
PAGES = 300
LISTS = 100
OPENINGS = 40
NEWEST_LIMIT, NEWEST_MS = 2.0, 0.6
POSITION_LIMIT = 2.0
LIST_LIMIT, LIST_MS = 2.0, 2.0
OPEN_LIMIT = 3.0

_NEWEST = f"SELECT {COLUMNS} FROM item WHERE run = ? ORDER BY depth DESC LIMIT ?"  # noqa: S608
_LIST = """
    SELECT conversation.public_id, branch.public_id, title, title_source,
           conversation.created_at, conversation.changed_at
    FROM conversation JOIN branch ON branch.id = conversation.shown_branch
    WHERE trashed_at IS NULL ORDER BY conversation.changed_at DESC, conversation.id DESC LIMIT ?
"""


async def newest_rows(ground: Ground) -> list[Row]:
    """Another conversation in each round, so what is read was not read just before."""
    chosen = ground.built.named.middling
    ranges = [(await ground.path(conversation)).ranges[-1] for conversation in chosen]

    async def product(turn: int) -> None:
        await ground.archive.read(history.page, chosen[turn % len(chosen)], None, PAGE)

    with closing(read_only(open_connection(ground.built.path, ground.built.key))) as connection:

        def values(turn: int) -> None:
            history.page(connection, chosen[turn % len(chosen)], None, PAGE)

        def raw(turn: int) -> None:
            part = ranges[turn % len(ranges)]
            ground.raw.execute(STRETCH, (part.run, part.last - PAGE + 1, part.last)).fetchall()

        asked, made, read = await by_turns([product, values, raw], PAGES)
    name = f"newest {PAGE} of a branch among {ground.sized(ITEMS)} items"
    row = ground.conditions.row
    return [
        row(f"{name}, as values", made, read, "raw", NEWEST_LIMIT),
        row(f"{name}, asked from the loop", asked, read, "raw", None),
        ground.conditions.absolute(f"{name}: time", asked, NEWEST_MS),
    ]


async def position_rows(ground: Ground) -> list[Row]:
    long, regenerated = ground.built.named.long, ground.built.named.regenerated
    length = (await ground.path(long)).length
    dice = random.Random(3)  # noqa: S311

    async def newest(_turn: int) -> None:
        await ground.archive.read(history.page, long, None, PAGE)

    async def anywhere(_turn: int) -> None:
        await ground.archive.read(history.page, long, dice.randrange(PAGE + 1, length), PAGE)

    async def many_ranges(_turn: int) -> None:
        await ground.archive.read(history.page, regenerated, None, PAGE)

    plain, placed, ranged = await by_turns([newest, anywhere, many_ranges], PAGES)
    size, ranges, row = ground.sized(LONG_PATH), ground.sized(RANGES), ground.conditions.row
    path = f"a path of {size} items with {BRANCH_POINTS} branch points"
    return [
        row(f"any page by position in {path}", placed, plain, "its newest page", POSITION_LIMIT),
        row(
            f"newest {PAGE} of a path with {ranges} ranges",
            ranged,
            plain,
            "a plain newest page",
            POSITION_LIMIT,
        ),
    ]


async def list_rows(ground: Ground) -> list[Row]:
    async def product(_turn: int) -> None:
        await ground.archive.read(conversations.list_conversations, LISTED)

    with closing(read_only(open_connection(ground.built.path, ground.built.key))) as connection:

        def values(_turn: int) -> None:
            conversations.list_conversations(connection, LISTED)

        def raw(_turn: int) -> None:
            ground.raw.execute(_LIST, (LISTED,)).fetchall()

        asked, made, read = await by_turns([product, values, raw], LISTS)
    name = f"list the newest {LISTED} of {ground.sized(CONVERSATIONS)} conversations"
    row = ground.conditions.row
    return [
        row(f"{name}, as values", made, read, "raw", LIST_LIMIT),
        row(f"{name}, asked from the loop", asked, read, "raw", None),
        ground.conditions.absolute(f"{name}: time", asked, LIST_MS),
    ]


async def open_rows(ground: Ground) -> list[Row]:
    """From the key at hand to the first page. Both open the twin, and both are closed outside the time."""
    built = ground.built
    asked = built.named.middling[0]
    part = (await ground.path(asked)).ranges[-1]
    archives, connections = list[Archive](), list[Any]()

    async def product(_turn: int) -> None:
        archive = Archive()
        archives.append(archive)
        await archive.open(built.twin, built.key, is_new=False, now=built.corpus.now())
        await archive.read(history.page, ConversationId(asked), None, PAGE)

    def raw(_turn: int) -> None:
        connections.append(connection := open_raw(built.twin, built.key))
        connection.execute(STRETCH, (part.run, part.last - PAGE + 1, part.last)).fetchall()

    async def close() -> None:
        while archives:
            await archives.pop().close()
        while connections:
            connections.pop().close()

    ours, theirs = await by_turns([product, raw], OPENINGS, afterwards=close)
    name = "open the archive, key at hand, to the first page"
    return [ground.conditions.row(name, ours, theirs, "raw", OPEN_LIMIT)]
