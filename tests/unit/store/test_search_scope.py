from datetime import UTC, date

import pytest

from app.domain.search_query import parse
from app.store import search_scope
from app.store.driver import Connection
from app.store.items import MOMENT_BITS
from app.store.search_scope import Scope, scope_of
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import Writing

DAY = 86_400_000_000
NOW = 20_000 * DAY
TODAY = date(2024, 10, 4)


@pytest.fixture
def three(writing: Writing, connection: Connection) -> None:
    """Conversations a, b and c with two questions each, a day apart."""
    for position, name in enumerate("abc"):
        writing.conversation(name)
        for number in (1, 2):
            writing.question(name, f"{name}{number}", now=NOW - (6 - 2 * position - number) * DAY)
    connection.execute("UPDATE conversation SET pinned_at = 1 WHERE public_id IN ('a', 'b')")
    connection.execute("UPDATE conversation SET archived_at = 1 WHERE public_id = 'b'")
    connection.execute("UPDATE conversation SET trashed_at = 1 WHERE public_id = 'c'")
    connection.execute("INSERT INTO tag (id, name, name_key) VALUES (1, 'Work', 'work')")
    connection.execute("INSERT INTO conversation_tag (conversation, tag) VALUES (1, 1), (3, 1)")


def scope(connection: Connection, text: str) -> Scope:
    return scope_of(connection, parse(text, TODAY, UTC), NOW)


def names(connection: Connection, found: Scope) -> list[str]:
    if found.numbers is None:
        return ["any"]
    rows = (connection.execute("SELECT public_id FROM item WHERE id = ?", (n,)) for n in found.numbers)
    return [row.fetchone()[0] for row in rows]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("word", ["any"]),
        ("is:pinned", ["b2", "b1", "a2", "a1"]),
        ("is:pinned is:archived", ["b2", "b1"]),
        ("is:trashed", ["c2", "c1"]),
        ("tag:work", ["c2", "c1", "a2", "a1"]),
        ("tag:nothing", []),
        ("tag:work is:pinned", ["a2", "a1"]),
        ('in:"title of b"', ["b2", "b1"]),
        ("in:tit", ["c2", "c1", "b2", "b1", "a2", "a1"]),
        ("in:b in:c", ["c2", "c1", "b2", "b1"]),
        ("in:??", []),
        ("folder:none", []),
        ("tag:work -is:pinned", ["c2", "c1"]),
        ("in:title -in:b -is:trashed", ["a2", "a1"]),
        ("in:title -tag:work -folder:none -in:??", ["b2", "b1"]),
        ("is:pinned -is:pinned", []),
        ("-in:b", ["any"]),
    ],
)
@pytest.mark.usefixtures("three")
def test_filters_that_leave_few_items_name_them(connection: Connection, text: str, items: list[str]) -> None:
    assert names(connection, scope(connection, text)) == items


@pytest.mark.usefixtures("three")
def test_what_a_filter_with_a_minus_holds_for_is_barred(connection: Connection) -> None:
    found = scope(connection, "-tag:work -is:trashed")
    assert [number for number in (1, 2, 3) if found.holds_conversation(number)] == [2]


@pytest.mark.usefixtures("three")
def test_a_folder_has_conversations(connection: Connection) -> None:
    columns = {row[1] for row in connection.execute("PRAGMA table_info(folder)")} - {"id", "created_at"}
    marks = ", ".join("?" * len(columns))
    connection.execute(
        f"INSERT INTO folder (id, created_at, {', '.join(sorted(columns))}) VALUES (1, 1, {marks})",  # noqa: S608
        ["Ämter"] * len(columns),
    )
    connection.execute("UPDATE conversation SET folder = 1 WHERE public_id = 'b'")
    assert names(connection, scope(connection, "folder:ämter")) == ["b2", "b1"]


@pytest.mark.usefixtures("three")
def test_days_bound_the_numbers(connection: Connection) -> None:
    found = scope(connection, "after:2024-10-02 before:2024-10-03")
    moments = [
        moment
        for (moment,) in connection.execute(
            "SELECT created_at FROM item WHERE id BETWEEN ? AND ?", (found.first, found.last)
        )
    ]
    assert NOW - 2 * DAY in moments
    assert min(moments) >= NOW - 2 * DAY
    assert NOW not in moments


@pytest.mark.usefixtures("three")
def test_where_the_clock_was_ahead_nothing_is_bounded_from_above(
    writing: Writing, connection: Connection
) -> None:
    writing.question("a", "from the future", now=NOW + 1_000 * DAY)
    writing.question("a", "after it", now=NOW)
    newest = connection.execute("SELECT max(id) FROM item").fetchone()[0]
    assert scope(connection, "before:2024-10-03").last == newest


@pytest.mark.usefixtures("three")
def test_what_was_written_after_the_clock_was_put_right_stays_on_its_day(
    writing: Writing, connection: Connection
) -> None:
    writing.question("a", "far ahead", now=NOW + DAY * 3 // 2)
    writing.question("a", "put right", now=NOW)
    writing.question("a", "two days later", now=NOW + 2 * DAY)
    (number,) = connection.execute("SELECT id FROM item WHERE public_id = 'put right'").fetchone()
    query = parse("before:2024-10-05", TODAY, UTC)
    assert scope_of(connection, query, NOW).last >= number
    later = scope_of(connection, query, NOW + 2 * DAY)
    assert number <= later.last < connection.execute("SELECT max(id) FROM item").fetchone()[0]


def test_what_is_ahead_of_its_moment_is_read_along_its_index(connection: Connection) -> None:
    found = plans(connection, lambda: scope(connection, "before:2024-10-05 after:2024-10-01"))
    assert any("COVERING INDEX item_ahead" in plan for plan in found.values())


@pytest.mark.usefixtures("three")
def test_runs_are_reached_as_deep_as_any_of_the_branches(writing: Writing, connection: Connection) -> None:
    writing.fork("a", "short", writing.path("a").tip_at(1))
    (run,) = {part.run for part in writing.path("a").ranges}
    found = scope(connection, "in:a")
    assert found.spans == {run: 2}
    assert found.holds(run, 2)
    assert not found.holds(run, 3)
    assert not found.holds(run + 1, 1)


@pytest.mark.usefixtures("three")
def test_many_items_are_bounded_and_not_named(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_scope, "_FEW_ITEMS", 1)
    found = scope(connection, "in:b")
    assert found.numbers is None
    assert found.spans is not None
    low, high = connection.execute(
        "SELECT min(id), max(id) FROM item WHERE public_id IN ('b1', 'b2')"
    ).fetchone()
    assert (found.first, found.last) == (low, high)


@pytest.mark.usefixtures("three")
def test_below_a_number_there_is_less(connection: Connection) -> None:
    found = scope(connection, "is:pinned")
    assert found.numbers is not None
    below = found.below(found.numbers[1])
    assert names(connection, below) == ["a2", "a1"]
    assert below.last == found.numbers[1] - 1
    assert below.first == found.first


def test_numbers_follow_moments() -> None:
    assert 1 << MOMENT_BITS == 1024


def test_filters_read_along_indexes(connection: Connection) -> None:
    text = (
        "in:a tag:b folder:c is:pinned is:archived is:trashed -in:a -tag:b -folder:c -is:pinned after:today"
    )
    for statement, plan in plans(connection, lambda: scope(connection, text)).items():
        scanned = {line for line in plan.splitlines() if line.startswith("SCAN") and "INDEX" not in line}
        assert scanned <= {"SCAN tag", "SCAN folder", "SCAN span", "SCAN CONSTANT ROW"}, statement
