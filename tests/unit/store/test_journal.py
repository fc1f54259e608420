import json

from app.domain.errors import Fault
from app.domain.ids import ItemId
from app.domain.item import ItemState
from app.store import items, journal
from app.store.driver import Connection
from tests.unit.store.writing import Writing

ONE, OTHER = ItemId("one"), ItemId("other")


def begin(writing: Writing, *names: str) -> None:
    for name in names:
        writing.conversation(name)
        writing.question(name, f"{name} question")
        writing.reply(name, name)


def rows(connection: Connection) -> int:
    return connection.execute("SELECT count(*) FROM journal").fetchone()[0]


def test_chunks_come_back_in_the_order_of_writing(writing: Writing, connection: Connection) -> None:
    begin(writing, ONE, OTHER)
    for number in range(12):
        journal.write_chunks(connection, {ONE: f"{number} ", OTHER: f"{number}-"})
    assert journal.written_text(connection, ONE) == "0 1 2 3 4 5 6 7 8 9 10 11 "
    assert journal.written_text(connection, OTHER) == "0-1-2-3-4-5-6-7-8-9-10-11-"


def test_chunks_are_kept_to_the_letter(writing: Writing, connection: Connection) -> None:
    begin(writing, ONE)
    for chunk in ("grüße\n", "", " 👩‍👩‍👧\x00 ", "\ufeff"):
        journal.write_chunks(connection, {ONE: chunk})
    assert journal.written_text(connection, ONE) == "grüße\n 👩‍👩‍👧\x00 \ufeff"


def test_nothing_written_is_nothing(connection: Connection) -> None:
    journal.write_chunks(connection, {})
    assert journal.written_text(connection, ONE) == ""


def test_clearing_one_reply_leaves_the_others(writing: Writing, connection: Connection) -> None:
    begin(writing, ONE, OTHER)
    journal.write_chunks(connection, {ONE: "one", OTHER: "other"})
    journal.clear_journal(connection, ONE)
    assert journal.written_text(connection, ONE) == ""
    assert journal.written_text(connection, OTHER) == "other"


def test_what_the_last_run_left_growing_is_interrupted_and_keeps_its_text(
    writing: Writing, connection: Connection
) -> None:
    begin(writing, ONE, OTHER, "empty")
    journal.write_chunks(connection, {ONE: "as far ", OTHER: "other"})
    journal.write_chunks(connection, {ONE: "as it came"})
    assert journal.end_unfinished(connection, 99) == 3

    for name, text in ((ONE, "as far as it came"), (OTHER, "other"), ("empty", "")):
        (reply,) = items.items_between(connection, writing.path(name), 2, 2)
        assert (reply.state, reply.text, reply.ended_at) == (ItemState.INTERRUPTED, text, 99)
        assert reply.fault == Fault("ReplyInterrupted", "Sotto ended before the reply did.")
        assert json.loads(reply.body)["status"] == "incomplete"
    assert rows(connection) == 0


def test_what_has_ended_is_not_ended_again(writing: Writing, connection: Connection) -> None:
    begin(writing, ONE)
    assert journal.end_unfinished(connection, 1) == 1
    assert journal.end_unfinished(connection, 2) == 0
    (reply,) = items.items_between(connection, writing.path(ONE), 2, 2)
    assert reply.ended_at == 1
