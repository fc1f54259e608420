"""SQL of attachments: which files belong to an item, and in what order."""

import json
from collections.abc import Iterable

from app.domain.attachment import Attachment
from app.domain.errors import BugError
from app.domain.ids import AttachmentId, ItemId
from app.domain.text_pieces import storable
from app.store import words
from app.store.driver import Connection

_ADD = """
    INSERT INTO attachment (public_id, item, position, blob, name, media_type)
    SELECT :id, :item, coalesce(max(position) + 1, 0), :blob, :name, :media_type
    FROM attachment WHERE item = :item
"""
_ITEM = "SELECT id FROM item WHERE public_id = ?"
_ITEM_OF = "SELECT item FROM attachment WHERE public_id = ?"
_SELECT = """
    SELECT attachment.public_id, item.public_id, position, blob, size, name, media_type
    FROM attachment JOIN item ON item.id = attachment.item JOIN blob ON blob.id = attachment.blob
"""
_FIND = f"{_SELECT} WHERE attachment.public_id = ?"
_OF = """
    SELECT attachment.public_id, item.public_id, position, blob, size, name, media_type
    FROM json_each(?) AS wanted
    CROSS JOIN item ON item.public_id = wanted.value
    CROSS JOIN attachment ON attachment.item = item.id
    JOIN blob ON blob.id = attachment.blob
    ORDER BY wanted.key, position
"""
_REMOVE = "DELETE FROM attachment WHERE public_id = ?"


def add_attachment(
    connection: Connection, attachment: AttachmentId, item: ItemId, blob: int, name: str, media_type: str
) -> Attachment:
    """Put a file behind those that the item has. Its bytes are in the archive already."""
    row = connection.execute(_ITEM, (item,)).fetchone()
    if row is None:
        raise BugError("There is no such item.")
    values = {"id": attachment, "item": row[0], "blob": blob, "name": storable(name)}
    with words.reworded(connection, row[0]):
        connection.execute(_ADD, values | {"media_type": storable(media_type)})
    return find_attachment(connection, attachment)


def find_attachment(connection: Connection, attachment: AttachmentId) -> Attachment:
    row = connection.execute(_FIND, (attachment,)).fetchone()
    if row is None:
        raise BugError("There is no such attachment.")
    return Attachment(*row)


def attachments_of(connection: Connection, items: Iterable[ItemId]) -> list[Attachment]:
    """Return the files of these items: item by item as they were asked for, each in its own order."""
    return [Attachment(*row) for row in connection.execute(_OF, (json.dumps(list(items)),))]


def remove_attachment(connection: Connection, attachment: AttachmentId) -> None:
    """Take a file from its item. Its bytes stay until they are removed as orphans."""
    row = connection.execute(_ITEM_OF, (attachment,)).fetchone()
    if row is None:
        raise BugError("There is no such attachment.")
    with words.reworded(connection, row[0]):
        connection.execute(_REMOVE, (attachment,))
