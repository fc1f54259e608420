"""The writes of a turn: its question, the beginning of the reply and the reply's end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.domain.branch import Tip
from app.domain.conversation import Conversation
from app.domain.errors import BugError
from app.domain.ids import AttachmentId, BranchId, ConversationId, ItemId, RequestId
from app.domain.item import Item, ItemState, Role, question_body
from app.domain.ledger import Ledger
from app.domain.question import Question
from app.domain.usage import Usage
from app.store import (
    attachments,
    branches,
    conversation_settings,
    conversations,
    items,
    journal,
    paths,
    requests,
    touches,
)
from app.store.driver import Connection


@dataclass(frozen=True, slots=True)
class ReplyPlace:
    """What a new reply is stored with."""

    item_id: ItemId
    request_id: RequestId
    model: str
    ledger: Ledger
    author: str | None = None
    wordings: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Companions:
    """Bodies of what a reply holds around its message, such as reasoning before it and calls after it."""

    before: tuple[items.Companion, ...] = ()
    after: tuple[items.Companion, ...] = ()


_ALONE = Companions()


def begin_conversation(
    connection: Connection, conversation: Conversation, item: ItemId, question: Question
) -> Item:
    """Store a new conversation together with the question that begins it."""
    conversations.add_conversation(connection, conversation)
    return _add_question(connection, conversation.id, item, question, conversation.created_at)


def add_question(
    connection: Connection, conversation: ConversationId, item: ItemId, question: Question, now: int
) -> Item:
    """Store a question behind the shown branch. Raises ConversationInTrash."""
    return _add_question(connection, conversation, item, question, now)


def add_version(
    connection: Connection,
    conversation: ConversationId,
    of: ItemId,
    branch: BranchId,
    item: ItemId,
    question: Question,
    again: Mapping[AttachmentId, AttachmentId],
    now: int,
) -> Item:
    """Store another version of a question, and show the branch it is on. Raises ConversationInTrash.

    `again` are files of the first version that this one has too, by their new ids.
    """
    branches.fork_before(connection, conversation, of, branch, now)
    branches.show_branch(connection, branch, now)
    added = _add_question(connection, conversation, item, question, now)
    attachments.attach_again(connection, item, again)
    return added


def make_room_for_reply(
    connection: Connection, conversation: ConversationId, of: ItemId, branch: BranchId, now: int
) -> None:
    """Show a new branch that ends with the question which `of`, a part of its reply, has answered."""
    conversations.require_outside_trash(connection, conversation)
    branches.fork_at_question(connection, conversation, of, branch, now)
    branches.show_branch(connection, branch, now)


def own_unfinished(
    connection: Connection,
    conversation: ConversationId,
    reply: Item,
    branch: BranchId,
    new_id: Callable[[], str],
    now: int,
) -> Item:
    """Return the unfinished reply that is to grow on: the one at the shown end or, of one that others have
    too, a version of it on a new branch. What was said elsewhere stays as it is.
    """
    if branches.is_alone(connection, conversation, reply.id):
        return reply
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    branches.fork_at_question(connection, conversation, reply.id, branch, now)
    branches.show_branch(connection, branch, now)
    question = paths.tip_of(connection, branch).depth
    for part in items.items_between(connection, path, question + 1, reply.depth):
        reply = items.add_item(
            connection,
            paths.shown_end(connection, conversation),
            item_id=ItemId(new_id()),
            role=part.role,
            state=part.state,
            body=part.body,
            now=now,
            model=part.model,
            author=part.author,
        )
    return reply


def begin_reply(
    connection: Connection, conversation: ConversationId, place: ReplyPlace, body: str, now: int
) -> Item:
    """Store an empty reply and its first request, so that a crash is visible as a crash."""
    item = items.add_item(
        connection,
        paths.shown_end(connection, conversation),
        item_id=place.item_id,
        role=Role.MODEL,
        state=ItemState.STREAMING,
        body=body,
        now=now,
        model=place.model,
        author=place.author,
    )
    requests.begin_request(connection, place.request_id, item.id, place.ledger, now, place.wordings)
    return item


def resume_reply(connection: Connection, item: Item, place: ReplyPlace, now: int) -> Item:
    """Let an unfinished reply grow on, with another request. What it has goes into the journal."""
    items.resume_item(connection, item.id)
    touches.touch_ending_at(connection, Tip(item.run, item.depth), now)
    journal.write_chunks(connection, {item.id: item.text})
    requests.begin_request(connection, place.request_id, item.id, place.ledger, now, place.wordings)
    return item._replace(state=ItemState.STREAMING, ended_at=None, fault=None)


def end_reply(
    connection: Connection,
    item: Item,
    usage: Usage | None,
    now: int,
    companions: Companions = _ALONE,
    cost: int | None = None,
) -> Item:
    """Fold the journal into the reply's final form, with its state and its cost. Return it at its place."""
    if not items.end_item(connection, item):
        raise BugError("The reply has ended before.")
    journal.clear_journal(connection, item.id)
    requests.end_request(connection, item.id, usage, now, cost)
    return items.surround(connection, item, companions.before, companions.after)


def begin_another_request(connection: Connection, item: Item, place: ReplyPlace, now: int) -> None:
    """Note that a growing reply is asked for otherwise: the request before it was not taken."""
    requests.abandon_request(connection, item.id, now)
    requests.begin_request(connection, place.request_id, item.id, place.ledger, now, place.wordings)


def _add_question(
    connection: Connection, conversation: ConversationId, item: ItemId, question: Question, now: int
) -> Item:
    end = paths.shown_end(connection, conversation)
    if end.is_in_trash:
        raise conversations.in_trash()
    if question.own:
        conversation_settings.write_settings(connection, conversation, question.own, now)
    added = items.add_item(
        connection,
        end,
        item_id=item,
        role=Role.PERSON,
        state=ItemState.COMPLETE,
        body=question_body(question.text),
        now=now,
    )
    attachments.attach_all(connection, item, question.files)
    return added
