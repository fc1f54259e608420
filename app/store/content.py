"""SQL of an item's content leaving the archive: with all that hangs on it, or with its place kept.

The words go first, since the index must be given to the letter what was put into it.
"""

from app.store import words
from app.store.driver import Connection

_NOTES = "SELECT id FROM note WHERE item = ?"
_BLOBS = "SELECT DISTINCT blob FROM attachment WHERE item = ?"
_IS_ATTACHED = "SELECT 1 FROM attachment WHERE blob = ?"
_SHOW_NO_REVISION = "UPDATE overlay SET revision = NULL WHERE item = ? AND revision IS NOT NULL"
_EMPTY = (
    "UPDATE item SET body = '{}', state = 'emptied', fault_summary = NULL, fault_kind = NULL WHERE id = ?"
)
_EMPTY_ORIGIN = "UPDATE item_origin SET raw = NULL WHERE item = ?"
_REMOVE = (
    "DELETE FROM overlay WHERE item = ?",
    "DELETE FROM revision WHERE item = ?",
    "DELETE FROM request_wording WHERE request IN (SELECT id FROM request WHERE item = ?)",
    "DELETE FROM request WHERE item = ?",
    "DELETE FROM summary WHERE item = ?",
    "DELETE FROM journal WHERE item = ?",
    "DELETE FROM item_origin WHERE item = ?",
    "DELETE FROM item WHERE id = ?",
)


_HAS_WORDINGS = """
    SELECT 1 FROM request JOIN request_wording ON request_wording.request = request.id
    WHERE request.item = ? LIMIT 1
"""
_REMOVE_WORDINGS = """
    DELETE FROM wording
    WHERE NOT EXISTS (SELECT 1 FROM request_wording WHERE request_wording.wording = wording.id)
"""


def remove_item(connection: Connection, item: int) -> None:
    """Remove an item that nothing grows from any more, and everything that hangs on it."""
    words.forget_item(connection, item)
    _remove_attachments(connection, item)
    for (note,) in connection.execute(_NOTES, (item,)).fetchall():
        remove_note(connection, note)
    has_wordings = connection.execute(_HAS_WORDINGS, (item,)).fetchone()
    for statement in _REMOVE:
        connection.execute(statement, (item,))
    if has_wordings:
        connection.execute(_REMOVE_WORDINGS)


def empty_item(connection: Connection, item: int) -> None:
    """Take an item's content away: its body, revisions, attachments and words. Its place stays."""
    words.forget_item(connection, item)
    _remove_attachments(connection, item)
    connection.execute(_SHOW_NO_REVISION, (item,))
    connection.execute("DELETE FROM revision WHERE item = ?", (item,))
    connection.execute(_EMPTY_ORIGIN, (item,))
    connection.execute(_EMPTY, (item,))


def remove_note(connection: Connection, note: int) -> None:
    words.forget_note(connection, note)
    connection.execute("DELETE FROM note WHERE id = ?", (note,))


def _remove_attachments(connection: Connection, item: int) -> None:
    """Remove an item's attachments, and their bytes where nothing else has the same."""
    blobs = connection.execute(_BLOBS, (item,)).fetchall()
    connection.execute("DELETE FROM attachment WHERE item = ?", (item,))
    for blob in blobs:
        if not connection.execute(_IS_ATTACHED, blob).fetchone():
            connection.execute("DELETE FROM blob_piece WHERE blob = ?", blob)
            connection.execute("DELETE FROM blob WHERE id = ?", blob)
