"""SQL of the marks that a conversation bears: pinned, archived, unread, and its settings."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.errors import ConversationGone
from app.domain.ids import ConversationId, UndoId
from app.domain.json_text import json_text, values_from
from app.domain.undo import Act, Undo
from app.store.conversations import number_of
from app.store.driver import Connection
from app.store.undo import recording

_UNREAD = "UPDATE conversation SET is_unread = ?1 WHERE public_id = ?2 AND is_unread <> ?1"
_SETTINGS = "SELECT settings FROM conversation WHERE public_id = ?"
_SET = "UPDATE conversation SET settings = ? WHERE public_id = ?"


def pin(
    connection: Connection, conversations: Iterable[ConversationId], at: int | None, undo: UndoId, now: int
) -> Undo:
    """Keep conversations at the top of the list, or with None no longer.

    What is pinned is in sight, what is archived is out of it: never both.
    """
    archived = {} if at is None else {"archived_at": None}
    return _change(connection, conversations, Undo(undo, Act.PIN), now, {"pinned_at": at} | archived)


def archive(
    connection: Connection, conversations: Iterable[ConversationId], at: int | None, undo: UndoId, now: int
) -> Undo:
    """Put conversations among the archived ones, or with None back into the list."""
    pinned = {} if at is None else {"pinned_at": None}
    return _change(connection, conversations, Undo(undo, Act.ARCHIVE), now, {"archived_at": at} | pinned)


def mark_unread(
    connection: Connection, conversations: Iterable[ConversationId], *, unread: bool
) -> list[ConversationId]:
    """Let conversations be unread, or read. Returns those that were not."""
    asked = ((each, connection.execute(_UNREAD, (int(unread), each)).rowcount) for each in conversations)
    return [each for each, changed in asked if changed]


def settings(connection: Connection, conversation: ConversationId) -> Mapping[str, Any]:
    """Return what was set for this conversation alone."""
    return values_from(_read(connection, _SETTINGS, conversation))


def set_settings(connection: Connection, conversation: ConversationId, values: Mapping[str, Any]) -> None:
    if not connection.execute(_SET, (json_text(values), conversation)).rowcount:
        raise _missing()


def _change(
    connection: Connection,
    conversations: Iterable[ConversationId],
    undo: Undo,
    now: int,
    columns: Mapping[str, int | None],
) -> Undo:
    with recording(connection, undo, now) as recorder:
        for conversation in conversations:
            recorder.change("conversation", (number_of(connection, conversation),), **columns)
    return undo


def _read(connection: Connection, question: str, conversation: ConversationId) -> Any:  # noqa: ANN401
    row = connection.execute(question, (conversation,)).fetchone()
    if row is None:
        raise _missing()
    return row[0]


def _missing() -> ConversationGone:
    return ConversationGone("There is no such conversation.")
