"""SQL of notes, of a conversation as a whole and of single items in it."""

from app.domain.errors import BugError
from app.domain.ids import ConversationId, ItemId, NoteId, UndoId
from app.domain.note import Note
from app.domain.text_pieces import storable
from app.domain.undo import Act, Undo
from app.store import touches, words
from app.store.driver import Connection
from app.store.undo import recording

_ADD = """
    INSERT INTO note (public_id, conversation, item, text, created_at, changed_at)
    SELECT :note, conversation.id, item.id, :text, :now, :now
    FROM conversation LEFT JOIN item ON item.public_id = :item
    WHERE conversation.public_id = :conversation AND (:item IS NULL) = (item.id IS NULL)
"""
_OF = """
    SELECT note.public_id, item.public_id, text, note.created_at, note.changed_at
    FROM note LEFT JOIN item ON item.id = note.item
    WHERE note.conversation = (SELECT id FROM conversation WHERE public_id = ?)
    ORDER BY note.id
"""
_NUMBER = "SELECT id FROM note WHERE public_id = ?"


def add_note(
    connection: Connection,
    note: NoteId,
    conversation: ConversationId,
    item: ItemId | None,
    text: str,
    now: int,
) -> Note:
    """Add a note to a conversation, or to an item as that conversation shows it."""
    text = storable(text)
    values = {"note": note, "conversation": conversation, "item": item, "text": text, "now": now}
    if not connection.execute(_ADD, values).rowcount:
        raise BugError("There is no such place for a note.")
    words.index_note(connection, _number(connection, note))
    touches.touch_named(connection, conversation, now)
    return Note(note, item, text, now, now)


def notes_of(connection: Connection, conversation: ConversationId) -> list[Note]:
    """Return all notes of a conversation and of its items, in the order of their making."""
    return [
        Note(NoteId(note), ItemId(item) if item else None, text, created, changed)
        for note, item, text, created, changed in connection.execute(_OF, (conversation,))
    ]


def change_note(connection: Connection, note: NoteId, text: str, undo: UndoId, now: int) -> Undo:
    number = _number(connection, note)
    made = Undo(undo, Act.EDIT_NOTE)
    words.forget_note(connection, number)
    with recording(connection, made, now) as recorder:
        recorder.change("note", (number,), text=storable(text), changed_at=now)
    words.index_note(connection, number)
    return made


def remove_note(connection: Connection, note: NoteId, undo: UndoId, now: int) -> Undo:
    number = _number(connection, note)
    made = Undo(undo, Act.DELETE_NOTE)
    words.forget_note(connection, number)
    with recording(connection, made, now) as recorder:
        recorder.remove("note", (number,))
    return made


def _number(connection: Connection, note: NoteId) -> int:
    row = connection.execute(_NUMBER, (note,)).fetchone()
    if row is None:
        raise BugError("There is no such note.")
    return int(row[0])
