import random
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.domain.ids import ConversationId
from app.domain.statistics import Spent, Statistics
from app.store.driver import Connection, transaction
from app.store.statistics import Span, items_between, roll_up, spent, titles_of
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import Writing

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2026, 10, 1), date(2026, 11, 20)  # the clock goes back on 25 October
ALL = Span(date(2000, 1, 1), date(2100, 1, 1), BERLIN)
_ADD = """
    INSERT INTO usage (conversation, model, ended_at, is_estimate, input_tokens, output_tokens, cost)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def moment(day: date, hour: int = 0, minute: int = 0, zone: tzinfo = BERLIN) -> int:
    shown = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
    return int(shown.timestamp()) * 1_000_000


@pytest.fixture
def rows(writing: Writing, connection: Connection) -> None:
    """Two thousand requests of three conversations, one of which is gone, over fifty days."""
    for name in ("a", "b"):
        writing.conversation(name)
    chance = random.Random(3)  # noqa: S311  # the same rows in every run
    moments = sorted(chance.randrange(moment(FIRST), moment(LAST, 23)) for _ in range(2_000))
    with transaction(connection):
        for ended in moments:
            tokens = (chance.randrange(5_000), chance.randrange(900))
            cost = chance.choice([None, chance.randrange(10_000)])
            model = chance.choice("mnop")
            connection.execute(
                _ADD, (chance.randint(1, 3), model, ended, chance.random() < 0.3, *tokens, cost)
            )


def plain_sum(connection: Connection, span: Span) -> Statistics:
    """The same, added up from every single row."""
    sums: dict[str, defaultdict[Any, Spent]] = defaultdict(lambda: defaultdict(Spent))
    names = dict(connection.execute("SELECT id, public_id FROM conversation").fetchall())
    for number, model, ended, is_estimate, into, out, cost in connection.execute(
        "SELECT conversation, model, ended_at, is_estimate, input_tokens, output_tokens, cost FROM usage"
    ):
        shown = datetime.fromtimestamp(ended / 1_000_000, span.zone)
        name = names.get(number)
        if not span.first <= shown.date() <= span.last or (span.conversation and name != span.conversation):
            continue
        one = Spent(1, 0, 0, into, out, cost) if is_estimate else Spent(1, into, out, 0, 0, cost)
        keys = {"": "", "model": model, "day": shown.date(), "hour": shown.hour, "conversation": name}
        for key, value in keys.items():
            sums[key][value] += one
    return Statistics(sums[""][""], sums["model"], sums["day"], sums["hour"], sums["conversation"])


SPANS = [
    ALL,
    Span(date(2026, 10, 25), date(2026, 10, 25), BERLIN),
    Span(date(2026, 10, 20), LAST, BERLIN),
    Span(LAST, LAST, BERLIN),
    Span(FIRST, LAST, BERLIN, ConversationId("b")),
    Span(FIRST, LAST, BERLIN, ConversationId("unknown")),
    Span(date(2030, 1, 1), LAST, BERLIN),
]


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("until", [None, FIRST, date(2026, 10, 25), date(2026, 10, 26), LAST])
def test_added_up_or_not_it_is_the_plain_sum(connection: Connection, until: date | None) -> None:
    if until:
        while roll_up(connection, until, BERLIN, at_most=170):
            pass
    for span in SPANS:
        assert spent(connection, span) == plain_sum(connection, span)


@pytest.mark.usefixtures("rows")
def test_adding_up_changes_nothing_whenever_it_is_done(connection: Connection) -> None:
    expected = plain_sum(connection, ALL)
    for days in range(60):
        roll_up(connection, FIRST + timedelta(days=days), BERLIN, at_most=37)
        roll_up(connection, FIRST, BERLIN)
    assert spent(connection, ALL) == expected


@pytest.mark.usefixtures("rows")
def test_only_closed_days_are_added_up_and_each_row_once(connection: Connection) -> None:
    done = []
    while not done or done[-1]:
        done.append(roll_up(connection, LAST, BERLIN, at_most=500))
    assert roll_up(connection, LAST, BERLIN) == 0
    assert max(done) == 500
    days = {day for (day,) in connection.execute("SELECT DISTINCT day FROM usage_day")}
    assert (min(days), max(days)) == ("2026-10-01", "2026-11-19")
    (added,) = connection.execute("SELECT sum(requests) FROM usage_day").fetchone()
    (closed,) = connection.execute(
        "SELECT count(*) FROM usage WHERE ended_at < ?", (moment(LAST),)
    ).fetchone()
    assert added == closed == sum(done)


@pytest.mark.usefixtures("rows")
def test_rows_that_come_late_are_counted(connection: Connection) -> None:
    """A clock that was set back writes into days that were added up already."""
    while roll_up(connection, LAST, BERLIN):
        pass
    for number in range(3):
        connection.execute(_ADD, (1, "late", moment(FIRST) + number, 0, 1, 1, None))
    assert spent(connection, ALL) == plain_sum(connection, ALL)
    while roll_up(connection, LAST + timedelta(days=1), BERLIN):
        pass
    assert spent(connection, ALL) == plain_sum(connection, ALL)
    assert spent(connection, ALL).by_model["late"].requests == 3


def test_a_row_from_the_future_waits_for_its_day(connection: Connection) -> None:
    for day in (LAST, LAST + timedelta(days=300), LAST):
        connection.execute(_ADD, (1, "m", moment(day), 0, 1, 1, None))
    assert roll_up(connection, LAST + timedelta(days=1), BERLIN) == 1
    assert spent(connection, ALL).total == Spent(3, 3, 3)
    assert roll_up(connection, LAST + timedelta(days=301), BERLIN) == 2
    assert spent(connection, ALL).total == Spent(3, 3, 3)


def test_the_hour_that_comes_twice_is_one(connection: Connection) -> None:
    for hour in (0, 1):
        ended = moment(date(2026, 10, 25), hour, 30, UTC)
        connection.execute(_ADD, (1, "m", ended, 0, 1, 1, None))
    for _ in range(2):
        assert spent(connection, ALL).by_hour == {2: Spent(2, 2, 2)}
        roll_up(connection, date(2026, 10, 26), BERLIN)


def test_what_was_spent_outlives_the_conversation(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    connection.execute(_ADD, (1, "m", moment(LAST), 0, 1, 2, 3))
    assert spent(connection, ALL).by_conversation == {"a": Spent(1, 1, 2, cost=3)}
    connection.execute("UPDATE conversation SET shown_branch = NULL")
    connection.execute("DELETE FROM branch")
    connection.execute("DELETE FROM conversation")
    assert spent(connection, ALL).by_conversation == {None: Spent(1, 1, 2, cost=3)}


def test_where_nothing_was_asked_nothing_was_spent(connection: Connection) -> None:
    assert spent(connection, ALL) == Statistics(Spent(), {}, {}, {}, {})
    assert roll_up(connection, LAST, BERLIN) == 0


def test_a_span_is_read_along_an_index(connection: Connection) -> None:
    for statement, plan in plans(connection, lambda: spent(connection, ALL)).items():
        assert "SCAN" not in plan, statement


def test_items_are_counted_by_their_moment_without_reading_them(
    writing: Writing, connection: Connection
) -> None:
    writing.conversation("a")
    for number, hour in enumerate((0, 23)):
        writing.question("a", f"q{number}", moment(LAST, hour))
    day = Span(LAST, LAST, BERLIN)
    assert items_between(connection, day) == 2
    assert items_between(connection, Span(FIRST, LAST - timedelta(days=1), BERLIN)) == 0
    [plan] = plans(connection, lambda: items_between(connection, day)).values()
    assert "COVERING INDEX" in plan


def test_titles_are_told_of_those_that_are_there(writing: Writing, connection: Connection) -> None:
    one = writing.conversation("a")
    assert titles_of(connection, (one, ConversationId("gone"))) == {one: "Title of a"}
