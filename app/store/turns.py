"""The writes of a turn: its question, the beginning of the reply and the reply's end."""

from dataclasses import dataclass

from app.domain.conversation import Conversation
from app.domain.errors import BugError
from app.domain.ids import ConversationId, ItemId, RequestId
from app.domain.item import Item, ItemState, Role
from app.domain.ledger import Ledger
from app.domain.usage import Usage
from app.store import conversations, items, journal, requests
from app.store.driver import Connection


@dataclass(frozen=True, slots=True)
class ReplyPlace:
    """What a new reply is stored with."""

    item_id: ItemId
    request_id: RequestId
    model: str
    ledger: Ledger


def begin_conversation(connection: Connection, conversation: Conversation, item: ItemId, body: str) -> Item:
    """Store a new conversation together with the question that begins it."""
    conversations.add_conversation(connection, conversation)
    return _add_question(connection, conversation.id, item, body, conversation.created_at)


def add_question(
    connection: Connection, conversation: ConversationId, item: ItemId, body: str, now: int
) -> Item:
    """Store a question behind the shown branch. Raises ConversationInTrash."""
    conversations.require_outside_trash(connection, conversation)
    return _add_question(connection, conversation, item, body, now)


def begin_reply(
    connection: Connection, conversation: ConversationId, place: ReplyPlace, body: str, now: int
) -> Item:
    """Store an empty reply and its first request, so that a crash is visible as a crash."""
    item = items.add_item(
        connection,
        conversations.shown_branch(connection, conversation),
        item_id=place.item_id,
        role=Role.MODEL,
        state=ItemState.STREAMING,
        body=body,
        now=now,
        model=place.model,
    )
    requests.begin_request(connection, place.request_id, item.id, place.ledger, now)
    return item


def end_reply(connection: Connection, item: Item, usage: Usage | None, now: int) -> None:
    """Fold the journal into the reply's final form, with its state and its cost."""
    if not items.end_item(connection, item):
        raise BugError("The reply has ended before.")
    journal.clear_journal(connection, item.id)
    requests.end_request(connection, item.id, usage, now)


def _add_question(
    connection: Connection, conversation: ConversationId, item: ItemId, body: str, now: int
) -> Item:
    return items.add_item(
        connection,
        conversations.shown_branch(connection, conversation),
        item_id=item,
        role=Role.PERSON,
        state=ItemState.COMPLETE,
        body=body,
        now=now,
    )
