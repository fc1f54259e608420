import json

import pytest

from bench_report import Row, as_json, as_table, read_rows
from refusal import Refusal

FAST = Row("first paint", 0.41237, "s", 0.25, 1.65, 1.8, ok=True)
SLOW = Row("rows", 123456.7, "per s", None, None, None, ok=False)


def test_rows_are_read_back_as_they_were_printed() -> None:
    assert read_rows("bench_window.py", as_json([FAST, SLOW])) == [FAST, SLOW]


@pytest.mark.parametrize("output", ["", "a word\n[]", "{}1", '[{"name": "first paint"}]', "[1]"])
def test_a_program_that_prints_no_rows_is_named(output: str) -> None:
    with pytest.raises(Refusal, match=r"bench_window\.py did not print rows"):
        read_rows("bench_window.py", output)


def test_the_table_is_aligned_and_shows_what_failed() -> None:
    assert as_table([FAST, SLOW]).splitlines() == [
        "name          value  unit   yardstick  ratio  limit  ok",
        "first paint  0.4124  s           0.25   1.65    1.8  yes",
        "rows         123457  per s          -      -      -  NO",
    ]


def test_the_file_holds_every_column() -> None:
    (row,) = json.loads(as_json([FAST]))
    assert row == {
        "name": "first paint",
        "value": 0.41237,
        "unit": "s",
        "yardstick": 0.25,
        "ratio": 1.65,
        "limit": 1.8,
        "ok": True,
    }
