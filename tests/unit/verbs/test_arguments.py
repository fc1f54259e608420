from argparse import ArgumentParser
from pathlib import Path

import pytest

from app.verbs.arguments import add_verbs


@pytest.fixture
def parser() -> ArgumentParser:
    made = ArgumentParser("sotto")
    made.add_argument("--profile", type=Path)
    add_verbs(made)
    return made


def test_a_profile_may_stand_before_the_verb_or_behind_it(parser: ArgumentParser) -> None:
    assert parser.parse_args(["--profile", "a", "list"]).profile == Path("a")
    assert parser.parse_args(["list", "--profile", "b"]).profile == Path("b")
    assert parser.parse_args(["list"]).profile is None


def test_what_stands_before_ask_holds_for_it_too(parser: ArgumentParser) -> None:
    parser.add_argument("--model")
    parser.add_argument("--from-environment", action="store_true")
    options = parser.parse_args(["--from-environment", "--model", "m", "ask", "Why?"])
    assert (options.from_environment, options.model, options.question) == (True, "m", "Why?")
    assert parser.parse_args(["--model", "m", "ask", "Why?", "--model", "n"]).model == "n"


def test_files_are_named_one_by_one(parser: ArgumentParser) -> None:
    options = parser.parse_args(["ask", "--file", "a.txt", "Why?", "--file", "b.pdf"])
    assert (options.question, options.files) == ("Why?", [Path("a.txt"), Path("b.pdf")])
    assert parser.parse_args(["ask", "Why?"]).files == []


@pytest.mark.parametrize(("typed", "reply"), [([], None), (["--reply"], ""), (["--reply", "01ab"], "01ab")])
def test_a_reply_may_be_named_or_meant_by_being_the_last(
    parser: ArgumentParser, typed: list[str], reply: str | None
) -> None:
    assert parser.parse_args(["context", "01cd", *typed]).reply == reply


@pytest.mark.parametrize("limit", ["0", "-1", "many", "²"])
def test_a_limit_is_a_number_from_1_on(
    parser: ArgumentParser, limit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(["search", "a", f"--limit={limit}"])
    assert "a number from 1 on is needed" in capsys.readouterr().err
