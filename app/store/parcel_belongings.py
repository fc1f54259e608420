"""SQL of what comes with the items of a parcel: files, edits, marks, faults, and what they were elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from app.domain.attachment import Seal
from app.domain.ids import AttachmentId, ItemId
from app.domain.parcel import ParcelFile, ParcelItem
from app.domain.text_pieces import storable
from app.store import attachments, blobs, words
from app.store.arriving import Arriving
from app.store.driver import Connection

_FAULT = "UPDATE item SET fault_kind = ?, fault_summary = ? WHERE id = ?"
_REVISE = "INSERT INTO revision (item, body, created_at) VALUES (?, ?, ?)"
_MARK = """
    INSERT INTO overlay (conversation, item, pinned_at, excluded_at, revision) VALUES (?, ?, ?, ?, ?)
"""
_ORIGIN = "INSERT INTO item_origin (item, source_id, raw) VALUES (?, ?, ?)"
_BROUGHT_IN = "INSERT OR IGNORE INTO brought_in (conversation, source) VALUES (?, ?)"
_WAS_BROUGHT_IN = "SELECT source FROM brought_in WHERE conversation = ?"
_BLOB = "SELECT id FROM blob WHERE sha256 = ?"


@dataclass(frozen=True, slots=True)
class Placed:
    """An item that has come in: under which id and number."""

    item: ParcelItem
    id: ItemId
    number: int


def add_belongings(
    connection: Connection, conversation: int, came: Iterable[Placed], arriving: Arriving
) -> tuple[int, int]:
    """Add what belongs to items that are new here. Return how many files came, and how many did not."""
    came = list(came)
    attached = missing = 0
    for placed in came:
        if placed.item.fault:
            fault = placed.item.fault
            connection.execute(_FAULT, (storable(fault.kind), storable(fault.summary), placed.number))
        _mark(connection, conversation, placed, arriving.parcel.head.changed_at)
        for file in placed.item.files:
            is_there = _attach(connection, placed.id, file, arriving)
            attached, missing = attached + is_there, missing + (not is_there)
    connection.executemany(
        _ORIGIN, [_origin(each) for each in came if each.id != each.item.id or each.item.raw is not None]
    )
    connection.executemany(_BROUGHT_IN, [(conversation, digest(each.item.id)) for each in came])
    return attached, missing


def brought_in(connection: Connection, conversation: int) -> set[int]:
    """Return the digests of all that the conversation was ever brought in with."""
    return {source for (source,) in connection.execute(_WAS_BROUGHT_IN, (conversation,))}


def digest(source_id: str) -> int:
    return int.from_bytes(sha256(storable(source_id).encode()).digest()[:8], signed=True)


def known_hashes(connection: Connection, hashes: Iterable[str]) -> set[str]:
    """Return which of these hashes, in hexadecimal, are those of bytes that the archive has."""
    return {each for each in hashes if connection.execute(_BLOB, (bytes.fromhex(each),)).fetchone()}


def _mark(connection: Connection, conversation: int, placed: Placed, moment: int) -> None:
    item, revision = placed.item, None
    if item.edited is not None:
        with words.reworded(connection, placed.number):
            made = (placed.number, item.edited, item.ended_at or item.created_at)
            revision = connection.execute(_REVISE, made).lastrowid
    if revision or item.is_pinned or item.is_excluded:
        pinned, excluded = (moment if marked else None for marked in (item.is_pinned, item.is_excluded))
        connection.execute(_MARK, (conversation, placed.number, pinned, excluded, revision))


def _attach(connection: Connection, item: ItemId, file: ParcelFile, arriving: Arriving) -> bool:
    blob = _blob(connection, file, arriving)
    if blob is None:
        return False
    attachment = AttachmentId(next(arriving.ids))
    attachments.add_attachment(connection, attachment, item, blob, file.name, file.media_type, file.text)
    return True


def _blob(connection: Connection, file: ParcelFile, arriving: Arriving) -> int | None:
    """Return the number of the file's bytes: those that are here already, or those that came."""
    seal = Seal(bytes.fromhex(file.sha256), file.size)
    row = connection.execute(_BLOB, (seal.sha256,)).fetchone()
    if row:
        return int(row[0])
    waiting = arriving.blobs.get(file.sha256)
    return None if waiting is None else blobs.end_blob(connection, waiting, seal)


def _origin(placed: Placed) -> tuple[int, str, str | None]:
    raw = placed.item.raw
    return placed.number, storable(placed.item.id), None if raw is None else storable(raw)
