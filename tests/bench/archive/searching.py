"""Rows: the first page of a search, beside the very same statements with nothing made of their rows."""

from contextlib import closing
from datetime import UTC, date, datetime

from app.domain.search_query import Query, parse
from app.store import conversations, search
from app.store.driver import Connection, open_connection, read_only
from tests.bench.archive.building import ITEMS, LONG_PATH, MIDDLING_SIZE
from tests.bench.archive.corpus import BEGINNING, CJK, COMMON, PHRASE, RARE
from tests.bench.archive.ground import Ground
from tests.bench.archive.measuring import Row, by_turns
from tests.bench.archive.raw import open_raw
from tests.bench.archive.recording import replay, statements_of

ROUNDS = 15
PLAN_LIMIT = 2.0
MOST_MS, MOST_MS_SHORT = 40.0, 150.0

# As a person types it: a space ends a word. A single Latin letter is a word of its own to the product.
SOUGHT = (
    ("a rare word", f"{RARE} "),
    ("a common word", f"{COMMON} "),
    ("a phrase", f'"{" ".join(PHRASE)}"'),
    ("4 letters", "mode"),
    ("3 letters", "mod"),
    ("2 letters", "mo"),
    ("1 letter", "a "),
    ("1 CJK character", CJK[0]),
    ("2 CJK characters", CJK),
)
SHORT = frozenset({"2 letters", "1 letter"})


async def search_rows(ground: Ground) -> list[Row]:
    built, rows = ground.built, []
    slowest = {True: 0.0, False: 0.0}
    now = built.corpus.now()
    with (
        closing(read_only(open_connection(built.path, built.key))) as connection,
        closing(open_raw(built.path, built.key)) as raw,
    ):
        for filtered, narrowing in _filters(ground, connection).items():
            for name, text in SOUGHT:
                query = parse(f"{narrowing}{text}", day(now), UTC)
                ours, theirs = await _measured(connection, raw, query, now)
                slowest[name in SHORT] = max(ours, slowest[name in SHORT])
                what = f"search {ground.sized(ITEMS)}: {name}{filtered}"
                rows.append(ground.conditions.row(what, ours, theirs, "same plan raw", PLAN_LIMIT))
    absolute = ground.conditions.absolute
    return [
        *rows,
        absolute("the slowest search but those of 1 and 2 letters", slowest[False], MOST_MS),
        absolute("the slowest search of 1 or 2 letters", slowest[True], MOST_MS_SHORT),
    ]


def _filters(ground: Ground, connection: Connection) -> dict[str, str]:
    """What stands before the words, by the name that rows have for it."""
    named, now = ground.built.named, ground.built.corpus.now()
    small, large = (
        conversations.find_conversation(connection, each).title for each in (named.middling[0], named.long)
    )
    before = day(BEGINNING + (now - BEGINNING) * 2 // 3)
    return {
        "": "",
        f", in: {MIDDLING_SIZE} items": f'in:"{small}" ',
        f", in: {ground.sized(LONG_PATH)} items": f'in:"{large}" ',
        ", before:": f"before:{before.isoformat()} ",
    }


def day(moment: int) -> date:
    return datetime.fromtimestamp(moment / 1_000_000, UTC).date()


async def _measured(connection: Connection, raw: Connection, query: Query, now: int) -> list[float]:
    statements = statements_of(connection, lambda recorded: search.find(recorded, query, now))

    def find(_turn: int) -> None:
        search.find(connection, query, now)

    def bare(_turn: int) -> None:
        replay(raw, statements)

    return await by_turns([find, bare], ROUNDS, unmeasured=1)
