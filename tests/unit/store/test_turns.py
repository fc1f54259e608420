import pytest

from app.domain.errors import BugError, ConversationInTrash
from app.domain.ids import ConversationId, ItemId, RequestId
from app.domain.item import ItemState, question_body, reply_body
from app.store.conversations import trash
from app.store.driver import Connection
from app.store.history import page
from app.store.turns import ReplyPlace, add_question, begin_reply, end_reply
from tests.unit.store.writing import LEDGER, Writing

A = ConversationId("a")
PLACE = ReplyPlace(ItemId("reply"), RequestId("request"), "m", LEDGER)


@pytest.fixture(autouse=True)
def conversation(writing: Writing) -> None:
    writing.conversation("a")


def test_a_turn_is_a_question_and_a_reply_with_its_ledger(connection: Connection) -> None:
    question = add_question(connection, A, ItemId("question"), question_body("Why?"), 1)
    reply = begin_reply(connection, A, PLACE, reply_body("", whole=False), 2)
    shown = page(connection, A, None, 10)
    assert (shown.items, shown.ledger) == ((question, reply), LEDGER)
    assert (reply.state, reply.depth) == (ItemState.STREAMING, 2)


def test_a_reply_ends_once(connection: Connection) -> None:
    reply = begin_reply(connection, A, PLACE, reply_body("", whole=False), 2)
    whole = reply._replace(state=ItemState.COMPLETE, body=reply_body("x", whole=True), ended_at=3)
    end_reply(connection, whole, None, 3)
    with pytest.raises(BugError):
        end_reply(connection, whole, None, 3)
    assert page(connection, A, None, 10).items == (whole,)


def test_nothing_is_asked_in_the_trash(connection: Connection) -> None:
    trash(connection, A, now=1)
    with pytest.raises(ConversationInTrash):
        add_question(connection, A, ItemId("question"), question_body("Why?"), 1)
    assert page(connection, A, None, 10).items == ()
