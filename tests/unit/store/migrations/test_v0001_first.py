import pytest
from sqlcipher3 import dbapi2

from app.domain.branch import Tip
from app.domain.conversation import TitleSource
from app.domain.ids import RequestId
from app.domain.item import ItemState, Role
from app.domain.ledger import Ledger
from app.store.driver import Connection
from app.store.journal import write_chunks
from app.store.requests import begin_request
from tests.unit.store.writing import Writing

ITEM = "INSERT INTO item (public_id, run, depth, role, state, body, created_at) VALUES"
REQUEST = "INSERT INTO request (public_id, item, ledger, started_at) VALUES"
BRANCH = "INSERT INTO branch (public_id, conversation, name, run, depth, created_at) VALUES"


@pytest.fixture(autouse=True)
def forked(writing: Writing) -> None:
    """Items a1 to a3 in run 1, and b3 in run 2, which grows behind a2."""
    writing.conversation("a")
    first, second = writing.question("a", "a1"), writing.reply("a", "a2")
    writing.question("a", "a3")
    writing.fork("a", "b", Tip(second.run, second.depth))
    writing.question("b", "b3")
    write_chunks(writing.connection, {second.id: "text"})
    ledger = Ledger("m", 1, (), (), 0, 0)
    begin_request(writing.connection, RequestId("r"), second.id, ledger, 1)
    assert first.run == 1


OFFENCES = {
    "an item that another run grows from": "DELETE FROM item WHERE public_id = 'a2'",
    "an item that a branch ends at": "DELETE FROM item WHERE public_id = 'b3'",
    "a run that has items": "DELETE FROM run WHERE id = 2",
    "a branch that is shown": "DELETE FROM branch WHERE public_id = 'a'",
    "a conversation that has branches": "DELETE FROM conversation WHERE public_id = 'a'",
}


@pytest.mark.parametrize("offence", OFFENCES.values(), ids=OFFENCES.keys())
def test_nothing_vanishes_that_something_stands_on(connection: Connection, offence: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        connection.execute(offence)


def test_an_item_stays_until_the_last_that_stands_on_it_is_gone(connection: Connection) -> None:
    for step in (
        "UPDATE branch SET run = NULL, depth = 0",
        "DELETE FROM item WHERE public_id IN ('a3', 'b3')",
        "DELETE FROM run WHERE id = 2",
        "DELETE FROM journal",
        "DELETE FROM request",
    ):
        with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
            connection.execute("DELETE FROM item WHERE public_id = 'a2'")
        connection.execute(step)
    connection.execute("DELETE FROM item WHERE public_id = 'a2'")


MISFITS = {
    "a branch to a missing item": f"{BRANCH} ('x', 1, 'x', 1, 9, 1)",
    "a branch to a place that another run owns": f"{BRANCH} ('x', 1, 'x', 2, 2, 1)",
    "a branch in a run before the first item": f"{BRANCH} ('x', 1, 'x', 1, 0, 1)",
    "a branch at a depth without a run": f"{BRANCH} ('x', 1, 'x', NULL, 2, 1)",
    "a branch of no conversation": f"{BRANCH} ('x', 9, 'x', 1, 1, 1)",
    "two branches of one name": f"{BRANCH} ('x', 1, 'b', 1, 1, 1)",
    "a run that grows from a missing item": "INSERT INTO run (parent, depth) VALUES (1, 9)",
    "a run that grows from before a run's first item": "INSERT INTO run (parent, depth) VALUES (1, 0)",
    "a run that grows from nowhere": "INSERT INTO run (parent, depth) VALUES (NULL, 2)",
    "two items at one place": f"{ITEM} ('x', 1, 1, 'user', 'complete', '', 1)",
    "an item at depth 0": f"{ITEM} ('x', 1, 0, 'user', 'complete', '', 1)",
    "an item of no run": f"{ITEM} ('x', 9, 1, 'user', 'complete', '', 1)",
    "two items of one id": f"{ITEM} ('a1', 1, 9, 'user', 'complete', '', 1)",
    "an unknown role": f"{ITEM} ('x', 1, 9, 'ghost', 'complete', '', 1)",
    "an unknown state": f"{ITEM} ('x', 1, 9, 'user', 'lost', '', 1)",
    "a body that is no text": f"{ITEM} ('x', 1, 9, 'user', 'complete', x'00', 1)",
    "a time that is no number": f"{ITEM} ('x', 1, 9, 'user', 'complete', '', 'noon')",
    "a chunk of no item": "INSERT INTO journal (item, position, text) VALUES (99, 0, '')",
    "two chunks at one place": "INSERT INTO journal (item, position, text) VALUES (2, 0, '')",
    "a request of no item": f"{REQUEST} ('x', 99, '', 1)",
    "an unknown source of a title": "UPDATE conversation SET title_source = 'ghost'",
    "a shown branch that is missing": "UPDATE conversation SET shown_branch = 99",
}


@pytest.mark.parametrize("misfit", MISFITS.values(), ids=MISFITS.keys())
def test_what_does_not_fit_does_not_get_in(connection: Connection, misfit: str) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        connection.execute(misfit)


def test_the_words_of_the_schema_are_those_of_the_program(writing: Writing) -> None:
    for state in ItemState:
        writing.reply("a", f"x {state}", state)
    for depth, role in enumerate(Role):
        writing.connection.execute(f"{ITEM} (?, 1, ?, ?, 'complete', '', 1)", (role, 90 + depth, role))
    for source in TitleSource:
        writing.connection.execute("UPDATE conversation SET title_source = ?", (source,))


def test_branches_may_stay_without_a_name(connection: Connection) -> None:
    for name in ("x", "y"):
        connection.execute(f"{BRANCH} ('{name}', 1, NULL, 1, 1, 1)")


def test_every_reference_can_be_followed_backwards(connection: Connection) -> None:
    """Without an index, removing what is referred to would read the whole table that refers to it."""
    tables = [
        name for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")
    ]
    references = [(table, columns) for table in tables for columns in references_of(connection, table)]
    assert len(references) == 26
    for table, columns in references:
        assert any(index[: len(columns)] == columns for index in indexes_of(connection, table)), (
            table,
            columns,
        )


def references_of(connection: Connection, table: str) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for row in connection.execute(f"PRAGMA foreign_key_list({table})"):
        assert row[5:7] == ("CASCADE", "RESTRICT")
        found.setdefault(row[0], []).append(row[3])
    return list(found.values())


def indexes_of(connection: Connection, table: str) -> list[list[str]]:
    names = [row[1] for row in connection.execute(f"PRAGMA index_list({table})")]
    own = [[row[1]] for row in connection.execute(f"PRAGMA table_info({table})") if row[5] == 1]
    return own + [[row[2] for row in connection.execute(f"PRAGMA index_info({name})")] for name in names]
