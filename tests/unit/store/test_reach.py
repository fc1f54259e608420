import pytest

from app.domain.item import Item
from app.store import reach
from app.store.driver import Connection
from app.store.reach import places_of
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import Writing

_HIDE = """
    INSERT INTO overlay (conversation, item, hidden_at)
    SELECT conversation.id, item.id, 1 FROM conversation, item
    WHERE conversation.public_id = ? AND item.public_id = ?
"""


@pytest.fixture
def five(writing: Writing) -> list[Item]:
    """a1 to a5 in the conversation and the branch a."""
    writing.conversation("a", changed_at=10)
    return [writing.question("a", f"a{number}", now=number) for number in range(1, 6)]


def seen(connection: Connection, item: Item) -> list[tuple[str, str]]:
    """Conversation and branch, for each conversation that has the item."""
    (number,) = connection.execute("SELECT id FROM item WHERE public_id = ?", (item.id,)).fetchone()
    places = places_of(connection, number, item.run, item.depth)
    return [(place.conversation_id, place.branch_id) for place in places]


def test_an_item_is_reached_by_its_branch(five: list[Item], connection: Connection) -> None:
    assert [seen(connection, item) for item in five] == [[("a", "a")]] * 5


def test_what_lies_behind_every_tip_is_reached_by_nobody(five: list[Item], connection: Connection) -> None:
    connection.execute("UPDATE branch SET depth = 3")
    assert seen(connection, five[2]) == [("a", "a")]
    assert seen(connection, five[3]) == []
    connection.execute("UPDATE branch SET run = NULL, depth = 0")
    assert seen(connection, five[0]) == []


def test_a_fork_reaches_what_lies_before_it(
    five: list[Item], writing: Writing, connection: Connection
) -> None:
    writing.conversation("b", changed_at=20)
    writing.fork("b", "c", writing.path("a").tip_at(3))
    own = writing.question("c", "c4", now=9)
    assert [seen(connection, item) for item in five[:3]] == [[("b", "c"), ("a", "a")]] * 3
    assert [seen(connection, item) for item in five[3:]] == [[("a", "a")]] * 2
    assert seen(connection, own) == [("b", "c")]


def test_a_fork_of_a_fork_reaches_all_the_way(
    five: list[Item], writing: Writing, connection: Connection
) -> None:
    writing.conversation("b", changed_at=20)
    writing.fork("b", "c", writing.path("a").tip_at(3))
    writing.question("c", "c4", now=9)
    writing.conversation("d", changed_at=30)
    writing.fork("d", "e", writing.path("c").tip_at(4))
    writing.question("e", "e5", now=10)
    connection.execute("DELETE FROM branch WHERE public_id = 'c'")
    assert seen(connection, five[0]) == [("d", "e"), ("a", "a")]
    assert seen(connection, five[3]) == [("a", "a")]


def test_the_shown_branch_is_named_before_others(
    five: list[Item], writing: Writing, connection: Connection
) -> None:
    writing.fork("a", "older", writing.path("a").tip_at(3))
    writing.fork("a", "newer", writing.path("a").tip_at(3))
    assert seen(connection, five[0]) == [("a", "a")]
    connection.execute("UPDATE branch SET depth = 1 WHERE public_id = 'a'")
    assert seen(connection, five[1]) == [("a", "newer")]
    writing.show("a", "older")
    assert seen(connection, five[1]) == [("a", "older")]


def test_who_hides_an_item_does_not_have_it(
    five: list[Item], writing: Writing, connection: Connection
) -> None:
    writing.conversation("b", changed_at=20)
    writing.fork("b", "c", writing.path("a").tip_at(5))
    connection.execute(_HIDE, ("b", "a2"))
    assert seen(connection, five[1]) == [("a", "a")]
    assert seen(connection, five[0]) == [("b", "c"), ("a", "a")]
    connection.execute(_HIDE, ("a", "a2"))
    assert seen(connection, five[1]) == []


def test_the_end_of_a_very_long_chain_is_found(writing: Writing, connection: Connection) -> None:
    """Each answer was asked for anew: every turn has a run of its own."""
    writing.conversation("a")
    first = writing.question("a", "a1")
    for depth in range(2, reach._MOST_RUNS + 100):
        writing.fork("a", "spare", writing.path("a").tip_at(depth - 1))
        writing.question("spare", f"spare {depth}")
        connection.execute("DELETE FROM branch WHERE public_id = 'spare'")
        writing.question("a", f"a{depth}")
    assert connection.execute("SELECT count(*) FROM run").fetchone()[0] > reach._MOST_RUNS
    assert seen(connection, first) == [("a", "a")]


def test_reaching_reads_along_indexes(connection: Connection) -> None:
    for plan in plans(connection, lambda: places_of(connection, 1, 1, 1)).values():
        scanned = [line for line in plan.splitlines() if "SCAN" in line]
        assert set(scanned) <= {"SCAN CONSTANT ROW", "SCAN 2 CONSTANT ROWS", "SCAN reached"}
        assert "TEMP B-TREE" not in plan
