from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.errors import BugError, ConversationInTrash
from app.domain.ids import BranchId, ConversationId, ItemId, RequestId
from app.domain.item import ItemState, reply_body
from app.domain.question import Question
from app.store.branches import fork_at
from app.store.conversations import trash
from app.store.driver import Connection
from app.store.history import page
from app.store.items import Companion
from app.store.journal import end_unfinished, write_chunks
from app.store.turns import (
    Companions,
    ReplyPlace,
    add_question,
    add_version,
    begin_reply,
    end_reply,
    make_room_for_reply,
    own_unfinished,
    resume_reply,
)
from tests.unit.store.writing import LEDGER, Writing

A = ConversationId("a")
THOUGHT = '{"type":"reasoning","summary":[{"type":"summary_text","text":"Let me think."}]}'
CALL = '{"type":"function_call","call_id":"c","name":"look","arguments":"{}"}'
AROUND = Companions((Companion(ItemId("thought"), THOUGHT),), (Companion(ItemId("call"), CALL),))
PLACE = ReplyPlace(ItemId("reply"), RequestId("request"), "m", LEDGER)


@pytest.fixture(autouse=True)
def conversation(writing: Writing) -> None:
    writing.conversation("a")


def test_a_turn_is_a_question_and_a_reply_with_its_ledger(connection: Connection) -> None:
    question = add_question(connection, A, ItemId("question"), Question("Why?"), 1)
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
        add_question(connection, A, ItemId("question"), Question("Why?"), 1)
    assert page(connection, A, None, 10).items == ()


def answered(connection: Connection, companions: Companions = AROUND) -> None:
    add_question(connection, A, ItemId("question"), Question("Why?"), 1)
    reply = begin_reply(connection, A, PLACE, reply_body("", whole=False), 2)
    whole = reply._replace(state=ItemState.COMPLETE, body=reply_body("So.", whole=True), ended_at=3)
    end_reply(connection, whole, None, 3, companions)


def shown(connection: Connection) -> list[tuple[str, int, str]]:
    return [(item.id, item.depth, item.kind) for item in page(connection, A, None, 10).items]


def test_what_belongs_to_a_reply_has_its_own_times_where_they_are_known(connection: Connection) -> None:
    thought = Companion(ItemId("thought"), THOUGHT, begun_at=4, ended_at=9)
    answered(connection, Companions((thought,), (Companion(ItemId("call"), CALL),)))
    _, told, reply, call = page(connection, A, None, 10).items
    assert (told.created_at, told.ended_at) == (4, 9)
    assert (call.created_at, call.ended_at) == (reply.created_at, reply.ended_at)


def test_a_reply_takes_what_belongs_to_it_on_both_sides(connection: Connection) -> None:
    answered(connection)
    assert shown(connection) == [
        ("question", 1, "message"),
        ("thought", 2, "reasoning"),
        ("reply", 3, "message"),
        ("call", 4, "function_call"),
    ]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_next_question_stands_behind_all_of_the_reply(connection: Connection) -> None:
    answered(connection)
    assert add_question(connection, A, ItemId("next"), Question("And?"), 4).depth == 5


def test_another_reply_begins_at_the_question_whatever_part_it_is_asked_for(connection: Connection) -> None:
    answered(connection)
    for number, part in enumerate(("thought", "reply", "call")):
        make_room_for_reply(connection, A, ItemId(part), BranchId(f"again {number}"), 5)
        assert [name for name, *_ in shown(connection)] == ["question"]


def test_a_question_in_other_words_stands_beside_the_first(connection: Connection) -> None:
    answered(connection)
    other = add_version(
        connection, A, ItemId("question"), BranchId("other"), ItemId("how"), Question("How?"), {}, 5
    )
    assert (other.depth, shown(connection)) == (1, [("how", 1, "message")])


def test_an_unfinished_reply_grows_on_from_what_it_has(connection: Connection) -> None:
    reply = begin_reply(connection, A, PLACE, reply_body("", whole=False), 2)
    cut = reply._replace(state=ItemState.INTERRUPTED, body=reply_body("As far", whole=False), ended_at=3)
    end_reply(connection, cut, None, 3)
    growing = resume_reply(connection, cut, replace(PLACE, request_id=RequestId("second")), 4)
    assert (growing.state, growing.text) == (ItemState.STREAMING, "As far")
    write_chunks(connection, {reply.id: " as this"})
    end_unfinished(connection, 5)
    assert page(connection, A, None, 10).items[0].text == "As far as this"


def test_a_version_that_grows_on_has_all_that_belongs_to_the_reply(connection: Connection) -> None:
    add_question(connection, A, ItemId("question"), Question("Why?"), 1)
    reply = begin_reply(connection, A, PLACE, reply_body("", whole=False), 2)
    stopped = reply._replace(state=ItemState.STOPPED, body=reply_body("So", whole=False), ended_at=3)
    stopped = end_reply(connection, stopped, None, 3, Companions(AROUND.before))
    assert own_unfinished(connection, A, stopped, BranchId("new"), new_ids("x", "y"), 4) == stopped
    fork_at(connection, A, stopped.id, BranchId("other"), 4)
    own = own_unfinished(connection, A, stopped, BranchId("new"), new_ids("x", "y"), 4)
    shown = page(connection, A, None, 10).items
    assert [item.id for item in shown] == ["question", "x", "y"]
    assert shown[1].body == THOUGHT
    assert (own.text, own.state) == ("So", ItemState.STOPPED)


def new_ids(*names: str) -> Callable[[], str]:
    return iter(names).__next__
