"""SQL of the marks that a conversation bears: pinned, archived, unread, and its settings."""

from collections.abc import Mapping
from typing import Any

from app.domain.errors import BugError
from app.domain.ids import ConversationId
from app.domain.json_text import json_text, values_from
from app.store.driver import Connection

# What is pinned is in sight, what is archived is out of it: never both.
_PIN = """
    UPDATE conversation SET pinned_at = ?1, archived_at = iif(?1 IS NULL, archived_at, NULL)
    WHERE public_id = ?2
"""
_ARCHIVE = """
    UPDATE conversation SET archived_at = ?1, pinned_at = iif(?1 IS NULL, pinned_at, NULL)
    WHERE public_id = ?2
"""
_UNREAD = "UPDATE conversation SET is_unread = ? WHERE public_id = ?"
_SETTINGS = "SELECT settings FROM conversation WHERE public_id = ?"
_SET = "UPDATE conversation SET settings = ? WHERE public_id = ?"


def pin(connection: Connection, conversation: ConversationId, at: int | None) -> None:
    """Keep a conversation at the top of the list, or with None no longer."""
    _write(connection, _PIN, at, conversation)


def archive(connection: Connection, conversation: ConversationId, at: int | None) -> None:
    """Put a conversation among the archived ones, or with None back into the list."""
    _write(connection, _ARCHIVE, at, conversation)


def mark_unread(connection: Connection, conversation: ConversationId, *, unread: bool) -> None:
    _write(connection, _UNREAD, int(unread), conversation)


def settings(connection: Connection, conversation: ConversationId) -> Mapping[str, Any]:
    """Return what was set for this conversation alone."""
    return values_from(_read(connection, _SETTINGS, conversation))


def set_settings(connection: Connection, conversation: ConversationId, values: Mapping[str, Any]) -> None:
    _write(connection, _SET, json_text(values), conversation)


def _read(connection: Connection, question: str, conversation: ConversationId) -> Any:  # noqa: ANN401
    row = connection.execute(question, (conversation,)).fetchone()
    if row is None:
        raise _missing()
    return row[0]


def _write(
    connection: Connection, statement: str, value: int | str | None, conversation: ConversationId
) -> None:
    if not connection.execute(statement, (value, conversation)).rowcount:
        raise _missing()


def _missing() -> BugError:
    return BugError("There is no such conversation.")
