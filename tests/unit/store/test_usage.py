import pytest

from app.domain.context_window import estimate_tokens
from app.domain.ids import RequestId
from app.domain.item import Item, ItemState, reply_body
from app.domain.usage import Usage
from app.store import items, journal, turns
from app.store.driver import Connection
from app.store.requests import begin_request, end_request
from tests.unit.store.writing import LEDGER, Writing


@pytest.fixture
def reply(writing: Writing, connection: Connection) -> Item:
    """A growing reply in the second conversation."""
    writing.conversation("other")
    writing.conversation("a")
    begun = writing.reply("a", "reply")
    begin_request(connection, RequestId("request"), begun.id, LEDGER, 1)
    return begun


def ended(reply: Item, state: ItemState, text: str) -> Item:
    return reply._replace(state=state, body=reply_body(text, whole=False), ended_at=9)


def rows(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute(
        "SELECT conversation, model, ended_at, is_estimate, input_tokens, output_tokens, cost FROM usage"
    ).fetchall()


def test_what_was_reported_is_kept(reply: Item, connection: Connection) -> None:
    turns.end_reply(connection, ended(reply, ItemState.COMPLETE, "Hello"), Usage(30, 40), 9)
    assert rows(connection) == [(2, "m", 9, 0, 30, 40, None)]


@pytest.mark.parametrize("state", [ItemState.COMPLETE, ItemState.STOPPED, ItemState.INTERRUPTED])
def test_what_was_not_reported_is_estimated(reply: Item, connection: Connection, state: ItemState) -> None:
    turns.end_reply(connection, ended(reply, state, "Hello"), None, 9)
    assert rows(connection) == [(2, "m", 9, 1, LEDGER.estimated_tokens, estimate_tokens("Hello"), None)]


def test_what_failed_before_a_word_came_is_counted_and_costs_nothing(
    reply: Item, connection: Connection
) -> None:
    turns.end_reply(connection, ended(reply, ItemState.FAILED, ""), None, 9)
    assert rows(connection) == [(2, "m", 9, 1, 0, 0, None)]


def test_what_a_crash_cut_short_is_estimated_at_the_next_start(reply: Item, connection: Connection) -> None:
    journal.write_chunks(connection, {reply.id: "as far as it came"})
    journal.end_unfinished(connection, 77)
    tokens = (LEDGER.estimated_tokens, estimate_tokens("as far as it came"))
    assert rows(connection) == [(2, "m", 77, 1, *tokens, None)]


def test_each_request_of_a_reply_has_a_row(reply: Item, connection: Connection) -> None:
    end_request(connection, reply.id, Usage(1, 2), 5, cost=300)
    begin_request(connection, RequestId("second"), reply.id, LEDGER, 6)
    end_request(connection, reply.id, Usage(3, 4), 7)
    assert rows(connection) == [(2, "m", 5, 0, 1, 2, 300), (2, "m", 7, 0, 3, 4, None)]


def test_a_request_ends_once(reply: Item, connection: Connection) -> None:
    end_request(connection, reply.id, Usage(1, 2), 5)
    end_request(connection, reply.id, Usage(3, 4), 7)
    assert rows(connection) == [(2, "m", 5, 0, 1, 2, None)]


def test_what_belongs_to_nobody_any_more_is_counted(reply: Item, connection: Connection) -> None:
    connection.execute("UPDATE branch SET run = NULL, depth = 0")
    assert items.end_item(connection, ended(reply, ItemState.STOPPED, ""))
    end_request(connection, reply.id, None, 5)
    assert rows(connection) == [(0, "m", 5, 1, LEDGER.estimated_tokens, 0, None)]
