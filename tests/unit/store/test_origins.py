import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import BugError
from app.domain.ids import ConversationId, ItemId
from app.store.conversations import trash
from app.store.driver import Connection
from app.store.origins import (
    find_by_origin,
    find_items_by_origin,
    raw_origin,
    set_item_origin,
    set_origin,
)
from tests.unit.store.writing import Writing

A, B = ConversationId("a"), ConversationId("b")


@pytest.fixture(autouse=True)
def _two(writing: Writing) -> None:
    writing.conversation("a")
    writing.conversation("b")
    writing.question("a", "a1")
    writing.question("b", "b1")


def test_a_conversation_is_found_by_where_it_came_from(connection: Connection) -> None:
    set_origin(connection, A, "chatgpt", "x1")
    trash(connection, A, 2)
    assert find_by_origin(connection, "chatgpt", "x1") == A
    assert find_by_origin(connection, "claude", "x1") is None


def test_no_two_conversations_have_one_origin(connection: Connection) -> None:
    set_origin(connection, A, "chatgpt", "x1")
    with pytest.raises(dbapi2.IntegrityError):
        set_origin(connection, B, "chatgpt", "x1")


def test_items_are_found_by_what_they_were_called(connection: Connection) -> None:
    for item in ("b1", "a1"):
        set_item_origin(connection, ItemId(item), "m7", '{"odd":1}')
    assert find_items_by_origin(connection, "m7") == ["a1", "b1"]
    assert raw_origin(connection, ItemId("a1")) == '{"odd":1}'
    set_item_origin(connection, ItemId("a1"), "m8", None)
    assert find_items_by_origin(connection, "m7") == ["b1"]
    assert raw_origin(connection, ItemId("a1")) is None


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    with pytest.raises(BugError):
        set_origin(connection, ConversationId("x"), "a", "b")
    with pytest.raises(BugError):
        set_item_origin(connection, ItemId("x"), "a", None)


def test_finding_walks_an_index(connection: Connection) -> None:
    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT public_id FROM conversation WHERE origin = '' AND origin_id = ''"
    ).fetchall()
    assert "SEARCH conversation USING INDEX" in plan[0][3]
