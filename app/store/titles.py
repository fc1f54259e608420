"""SQL of titles that no person typed: a model's or an import's. A person's own is never written over."""

from app.domain.conversation import TitleSource
from app.domain.ids import ConversationId
from app.domain.text_pieces import storable
from app.store import words
from app.store.driver import Connection

# Each source may take the place of its own kind and of what knows less.
_FROM_MODEL = """
    UPDATE conversation SET title = ?, title_source = 'model'
    WHERE public_id = ? AND title_source IN ('question', 'model')
"""
_FROM_IMPORT = """
    UPDATE conversation SET title = ?, title_source = 'import'
    WHERE public_id = ? AND title_source IN ('question', 'model', 'import')
"""
_NUMBER = "SELECT id FROM conversation WHERE public_id = ?"
_SOURCE = "SELECT title_source FROM conversation WHERE public_id = ?"


def title_by_model(connection: Connection, conversation: ConversationId, title: str) -> bool:
    """Give the title that a model made. False if it has a better one, or the title is empty."""
    return _give(connection, _FROM_MODEL, conversation, title)


def title_by_import(connection: Connection, conversation: ConversationId, title: str) -> bool:
    """Give the title that it had elsewhere. False if a person has named it, or the title is empty."""
    return _give(connection, _FROM_IMPORT, conversation, title)


def title_source(connection: Connection, conversation: ConversationId) -> TitleSource | None:
    row = connection.execute(_SOURCE, (conversation,)).fetchone()
    return TitleSource(row[0]) if row else None


def _give(connection: Connection, statement: str, conversation: ConversationId, title: str) -> bool:
    line = " ".join(storable(title).split())
    row = connection.execute(_NUMBER, (conversation,)).fetchone()
    if not line or row is None:
        return False
    words.forget_title(connection, row[0])
    given = connection.execute(statement, (line, conversation)).rowcount == 1
    words.index_title(connection, row[0])
    return given
