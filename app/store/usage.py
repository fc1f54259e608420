"""SQL of usage: one row for each request that has ended. Rows are only ever added.

They tell what was spent, and go on telling it when the conversation has been deleted.
"""

from app.domain.context_window import estimate_tokens
from app.domain.ids import ConversationId
from app.domain.item import ItemState, text_of
from app.domain.ledger import Ledger
from app.domain.usage import Usage
from app.store.driver import Connection

_REQUEST = """
    SELECT item.model, item.state,
           (SELECT branch.conversation FROM branch
            WHERE branch.run = item.run AND branch.depth >= item.depth ORDER BY branch.depth LIMIT 1)
    FROM request JOIN item ON item.id = request.item WHERE request.id = ?
"""
_GIVEN_AND_MADE = """
    SELECT request.ledger, item.body FROM request JOIN item ON item.id = request.item WHERE request.id = ?
"""
_ADD = """
    INSERT INTO usage (conversation, model, ended_at, is_estimate, input_tokens, output_tokens, cost)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_CONVERSATION = "SELECT id FROM conversation WHERE public_id = ?"
_NOBODYS = 0


def record(connection: Connection, request: int, usage: Usage | None, now: int, cost: int | None) -> None:
    """Note what a request has used: as it was reported, or else as we estimate it."""
    model, state, conversation = connection.execute(_REQUEST, (request,)).fetchone()
    used = usage or _estimate(connection, request, ItemState(state))
    tokens = (used.input_tokens, used.output_tokens)
    connection.execute(_ADD, (conversation or _NOBODYS, model, now, usage is None, *tokens, cost))


def record_aside(
    connection: Connection,
    conversation: ConversationId,
    model: str,
    usage: Usage,
    now: int,
    *,
    is_estimate: bool,
    cost: int | None,
) -> None:
    """Note what a request has used that left nothing in the history, such as one for a title."""
    row = connection.execute(_CONVERSATION, (conversation,)).fetchone()
    number = row[0] if row else _NOBODYS
    tokens = (usage.input_tokens, usage.output_tokens)
    connection.execute(_ADD, (number, model, now, is_estimate, *tokens, cost))


def _estimate(connection: Connection, request: int, state: ItemState) -> Usage:
    """A request that failed before a word came was hardly charged for."""
    ledger, body = connection.execute(_GIVEN_AND_MADE, (request,)).fetchone()
    text = text_of(body)
    if state is ItemState.FAILED and not text:
        return Usage(0, 0)
    return Usage(Ledger.from_json(ledger).estimated_tokens, estimate_tokens(text) if text else 0)
