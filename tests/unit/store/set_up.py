"""A conversation with everything that a person can set up for it."""

from app.domain.ids import ConversationId, FolderId, UndoId
from app.store import folders, marks, retention, tags
from app.store.driver import Connection

FOLDER = FolderId("kitchen")
SETTINGS = {"model": "m", "instructions": "Be brief."}
SET_UP = (FOLDER, ("Cup", "Tea"), 0, SETTINGS)


def set_up(connection: Connection, conversation: ConversationId) -> None:
    folders.add_folder(connection, FOLDER, "Kitchen", 1)
    folders.move(connection, [conversation], FOLDER, UndoId("moved"), 1)
    tags.set_tags(connection, conversation, ["Tea", "Cup"], 1)
    retention.keep(connection, conversation, 0)
    marks.set_settings(connection, conversation, SETTINGS)


def set_up_of(connection: Connection, conversation: ConversationId) -> tuple[object, ...]:
    return (
        folders.folder_of(connection, conversation),
        tags.tags_of(connection, conversation),
        retention.own(connection, conversation),
        marks.settings(connection, conversation),
    )
