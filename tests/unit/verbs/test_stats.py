import json

import pytest

from app.verbs.command import command_parser
from tests.fixtures.service import ServeScript
from tests.unit.verbs.conftest import Ask
from tests.unit.verbs.test_ask import nothing_piped, to

__all__ = ["nothing_piped"]


@pytest.fixture
def asked(ask: Ask, serve_script: ServeScript) -> Ask:
    """One question has been asked and answered."""
    assert ask("ask", "How blue?", *to(serve_script("calm")))[0] == 0
    return ask


def test_what_was_asked_is_added_up_by_model(asked: Ask) -> None:
    assert asked("stats") == (
        0,
        "      1 requests           7 in          40 out  scripted\n"
        "      1 requests           7 in          40 out  all\n",
    )


@pytest.mark.parametrize("by", ["day", "hour", "model", "conversation"])
def test_it_is_added_up_in_several_ways(asked: Ask, by: str) -> None:
    code, said = asked("stats", "--by", by, "--json")
    told = json.loads(said)
    assert (code, told["total"]["requests"], told["total"]["output_tokens"]) == (0, 1, 40)
    (row,) = told["by"]
    assert row["input_tokens"] == 7
    assert row.get("title", "How blue?") == "How blue?"
    assert str(row[by])[:2] in asked("stats", "--by", by)[1]


def test_only_what_lies_between_two_days_counts(asked: Ask) -> None:
    for span in (("--from", "2999-01-01"), ("--to", "1999-12-31")):
        code, said = asked("stats", *span, "--json")
        assert (code, json.loads(said)["by"]) == (0, [])


@pytest.mark.parametrize("day", ["today", "2026-13-01", ""])
def test_a_day_is_a_day(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_parser().parse_args(["stats", "--from", day])
    assert "a day is needed" in capsys.readouterr().err
