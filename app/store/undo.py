"""Acts that can be taken back: every row they change is noted, as it was and as the act left it.

An act changes rows through a Recorder. Playing back undoes the changes one by one, the last one first, which
never breaks a rule that held when the act was done. Where a row is no longer as the act left it, nothing is
played back at all. Only what points elsewhere because a row came or went is soft: where a person has let it
point to something else since, it stays so, and the rest comes back. Of conversations only places and marks
are noted, never a message or a title. What a person keeps beside them, such as a note, is noted whole: once
it is removed it stands nowhere else.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Self

from app.domain.branch import Tip
from app.domain.errors import BugError, UndoOutdated
from app.domain.ids import ConversationId, UndoId
from app.domain.purged import Purged
from app.domain.undo import OF_THE_LIST, Act, Undo
from app.store import purge_marks, touches, words
from app.store.driver import Connection, IntegrityError, attempt

KEPT_FOR = 24 * 3600 * 1_000_000
NEW_FOR = 20 * 1_000_000
"""Shorter than any rest, so that whatever is let go of has gone after the next."""

Key = tuple[int, ...]
Row = Mapping[str, Any]

_KEYS = MappingProxyType(
    {
        "folder": ("id",),
        "tag": ("id",),
        "prompt": ("id",),
        "assistant": ("id",),
        "note": ("id",),
        "summary": ("id",),
        "conversation": ("id",),
        "conversation_tag": ("conversation", "tag"),
        "branch": ("id",),
        "overlay": ("conversation", "item"),
    }
)
# What stands for another row: by these columns, changed alone.
_POINTERS = MappingProxyType({"conversation": ({"shown_branch"}, {"folder"}), "branch": ({"is_main"},)})
# Not written down of what an act adds: whether it has changed meanwhile is no reason to refuse.
_TEXT = frozenset({"title", "text", "instructions"})

_KEEP = "INSERT INTO undo (public_id, act, rows, created_at) VALUES (?, ?, ?, ?)"
_FIND = "SELECT act, rows FROM undo WHERE public_id = ?"
_ALL = "SELECT public_id, rows FROM undo ORDER BY id"
_FORGET = "DELETE FROM undo WHERE public_id = ?"
_OLD = "SELECT public_id FROM undo WHERE created_at <= ?"
_NOT_NEW = "SELECT public_id FROM undo WHERE created_at NOT BETWEEN ? AND ?"
_TRIM = "UPDATE undo SET rows = ? WHERE public_id = ?"
_CONVERSATION = "SELECT public_id FROM conversation WHERE id = ?"
_IS_NAMED = "SELECT 1 FROM branch WHERE conversation = ? AND name = ? AND id <> ?"
_HAS_MAIN = "SELECT 1 FROM branch WHERE conversation = ? AND is_main = 1 AND id <> ?"


@dataclass(frozen=True, slots=True)
class Change:
    """One row's change: the columns that it concerned, before and after. None where there was no row."""

    table: str
    key: Key
    conversations: tuple[int, ...]
    before: Row | None
    after: Row | None

    @classmethod
    def from_json(cls, values: list[Any]) -> Self:
        table, key, conversations, before, after = values
        return cls(table, tuple(key), tuple(conversations), before, after)

    def to_json(self) -> list[Any]:
        return [self.table, self.key, self.conversations, self.before, self.after]

    @property
    def item(self) -> int | None:
        """The item whose marks in a conversation this concerned."""
        return self.key[1] if self.table == "overlay" else None

    @property
    def text_since(self) -> int | None:
        """Since when a text stood there that the act took away or replaced. None if it was no text."""
        if self.before and _TEXT.intersection(self.before):
            moment: int = self.before["changed_at"]
            return moment
        return None

    @property
    def is_pointer(self) -> bool:
        """Whether a row that stands for something else only came to point elsewhere, or a tag was put on."""
        if self.before is None:
            return self.table == "conversation_tag"
        return set(self.after or ()) in _POINTERS.get(self.table, ())

    @property
    def tip(self) -> Tip | None:
        """Where a branch would end again, if this were played back."""
        if self.table == "branch" and self.before and self.before.get("run") is not None:
            return Tip(self.before["run"], self.before["depth"])
        return None


class Recorder:
    """Changes rows, and notes how they were."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.changes: list[Change] = []

    def add(self, table: str, **columns: Any) -> int:  # noqa: ANN401  # as SQLite takes them
        """Insert a row, and return its number."""
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        number = self._connection.execute(
            f"INSERT INTO {_known(table)} ({names}) VALUES ({places})",  # noqa: S608
            tuple(columns.values()),
        ).lastrowid
        if number is None:
            raise BugError("SQLite gave a new row no number.")
        key = tuple(columns.get(name, number) for name in _KEYS[table])
        self._note(table, key, None, {name: columns[name] for name in columns if name not in _TEXT}, columns)
        return number

    def change(self, table: str, key: Key, **columns: Any) -> None:  # noqa: ANN401
        """Give columns of a row new values. A branch's run and depth belong together."""
        row = _require(_row(self._connection, table, key))
        _write(self._connection, table, key, columns)
        self._note(table, key, {name: row[name] for name in columns}, columns, row, columns)

    def remove(self, table: str, key: Key) -> None:
        row = _require(_row(self._connection, table, key))
        _delete(self._connection, table, key)
        self._note(table, key, row, None, row)

    def _note(self, table: str, key: Key, before: Row | None, after: Row | None, *whole: Row) -> None:
        self.changes.append(Change(table, key, _conversations(table, key, whole), before, after))


@contextmanager
def recording(connection: Connection, undo: Undo, now: int) -> Iterator[Recorder]:
    """Let an act change rows in a way that `undo` can take back. It touches the conversations concerned."""
    recorder = Recorder(connection)
    yield recorder
    touches.touch_all(connection, _numbers(recorder.changes), now)
    connection.execute(_KEEP, (undo.id, undo.act, _as_text(recorder.changes), now))


def play(connection: Connection, undo: UndoId, now: int) -> tuple[ConversationId, ...]:
    """Take an act back, and return the conversations that it concerned. Raises UndoOutdated."""
    changes = _changes(connection, undo)
    named = _numbers(changes)
    before = _public(connection, named)
    is_soft = any(change.before is None or change.after is None for change in changes)
    try:
        with attempt(connection):
            for change in reversed(changes):
                if not (is_soft and _has_moved_on(connection, change)):
                    _take_back(connection, change)
    except IntegrityError as error:
        raise _outdated() from error
    _drop(connection, undo)
    touches.touch_all(connection, named, now)
    return tuple(dict.fromkeys((*before, *_public(connection, named))))


def concerned(connection: Connection, undo: UndoId) -> tuple[ConversationId, ...]:
    """Return the conversations that playing an act back would change. Raises UndoOutdated."""
    return tuple(_public(connection, _numbers(_changes(connection, undo))))


def is_kept(connection: Connection, undo: UndoId) -> bool:
    return connection.execute(_FIND, (undo,)).fetchone() is not None


def act_of(connection: Connection, undo: UndoId) -> Act:
    row = connection.execute(_FIND, (undo,)).fetchone()
    if row is None:
        raise _outdated()
    return Act(row[0])


def forget(connection: Connection, undo: UndoId) -> Purged:
    """Let go of an undo: what only it could bring back may be purged. Return the texts that it still held."""
    row = connection.execute(_FIND, (undo,)).fetchone()
    gone = _texts_of(_changes(connection, undo)) if row else Purged()
    purge_marks.note_removed(connection, gone)
    _drop(connection, undo)
    return gone


def forget_old(connection: Connection, now: int) -> Purged:
    """Let go of all undos that have been kept long enough, and return the texts that only they still held."""
    old = connection.execute(_OLD, (now - KEPT_FOR,)).fetchall()
    return sum((forget(connection, UndoId(undo)) for (undo,) in old), Purged())


def forget_unoffered(connection: Connection, offered: Collection[UndoId], now: int) -> Purged:
    """Let go of all undos that nobody offers to play, and return the texts that only they still held.

    One that was made just now may be about to be offered.
    """
    found = connection.execute(_NOT_NEW, (now - NEW_FOR, now)).fetchall()
    gone = (forget(connection, UndoId(undo)) for (undo,) in found if undo not in offered)
    return sum(gone, Purged())


def forget_of(connection: Connection, conversation: int) -> Purged:
    """Take out of all undos what concerns a conversation, and return the texts that only they still held.

    What an act on the list did to others can still be taken back. Any other act is let go of as a whole.
    """
    gone = Purged()
    for undo, changes in kept(connection):
        left = [change for change in changes if conversation not in change.conversations]
        if len(left) == len(changes):
            continue
        if act_of(connection, undo) in OF_THE_LIST and any(change.table != "tag" for change in left):
            connection.execute(_TRIM, (_as_text(left), undo))
        else:  # a tag that nobody would bear does not come back either
            gone += forget(connection, undo)
    return gone


def kept(connection: Connection) -> Iterator[tuple[UndoId, list[Change]]]:
    """Yield every undo that can be played, with its changes."""
    for undo, rows in connection.execute(_ALL).fetchall():
        yield UndoId(undo), [Change.from_json(values) for values in json.loads(rows)]


def _texts_of(changes: Iterable[Change]) -> Purged:
    since = [change.text_since for change in changes if change.text_since is not None]
    return Purged(texts=len(since), oldest=min(since, default=None))


def _drop(connection: Connection, undo: UndoId) -> None:
    connection.execute(_FORGET, (undo,))


def _changes(connection: Connection, undo: UndoId) -> list[Change]:
    row = connection.execute(_FIND, (undo,)).fetchone()
    if row is None:
        raise _outdated()
    return [Change.from_json(values) for values in json.loads(row[1])]


def _as_text(changes: Iterable[Change]) -> str:
    return json.dumps([change.to_json() for change in changes], separators=(",", ":"))


def _has_moved_on(connection: Connection, change: Change) -> bool:
    """Whether what an act let point elsewhere points elsewhere again, or has gone, or belongs elsewhere."""
    if not change.is_pointer:
        return False
    row = _row(connection, change.table, change.key)
    if change.before is None:
        return row is None
    if row is None or not _is_as(row, change.after):
        return True
    return change.table == "branch" and row["conversation"] not in change.conversations


def _take_back(connection: Connection, change: Change) -> None:
    """Make one row what it was. It must be as the act left it."""
    row = _row(connection, change.table, change.key)
    if not _is_as(row, change.after):
        raise _outdated()
    if change.before is None:
        if change.table == "conversation":
            words.forget_title(connection, change.key[0])
        _delete(connection, change.table, change.key)
        return
    if row and change.table == "note":
        words.forget_note(connection, change.key[0])
    before = change.before
    if change.table == "branch":
        before = _among_others(connection, change.key[0], row or {}, before)
    if row is None:
        _insert(connection, change.table, before)
    else:
        _write(connection, change.table, change.key, before)
    if change.table == "note":
        words.index_note(connection, change.key[0])


def _among_others(connection: Connection, branch: int, row: Row, before: Row) -> Row:
    """Return what a branch is to be again beside those that its conversation has now.

    It is without its name where another bears that, and is not the main line where another has become it.
    """
    whole, fitting = {**row, **before}, dict(before)
    if connection.execute(_IS_NAMED, (whole["conversation"], whole["name"], branch)).fetchone():
        fitting["name"] = None
    if whole["is_main"] and connection.execute(_HAS_MAIN, (whole["conversation"], branch)).fetchone():
        fitting["is_main"] = 0
    return fitting


def _is_as(row: Row | None, expected: Row | None) -> bool:
    if row is None or expected is None:
        return row is None and expected is None
    return all(row[name] == value for name, value in expected.items())


def _row(connection: Connection, table: str, key: Key) -> Row | None:
    cursor = connection.execute(f"SELECT * FROM {_known(table)} WHERE {_where(table)}", key)  # noqa: S608
    names = [column[0] for column in cursor.description]
    row = cursor.fetchone()
    return dict(zip(names, row, strict=True)) if row else None


def _insert(connection: Connection, table: str, row: Row) -> None:
    places = ", ".join("?" * len(row))
    connection.execute(
        f"INSERT INTO {_known(table)} ({', '.join(row)}) VALUES ({places})",  # noqa: S608
        tuple(row.values()),
    )


def _write(connection: Connection, table: str, key: Key, columns: Row) -> None:
    settings = ", ".join(f"{name} = ?" for name in columns)
    connection.execute(
        f"UPDATE {_known(table)} SET {settings} WHERE {_where(table)}",  # noqa: S608
        (*columns.values(), *key),
    )


def _delete(connection: Connection, table: str, key: Key) -> None:
    connection.execute(f"DELETE FROM {_known(table)} WHERE {_where(table)}", key)  # noqa: S608


def _known(table: str) -> str:
    if table not in _KEYS:
        raise BugError("No undo can be kept for such a row.")
    return table


def _where(table: str) -> str:
    return " AND ".join(f"{name} = ?" for name in _KEYS[table])


def _conversations(table: str, key: Key, rows: tuple[Row, ...]) -> tuple[int, ...]:
    if table == "conversation":
        return key
    return tuple(dict.fromkeys(row["conversation"] for row in rows if row.get("conversation") is not None))


def _numbers(changes: Iterable[Change]) -> dict[int, None]:
    """Return the numbers of the conversations that changes concern, in their order."""
    return {number: None for change in changes for number in change.conversations}


def _public(connection: Connection, numbers: Mapping[int, None]) -> list[ConversationId]:
    rows = (connection.execute(_CONVERSATION, (number,)).fetchone() for number in numbers)
    return [ConversationId(row[0]) for row in rows if row]


def _require(row: Row | None) -> Row:
    if row is None:
        raise BugError("There is no such row.")
    return row


def _outdated() -> UndoOutdated:
    return UndoOutdated("This cannot be undone any more.")
