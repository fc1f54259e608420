"""SQL of folders. A conversation lies in one folder or in none."""

from app.domain.errors import BugError
from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder
from app.domain.naming import name_from_person, name_key
from app.store.driver import Connection
from app.store.naming import unique_name

_ADD = "INSERT INTO folder (public_id, name, name_key, created_at) VALUES (?, ?, ?, ?)"
_RENAME = "UPDATE folder SET name = ?, name_key = ? WHERE public_id = ?"
_LIST = """
    SELECT public_id, name,
           (SELECT count(*) FROM conversation WHERE folder = folder.id AND trashed_at IS NULL)
    FROM folder ORDER BY name_key
"""
_ROW = "SELECT id FROM folder WHERE public_id = ?"
_REMOVE = "DELETE FROM folder WHERE id = ?"
_OF = """
    SELECT folder.public_id FROM conversation LEFT JOIN folder ON folder.id = conversation.folder
    WHERE conversation.public_id = ?
"""
_WITHIN = "SELECT public_id FROM conversation WHERE folder = ? ORDER BY changed_at DESC, id DESC"
_MOVE = "UPDATE conversation SET folder = ? WHERE public_id = ?"
_EMPTY = "UPDATE conversation SET folder = NULL WHERE folder = ?"


def add_folder(connection: Connection, folder: FolderId, name: str, now: int) -> Folder:
    """Make an empty folder. Raises EmptyName and NameTaken."""
    name = name_from_person(name)
    with unique_name():
        connection.execute(_ADD, (folder, name, name_key(name), now))
    return Folder(folder, name)


def rename_folder(connection: Connection, folder: FolderId, name: str) -> None:
    """Give a folder another name. Raises EmptyName and NameTaken."""
    name = name_from_person(name)
    with unique_name():
        if not connection.execute(_RENAME, (name, name_key(name), folder)).rowcount:
            raise _missing()


def list_folders(connection: Connection) -> list[Folder]:
    """Return all folders by name, each with the number of its conversations."""
    return [Folder(FolderId(public_id), name, count) for public_id, name, count in connection.execute(_LIST)]


def folder_of(connection: Connection, conversation: ConversationId) -> FolderId | None:
    row = connection.execute(_OF, (conversation,)).fetchone()
    if row is None:
        raise BugError("There is no such conversation.")
    return FolderId(row[0]) if row[0] else None


def move(connection: Connection, conversation: ConversationId, folder: FolderId | None) -> FolderId | None:
    """Put a conversation into a folder, or into none. Returns where it was: moving it there undoes this."""
    before = folder_of(connection, conversation)
    connection.execute(_MOVE, (None if folder is None else _row(connection, folder), conversation))
    return before


def remove_folder(connection: Connection, folder: FolderId) -> list[ConversationId]:
    """Remove a folder and nothing that is in it. Returns what was, in the trash too, for undoing this."""
    row = _row(connection, folder)
    within = [ConversationId(public_id) for (public_id,) in connection.execute(_WITHIN, (row,))]
    connection.execute(_EMPTY, (row,))
    connection.execute(_REMOVE, (row,))
    return within


def _row(connection: Connection, folder: FolderId) -> int:
    found = connection.execute(_ROW, (folder,)).fetchone()
    if found is None:
        raise _missing()
    return int(found[0])


def _missing() -> BugError:
    return BugError("There is no such folder.")
