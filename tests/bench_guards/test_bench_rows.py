"""What a bench may call good, and how it takes its medians."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.archive.building import build
from tests.bench.archive.measuring import Conditions, by_turns
from tests.bench.archive.recording import replay, statements_of

WHOLE = Conditions(scale=1, is_idle=False)


@pytest.mark.parametrize(("value", "ok"), [(1.9, True), (2.0, True), (2.1, False)])
def test_a_limit_binds_the_ratio(value: float, ok: bool) -> None:
    row = WHOLE.row("a page", value, 1.0, "raw", 2.0)
    assert (row.ratio, row.ok, row.yardstick) == (value, ok, "raw 1 ms")


def test_what_has_no_limit_only_tells() -> None:
    assert WHOLE.row("a page", 900.0, 1.0, "raw", None).ok


def test_a_time_binds_on_an_idle_machine_only() -> None:
    assert WHOLE.absolute("a page", 0.7, 0.6).ok
    assert not replace(WHOLE, is_idle=True).absolute("a page", 0.7, 0.6).ok
    assert not WHOLE.absolute("a fork", 301, 300, "B").ok
    assert WHOLE.absolute("a token", 61, 60, "µs").ok
    assert not replace(WHOLE, is_idle=True).absolute("a token", 61, 60, "µs").ok


def test_what_was_not_measured_whole_is_never_good() -> None:
    scaled = replace(WHOLE, scale=0.1)
    rows = [scaled.row("a page", 1.0, 1.0, "raw", 2.0), scaled.absolute("a page", 0.1, 0.6)]
    assert [row.name for row in rows] == ["a page [scale 0.1]"] * 2
    assert not any(row.ok for row in [*rows, WHOLE.missing("a session", "it is not installed")])


async def test_all_works_are_done_in_every_round_and_none_always_behind_the_same() -> None:
    done: list[str] = []
    await by_turns([lambda _, name=name: done.append(name) for name in "abc"], 12, unmeasured=0)
    rounds = ["".join(done[begin : begin + 3]) for begin in range(0, 36, 3)]
    assert {"".join(sorted(each)) for each in rounds} == {"abc"}
    assert len(set(rounds)) > 4


def test_a_plan_is_asked_again_statement_by_statement() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE one (number)")
        connection.executemany("INSERT INTO one VALUES (?)", [(1,), (2,), (3,)])
        sql = "SELECT number FROM one WHERE number > ?"
        statements = statements_of(connection, lambda asked: asked.execute(sql, (1,)).fetchone())
        assert [(each.sql, each.given, each.taken) for each in statements] == [(sql, (1,), 1)]
        replay(connection, statements)


def test_the_archive_holds_what_rows_name(tmp_path: Path) -> None:
    built = build(tmp_path, Conditions(scale=0.003, is_idle=False))
    assert (built.items, built.conversations) == (3_000, 300)
