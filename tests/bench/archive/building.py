"""Builds the measured archive once for a run, and a twin of it for the yardstick to write in."""

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.domain.ids import ConversationId
from app.store.bringing_in import bring_in
from app.store.driver import open_connection, pragma, transaction
from app.store.migrate import migrate
from app.system.private_file import create_privately
from tests.bench.archive.corpus import Brought, Corpus
from tests.bench.archive.measuring import Conditions, tell

ITEMS = 1_000_000
CONVERSATIONS = 100_000
LONG_PATH = 100_000
BRANCH_POINTS = 50
RANGES = 5_000
MIDDLING = 500
MIDDLING_SIZE = 60
# A power cut would only cost this run, and the index may gather more before it writes.
_IN_A_HURRY = (
    "PRAGMA cache_size = -262144",
    "PRAGMA synchronous = OFF",
    "INSERT INTO item_words (item_words, rank) VALUES ('hashsize', 33554432)",
)
_AT_LEISURE = "INSERT INTO item_words (item_words, rank) VALUES ('hashsize', 1048576)"
AT_ONCE = 20_000  # items in one commit: nobody waits for this archive but the run itself


@dataclass(frozen=True, slots=True)
class Named:
    """The conversations that rows ask for."""

    long: ConversationId
    regenerated: ConversationId
    hundred: ConversationId
    middling: tuple[ConversationId, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """The archive's file, and its twin of the same bytes under the same key."""

    path: Path
    twin: Path
    key: str
    corpus: Corpus
    named: Named
    items: int
    conversations: int


def build(folder: Path, conditions: Conditions) -> Built:
    corpus, key = Corpus(), secrets.token_hex(48)
    path, twin = folder / "archive.db", folder / "twin.db"
    special = _special(corpus, conditions)
    named = Named(
        special[0].conversation.id,
        special[1].conversation.id,
        special[2].conversation.id,
        tuple(brought.conversation.id for brought in special[3:]),
    )
    count = conditions.count(CONVERSATIONS) - len(special)
    small = conditions.count(ITEMS) - sum(len(brought.arrivals) for brought in special)
    fill(path, key, _all(corpus, special, count, small))
    size = path.stat().st_size >> 20
    tell(f"archive: {corpus.items} items, {count + len(special)} conversations, {size} MiB")
    shutil.copyfile(path, twin)
    return Built(path, twin, key, corpus, named, corpus.items, count + len(special))


def make_empty(path: Path, key: str) -> None:
    create_privately(path)
    with closing(open_connection(path, key)) as connection:
        migrate(connection)


def fill(path: Path, key: str, conversations: Iterable[Brought]) -> None:
    """Bring the conversations into a new archive, many in one commit."""
    make_empty(path, key)
    with closing(open_connection(path, key)) as connection:
        for statement in _IN_A_HURRY:
            pragma(connection, statement)
        for batch in _batches(conversations):
            with transaction(connection):
                for brought in batch:
                    bring_in(connection, brought.conversation, brought.arrivals, brought.tips)
        pragma(connection, _AT_LEISURE)
        pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")


def _special(corpus: Corpus, conditions: Conditions) -> list[Brought]:
    """They are the oldest, so nothing that rows ask for is at hand because it came last."""
    return [
        corpus.branching(conditions.count(LONG_PATH), BRANCH_POINTS),
        corpus.regenerated(conditions.count(RANGES)),
        corpus.plain(100),
        *(corpus.plain(MIDDLING_SIZE) for _ in range(conditions.count(MIDDLING))),
    ]


def _all(corpus: Corpus, special: list[Brought], count: int, items: int) -> Iterator[Brought]:
    """The special ones, then `count` others with so many items in all: every other one is twice as long."""
    yield from special
    left = items
    for number in range(count):
        share = left / (count - number)
        size = round(share * (4 / 3 if number % 2 else 2 / 3)) if number < count - 1 else left
        left -= size
        yield corpus.plain(max(1, size))


def _batches(conversations: Iterable[Brought]) -> Iterator[list[Brought]]:
    waiting = iter(conversations)
    while batch := list(islice(waiting, AT_ONCE // 10)):
        yield batch
