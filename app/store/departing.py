"""Conversations on their way out: a head, then the items in stretches, never the whole of one in memory.

Only what the conversation shows goes along: what it hides stays, and what followed that follows what it
followed. Every branch is told once: a stretch begins where it leaves what was told before.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from app.domain.branch import Branch, Range, Tip
from app.domain.conversation import TitleSource
from app.domain.errors import ConversationGone, Fault, InputError
from app.domain.export_choice import Extent
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import ItemState, Role, reply_body
from app.domain.parcel import OURS, ParcelBranch, ParcelFile, ParcelHead, ParcelItem
from app.store import blobs, branches, journal, paths, tags
from app.store.driver import Connection
from app.store.paths import Place

Chosen = Extent | tuple[BranchId, ...]

_AT_ONCE = 250
_FEW = 4
_ROLES = MappingProxyType({role.value: role for role in Role})
_STATES = MappingProxyType({state.value: state for state in ItemState})
_HEAD = """
    SELECT conversation.id, title, title_source, conversation.created_at, changed_at, folder.name,
        pinned_at IS NOT NULL, archived_at IS NOT NULL, settings
    FROM conversation LEFT JOIN folder ON folder.id = conversation.folder WHERE conversation.public_id = ?
"""
_INSTRUCTIONS = "SELECT instructions FROM assistant WHERE public_id = ?"
_MADE_BY = """
    SELECT DISTINCT item.model, item.author FROM json_each(?) AS part
    CROSS JOIN item ON item.run = part.value ->> 0
        AND item.depth BETWEEN part.value ->> 1 AND part.value ->> 2
    WHERE item.role = 'assistant' ORDER BY 1, 2
"""
_HAS_OVERLAY = "SELECT 1 FROM overlay WHERE conversation = ? LIMIT 1"
_COLUMNS = """
    item.public_id, role, item.body, item.created_at, ended_at, state, model, kind, author, fault_kind,
    fault_summary
"""
_PLAIN = f"""
    SELECT {_COLUMNS}, NULL, 0, 0 FROM item WHERE run = ? AND depth BETWEEN ? AND ? ORDER BY depth
"""  # noqa: S608
_MARKED = f"""
    SELECT {_COLUMNS}, revision.body, overlay.pinned_at IS NOT NULL, overlay.excluded_at IS NOT NULL, depth
    FROM json_each(?) AS part
    CROSS JOIN item ON item.run = part.value ->> 0
        AND item.depth BETWEEN part.value ->> 1 AND part.value ->> 2
    LEFT JOIN overlay ON overlay.conversation = ? AND overlay.item = item.id
    LEFT JOIN revision ON revision.id = overlay.revision
    WHERE overlay.hidden_at IS NULL
"""  # noqa: S608
_NEAREST = """
    SELECT public_id FROM item
    LEFT JOIN overlay ON overlay.conversation = ? AND overlay.item = item.id
    WHERE run = ? AND depth BETWEEN ? AND ? AND hidden_at IS NULL ORDER BY depth DESC LIMIT 1
"""
_HAS_RAW = "SELECT 1 FROM item_origin WHERE raw IS NOT NULL LIMIT 1"
_RAW = """
    SELECT item.public_id, item_origin.raw FROM json_each(?) AS wanted
    CROSS JOIN item ON item.public_id = wanted.value
    CROSS JOIN item_origin ON item_origin.item = item.id
"""
_HAS_FILES = "SELECT 1 FROM attachment LIMIT 1"
_FILES = """
    SELECT item.public_id, name, media_type, lower(hex(sha256)), size, text
    FROM json_each(?) AS wanted
    CROSS JOIN item ON item.public_id = wanted.value
    CROSS JOIN attachment ON attachment.item = item.id
    JOIN blob ON blob.id = attachment.blob
    ORDER BY wanted.key, position
"""
_EVERY_FILE = """
    SELECT name, media_type, lower(hex(sha256)), size FROM json_each(?) AS part
    CROSS JOIN item ON item.run = part.value ->> 0
        AND item.depth BETWEEN part.value ->> 1 AND part.value ->> 2
    CROSS JOIN attachment ON attachment.item = item.id
    JOIN blob ON blob.id = attachment.blob
    LEFT JOIN overlay ON overlay.conversation = ? AND overlay.item = item.id
    WHERE overlay.hidden_at IS NULL ORDER BY part.key, item.depth, position
"""
_BLOB = "SELECT id FROM blob WHERE sha256 = ?"

Row = Sequence[Any]


@contextmanager
def open_departure(
    connection: Connection, conversation: ConversationId, chosen: Chosen
) -> Iterator["Departure"]:
    """Tell of a conversation as it is at this one moment, whatever others write meanwhile.

    That may last, so it is nothing for the connection that the screen waits for.
    """
    connection.execute("BEGIN")
    try:
        yield Departure(connection, conversation, chosen)
    finally:
        connection.execute("ROLLBACK")


class Departure:
    """One conversation, readable while `open_departure` lasts.

    `length` is the number of places that are walked: that of the items, and of those that are hidden.
    """

    def __init__(self, connection: Connection, conversation: ConversationId, chosen: Chosen) -> None:
        self._connection = connection
        row = connection.execute(_HEAD, (conversation,)).fetchone()
        if row is None:
            raise ConversationGone("There is no such conversation.")
        self._number: int = row[0]
        told = _chosen(branches.list_branches(connection, conversation), chosen)
        self._ways = list(_ways(connection, told))
        self.length = sum(part.last - part.first + 1 for way in self._ways for part in way)
        self._is_marked = self._any(_HAS_OVERLAY, self._number)
        self._has_files = self._any(_HAS_FILES)
        self._has_raw = self._any(_HAS_RAW)
        self.head = self._head(conversation, row, told)

    def items(self) -> Iterator[ParcelItem]:
        """Yield the items, each after the one that it is behind."""
        for way in self._ways:
            first = way[0]
            behind = self._shown_at(paths.place_before(self._connection, Place(0, first.run, first.first)))
            for parts in _portions(way):
                rows = self._rows(parts)
                files, raw = self._beside([row[0] for row in rows])
                for row in rows:
                    yield _item(row, behind, files.get(row[0], ()), raw.get(row[0]))
                    behind = row[0]

    def files(self) -> list[ParcelFile]:
        """Return the files of all items, each hash once, without what a model is given of them in words."""
        found: dict[str, ParcelFile] = {}
        if self._has_files:
            for row in self._connection.execute(_EVERY_FILE, (self._places(), self._number)):
                found.setdefault(row[2], ParcelFile(*row))
        return list(found.values())

    def bytes_of(self, sha256: str) -> Iterator[bytes]:
        """Yield the bytes of a file in pieces. Raises StoreDamaged before the last if they are not whole."""
        row = self._connection.execute(_BLOB, (bytes.fromhex(sha256),)).fetchone()
        if row is None:
            raise blobs.damaged()
        return blobs.pieces(self._connection, row[0])

    def _head(self, conversation: ConversationId, row: Row, told: Sequence[Branch]) -> ParcelHead:
        _, title, source, created, changed, folder, is_pinned, is_archived, settings = row
        shown = next((branch.id for branch in told if branch.is_shown), told[0].id)
        made_by = self._connection.execute(_MADE_BY, (self._places(),)).fetchall()
        return ParcelHead(
            origin=OURS,
            id=conversation,
            title=title,
            title_source=TitleSource(source),
            created_at=created,
            changed_at=changed,
            branches=tuple(
                ParcelBranch(each.id, self._shown_at(each.tip), each.created_at, each.name, each.is_main)
                for each in told
            ),
            shown=shown,
            folder=folder,
            tags=tags.tags_of(self._connection, conversation),
            is_pinned=bool(is_pinned),
            is_archived=bool(is_archived),
            settings=settings,
            models=tuple(sorted({model for model, _ in made_by if model})),
            assistants=tuple(sorted({author for _, author in made_by if author})),
            instructions=self._instructions(json.loads(settings)),
        )

    def _instructions(self, settings: Mapping[str, Any]) -> str | None:
        """Return what replies are asked for with: the conversation's own, or else its assistant's."""
        own = settings.get("instructions")
        if own is None and (assistant := settings.get("assistant")):
            row = self._connection.execute(_INSTRUCTIONS, (assistant,)).fetchone()
            own = row[0] if row else None
        return own

    def _shown_at(self, tip: Tip) -> str | None:
        """Return what is shown at a place or, where that is hidden, what is shown before it."""
        for part in paths.walk_back(self._connection, tip):
            values = (self._number, part.run, part.first, part.last)
            if row := self._connection.execute(_NEAREST, values).fetchone():
                return str(row[0])
        return None

    def _rows(self, parts: Sequence[Range]) -> list[Row]:
        if not self._is_marked and len(parts) <= _FEW:
            found = (self._connection.execute(_PLAIN, (part.run, part.first, part.last)) for part in parts)
            rows: list[Row] = [row for rows in found for row in rows]
        else:
            rows = self._connection.execute(_MARKED, (_told(parts), self._number)).fetchall()
            rows.sort(key=lambda row: int(row[-1]))
        return [self._as_far_as_it_grew(row) if row[5] == ItemState.STREAMING else row for row in rows]

    def _as_far_as_it_grew(self, row: Row) -> Row:
        """A reply that still grows leaves as one that was interrupted, with the text that it has."""
        body = reply_body(journal.written_text(self._connection, row[0]), whole=False)
        return (*row[:2], body, *row[3:5], ItemState.INTERRUPTED, *row[6:])

    def _beside(self, ids: Sequence[ItemId]) -> tuple[dict[str, tuple[ParcelFile, ...]], dict[str, str]]:
        """Return the files and the raw nodes of these items."""
        files: dict[str, tuple[ParcelFile, ...]] = {}
        raw: dict[str, str] = {}
        if self._has_files or self._has_raw:
            wanted = (json.dumps(ids),)
            for item, *file in self._connection.execute(_FILES, wanted):
                files[item] = (*files.get(item, ()), ParcelFile(*file))
            raw.update(self._connection.execute(_RAW, wanted))
        return files, raw

    def _places(self) -> str:
        return _told(part for way in self._ways for part in way)

    def _any(self, question: str, *values: int) -> bool:
        return self._connection.execute(question, values).fetchone() is not None


def _item(row: Row, behind: str | None, files: tuple[ParcelFile, ...], raw: str | None) -> ParcelItem:
    (
        public_id, role, body, created, ended, state, model, kind, author, fault, summary, edited, pinned,
        excluded, *_,
    ) = row  # fmt: skip
    return ParcelItem(
        public_id,
        behind,
        _ROLES[role],
        body,
        created,
        ended,
        _STATES[state],
        model,
        kind,
        author,
        Fault(fault, summary) if fault else None,
        edited,
        pinned == 1,
        excluded == 1,
        files,
        raw,
    )


def _chosen(known: Sequence[Branch], chosen: Chosen) -> list[Branch]:
    """Return the branches that are told, the shown one first. Raises InputError where none is left."""
    if chosen is Extent.SHOWN:
        told = [branch for branch in known if branch.is_shown]
    else:
        told = [branch for branch in known if chosen is Extent.ALL or branch.id in chosen]
    if not told:
        raise InputError("There are no such branches in this conversation.")
    return sorted(told, key=lambda branch: not branch.is_shown)


def _ways(connection: Connection, told: Iterable[Branch]) -> Iterator[list[Range]]:
    """Yield what each branch has that none before it had, from its first place on."""
    reached: dict[int, int] = {}
    for branch in told:
        way: list[Range] = []
        for part in paths.walk_back(connection, branch.tip):
            before = reached.get(part.run, part.first - 1)
            if part.last <= before:
                break
            reached[part.run] = part.last
            way.append(Range(part.run, before + 1, part.last))
            if before >= part.first:
                break
        if way:
            yield way[::-1]


def _portions(way: Iterable[Range]) -> Iterator[list[Range]]:
    """Cut stretches into portions that are read at once."""
    portion: list[Range] = []
    room = _AT_ONCE
    for part in way:
        first = part.first
        while first <= part.last:
            last = min(part.last, first + room - 1)
            portion.append(Range(part.run, first, last))
            room -= last - first + 1
            first = last + 1
            if not room:
                yield portion
                portion, room = [], _AT_ONCE
    if portion:
        yield portion


def _told(parts: Iterable[Range]) -> str:
    return json.dumps([(part.run, part.first, part.last) for part in parts])
