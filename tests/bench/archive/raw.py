"""The yardstick: SQLCipher itself, told in bare statements what the archive is asked for in whole questions.

Its connections have the same cipher, the same journal and the same care for what is written; it knows every
number beforehand and never looks anything up.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.domain.arrival import Arrival, lay_out
from app.domain.indexed_text import indexed, text_in
from tests.bench.archive.corpus import Brought

_SETTINGS = (
    "PRAGMA temp_store = 2",
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)
COLUMNS = """
    public_id, run, depth, role, state, body, created_at, ended_at, model, fault_kind, fault_summary,
    kind, author
"""
STRETCH = f"SELECT {COLUMNS} FROM item WHERE run = ? AND depth BETWEEN ? AND ? ORDER BY depth"  # noqa: S608
ADD_ITEM = """
    INSERT INTO item (id, public_id, run, depth, kind, role, author, model, state, body, created_at, ended_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
ADD_WORDS = "INSERT INTO item_words (rowid, text) VALUES (?, ?)"
ADD_RUN = "INSERT INTO run (id, parent, depth) VALUES (?, ?, ?)"
ADD_CONVERSATION = """
    INSERT INTO conversation (id, public_id, title, title_source, created_at, changed_at)
    VALUES (?, ?, ?, ?, ?, ?)
"""
ADD_BRANCH = (
    "INSERT INTO branch (id, public_id, conversation, run, depth, created_at) VALUES (?, ?, ?, ?, ?, ?)"
)
SHOW_BRANCH = "UPDATE conversation SET shown_branch = ? WHERE id = ?"
ADD_TITLE_WORDS = "INSERT INTO title_words (rowid, text) VALUES (?, ?)"


def open_raw(path: Path, key: str) -> Any:  # noqa: ANN401 (the driver has no types)
    connection = dbapi2.connect(path, isolation_level=None, check_same_thread=False)
    connection.set_key(f"x'{key}'")
    for statement in _SETTINGS:
        connection.execute(statement)
    return connection


@contextmanager
def commit(connection: Any) -> Iterator[None]:  # noqa: ANN401
    connection.execute("BEGIN IMMEDIATE")
    yield
    connection.execute("COMMIT")


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of one conversation, made ready beforehand."""

    runs: Sequence[tuple[Any, ...]]
    items: Sequence[tuple[Any, ...]]
    words: Sequence[tuple[int, str]]
    conversation: tuple[Any, ...]
    branches: Sequence[tuple[Any, ...]]
    shown: tuple[int, int]


class RowMaker:
    """Numbers everything as an archive that was empty would."""

    def __init__(self) -> None:
        self._runs = 0
        self._conversations = 0
        self._branches = 0

    def rows(self, brought: Brought) -> Rows:
        layout = lay_out(brought.arrivals)
        self._conversations += 1
        first_run, first_branch = self._runs + 1, self._branches + 1
        self._runs += len(layout.stretches)
        self._branches += len(brought.tips)
        items = [
            (a.created_at >> 10, a.id, first_run + number, depth, *_values(a))
            for number, stretch in enumerate(layout.stretches)
            for depth, a in enumerate(stretch.items, stretch.first_depth)
        ]
        places = [layout.places[item] for item in brought.tips.values()]
        shown = first_branch + list(brought.tips).index(brought.conversation.shown_branch)
        told = brought.conversation
        belongs, now = (self._conversations,), told.created_at
        return Rows(
            [
                (first_run + number, parent and first_run + parent.stretch, parent.depth if parent else 0)
                for number, parent in enumerate(stretch.parent for stretch in layout.stretches)
            ],
            items,
            sorted((row[0], indexed([text_in(row[9])])) for row in items),
            (self._conversations, told.id, told.title, told.title_source, told.created_at, told.changed_at),
            [
                (first_branch + number, branch, *belongs, first_run + place.stretch, place.depth, now)
                for number, (branch, place) in enumerate(zip(brought.tips, places, strict=True))
            ],
            (shown, self._conversations),
        )


def _values(arrival: Arrival) -> tuple[Any, ...]:
    kind = (arrival.kind, arrival.role, arrival.author, arrival.model, arrival.state)
    return (*kind, arrival.body, arrival.created_at, arrival.created_at)


def insert(connection: Any, all_rows: Iterable[Rows]) -> None:  # noqa: ANN401
    """One commit for each conversation."""
    for rows in all_rows:
        with commit(connection):
            connection.executemany(ADD_RUN, rows.runs)
            connection.executemany(ADD_ITEM, rows.items)
            connection.executemany(ADD_WORDS, rows.words)
            connection.execute(ADD_CONVERSATION, rows.conversation)
            connection.executemany(ADD_BRANCH, rows.branches)
            connection.execute(SHOW_BRANCH, rows.shown)
            connection.execute(ADD_TITLE_WORDS, (rows.conversation[0], indexed([rows.conversation[2]])))
