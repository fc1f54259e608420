"""SQL of attachments: which files belong to an item, in what order, and what a model is given of them."""

import json
from collections.abc import Iterable, Mapping, Sequence

from app.domain.attachment import PICTURE_TYPE, Attachment, GivenFile, PreparedFile
from app.domain.errors import BugError
from app.domain.ids import AttachmentId, ItemId
from app.domain.text_pieces import storable
from app.store import blobs, words
from app.store.driver import Connection

_ADD = """
    INSERT INTO attachment (public_id, item, position, blob, name, media_type, text)
    SELECT :id, :item, coalesce(max(position) + 1, 0), :blob, :name, :media_type, :text
    FROM attachment WHERE item = :item
"""
_ITEM = "SELECT id FROM item WHERE public_id = ?"
_ITEM_OF = "SELECT item FROM attachment WHERE public_id = ?"
_SELECT = """
    SELECT attachment.public_id, item.public_id, position, blob, size, name, media_type,
        octet_length(text)
    FROM attachment JOIN item ON item.id = attachment.item JOIN blob ON blob.id = attachment.blob
"""
_FIND = f"{_SELECT} WHERE attachment.public_id = ?"
_OF = """
    SELECT attachment.public_id, item.public_id, position, blob, size, name, media_type,
        octet_length(text)
    FROM json_each(?) AS wanted
    CROSS JOIN item ON item.public_id = wanted.value
    CROSS JOIN attachment ON attachment.item = item.id
    JOIN blob ON blob.id = attachment.blob
    ORDER BY wanted.key, position
"""
_ADD_AGAIN = """
    INSERT INTO attachment (public_id, item, position, blob, name, media_type, text)
    SELECT :id, :item, (SELECT coalesce(max(position) + 1, 0) FROM attachment WHERE item = :item),
        blob, name, media_type, text
    FROM attachment WHERE public_id = :old RETURNING 1
"""
_ANY = "SELECT max(id) FROM attachment"
_TEXT = "SELECT text FROM attachment WHERE public_id = ?"
_REMOVE = "DELETE FROM attachment WHERE public_id = ?"


def attach_all(connection: Connection, item: ItemId, files: Sequence[PreparedFile]) -> list[Attachment]:
    """Give an item the files that were prepared for it, behind those that it has.

    Their bytes are in the archive already and are sealed now, so that equal ones are kept once.
    """
    if not files:
        return []
    number = _number_of(connection, item)
    with words.reworded(connection, number):
        for file in files:
            blob = blobs.end_blob(connection, file.blob, file.seal)
            _add(connection, number, file.id, blob, file.name, file.media_type, file.text)
    return [find_attachment(connection, file.id) for file in files]


def attach_again(
    connection: Connection, item: ItemId, files: Mapping[AttachmentId, AttachmentId]
) -> list[Attachment]:
    """Give an item, such as a question asked anew, files that others have: each new id with the old one."""
    if not files:
        return []
    number = _number_of(connection, item)
    with words.reworded(connection, number):
        for new, old in files.items():
            values = {"id": new, "item": number, "old": old}
            if connection.execute(_ADD_AGAIN, values).fetchone() is None:
                raise BugError("There is no such attachment.")
    return [find_attachment(connection, new) for new in files]


def add_attachment(
    connection: Connection,
    attachment: AttachmentId,
    item: ItemId,
    blob: int,
    name: str,
    media_type: str,
    text: str | None = None,
) -> Attachment:
    """Put a file behind those that the item has. Its bytes are in the archive already."""
    number = _number_of(connection, item)
    with words.reworded(connection, number):
        _add(connection, number, attachment, blob, name, media_type, text)
    return find_attachment(connection, attachment)


def find_attachment(connection: Connection, attachment: AttachmentId) -> Attachment:
    row = connection.execute(_FIND, (attachment,)).fetchone()
    if row is None:
        raise BugError("There is no such attachment.")
    return Attachment(*row)


def attachments_of(connection: Connection, items: Iterable[ItemId]) -> list[Attachment]:
    """Return the files of these items: item by item as they were asked for, each in its own order."""
    return [Attachment(*row) for row in connection.execute(_OF, (json.dumps(list(items)),))]


def files_of(connection: Connection, items: Iterable[ItemId]) -> dict[ItemId, tuple[Attachment, ...]]:
    """Return the files of each item that has any, in their order."""
    if connection.execute(_ANY).fetchone()[0] is None:
        return {}
    found: dict[ItemId, tuple[Attachment, ...]] = {}
    for attachment in attachments_of(connection, items):
        found[attachment.item] = (*found.get(attachment.item, ()), attachment)
    return found


def given_files(connection: Connection, items: Iterable[ItemId]) -> dict[ItemId, tuple[GivenFile, ...]]:
    """Return what a model is given of the files of each item that has any, in their order.

    It reads whole texts and pictures, so it is nothing to wait for on the screen. Raises StoreDamaged.
    """
    if connection.execute(_ANY).fetchone()[0] is None:
        return {}
    given: dict[ItemId, tuple[GivenFile, ...]] = {}
    for attachment in attachments_of(connection, items):
        file = _given(connection, attachment)
        given[attachment.item] = (*given.get(attachment.item, ()), file)
    return given


def remove_attachment(connection: Connection, attachment: AttachmentId) -> None:
    """Take a file from its item. Its bytes stay until they are removed as orphans."""
    row = connection.execute(_ITEM_OF, (attachment,)).fetchone()
    if row is None:
        raise BugError("There is no such attachment.")
    with words.reworded(connection, row[0]):
        connection.execute(_REMOVE, (attachment,))


def _number_of(connection: Connection, item: ItemId) -> int:
    row = connection.execute(_ITEM, (item,)).fetchone()
    if row is None:
        raise BugError("There is no such item.")
    return int(row[0])


def _add(
    connection: Connection,
    item: int,
    attachment: AttachmentId,
    blob: int,
    name: str,
    media_type: str,
    text: str | None,
) -> None:
    values = {"id": attachment, "item": item, "blob": blob, "name": storable(name)}
    kept = {"media_type": storable(media_type), "text": None if text is None else storable(text)}
    connection.execute(_ADD, values | kept)


def _given(connection: Connection, attachment: Attachment) -> GivenFile:
    if attachment.media_type.startswith(PICTURE_TYPE):
        picture = b"".join(blobs.pieces(connection, attachment.blob))
        return GivenFile(attachment.name, attachment.media_type, picture=picture)
    (text,) = connection.execute(_TEXT, (attachment.id,)).fetchone()
    return GivenFile(attachment.name, attachment.media_type, text=text)
