"""SQL of folders. A conversation lies in one folder or in none."""

from collections.abc import Iterable

from app.domain.errors import BugError, ConversationGone
from app.domain.ids import ConversationId, FolderId, UndoId
from app.domain.library import Folder
from app.domain.naming import name_from_person, name_key
from app.domain.undo import Act, Undo
from app.store.conversations import number_of
from app.store.driver import Connection
from app.store.naming import unique_name
from app.store.undo import recording

_ADD = "INSERT INTO folder (public_id, name, name_key, created_at) VALUES (?, ?, ?, ?)"
_LIST = """
    SELECT public_id, name,
           (SELECT count(*) FROM conversation
            WHERE folder = folder.id AND trashed_at IS NULL AND archived_at IS NULL)
    FROM folder ORDER BY name_key
"""
_ROW = "SELECT id FROM folder WHERE public_id = ?"
_OF = """
    SELECT folder.public_id FROM conversation LEFT JOIN folder ON folder.id = conversation.folder
    WHERE conversation.public_id = ?
"""
_WITHIN = "SELECT id FROM conversation WHERE folder = ?"
_IDS_WITHIN = "SELECT public_id FROM conversation WHERE folder = ?"


def add_folder(connection: Connection, folder: FolderId, name: str, now: int) -> Folder:
    """Make an empty folder. Raises EmptyName and NameTaken."""
    name = name_from_person(name)
    with unique_name():
        connection.execute(_ADD, (folder, name, name_key(name), now))
    return Folder(folder, name)


def rename_folder(connection: Connection, folder: FolderId, name: str, undo: UndoId, now: int) -> Undo:
    """Give a folder another name. Raises EmptyName and NameTaken."""
    name = name_from_person(name)
    row = _row(connection, folder)
    made = Undo(undo, Act.RENAME_FOLDER)
    with unique_name(), recording(connection, made, now) as recorder:
        recorder.change("folder", (row,), name=name, name_key=name_key(name))
    return made


def list_folders(connection: Connection) -> list[Folder]:
    """Return all folders by name, each with the number of the conversations that are seen in it."""
    return [Folder(FolderId(public_id), name, count) for public_id, name, count in connection.execute(_LIST)]


def folder_of(connection: Connection, conversation: ConversationId) -> FolderId | None:
    row = connection.execute(_OF, (conversation,)).fetchone()
    if row is None:
        raise ConversationGone("There is no such conversation.")
    return FolderId(row[0]) if row[0] else None


def move(
    connection: Connection,
    conversations: Iterable[ConversationId],
    folder: FolderId | None,
    undo: UndoId,
    now: int,
) -> Undo:
    """Put conversations into a folder, or into none."""
    to = None if folder is None else _row(connection, folder)
    made = Undo(undo, Act.MOVE)
    with recording(connection, made, now) as recorder:
        for conversation in conversations:
            recorder.change("conversation", (number_of(connection, conversation),), folder=to)
    return made


def within(connection: Connection, folder: FolderId) -> list[ConversationId]:
    """Return all conversations of a folder, wherever else they are."""
    rows = connection.execute(_IDS_WITHIN, (_row(connection, folder),))
    return [ConversationId(public_id) for (public_id,) in rows]


def remove_folder(connection: Connection, folder: FolderId, undo: UndoId, now: int) -> Undo:
    """Remove a folder and nothing that is in it: its conversations lie in none from now on."""
    row = _row(connection, folder)
    made = Undo(undo, Act.DELETE_FOLDER)
    with recording(connection, made, now) as recorder:
        for within in connection.execute(_WITHIN, (row,)).fetchall():
            recorder.change("conversation", within, folder=None)
        recorder.remove("folder", (row,))
    return made


def _row(connection: Connection, folder: FolderId) -> int:
    found = connection.execute(_ROW, (folder,)).fetchone()
    if found is None:
        raise BugError("There is no such folder.")
    return int(found[0])
