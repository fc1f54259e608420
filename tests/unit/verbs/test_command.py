import pytest

from app.verbs.command import command_parser
from app.verbs.grammar import Level, grammar_of

LEVELS = [level for level in grammar_of(command_parser()).all() if level.path]
VERBS = [level for level in LEVELS if not level.below and level.path != ("completion",)]


def name(level: Level) -> str:
    return " ".join(level.path)


@pytest.mark.parametrize("level", VERBS, ids=name)
def test_every_verb_understands_the_same(level: Level) -> None:
    known = {option for each in level.options for option in each.names}
    assert {"--json", "--quiet", "--profile", "--passphrase-stdin", "--help"} <= known


@pytest.mark.parametrize("level", LEVELS, ids=name)
def test_every_verb_says_what_it_does_and_shows_an_example(level: Level) -> None:
    assert level.help[0].islower()
    assert level.description.endswith(".")
    assert "Example" in level.epilog
    assert f"sotto {name(level)}" in level.epilog


def test_no_secret_is_an_argument() -> None:
    for level in LEVELS:
        for each in level.options:
            secret = {"passphrase", "recovery", "key"} & set("-".join(each.names).split("-"))
            assert not secret or each.value.name == "NONE", each.names
