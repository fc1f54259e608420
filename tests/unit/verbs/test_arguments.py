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
