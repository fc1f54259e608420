import pytest

from app.verbs.command import command_parser
from app.verbs.dispatch import _DOING, _TELLING, name_of, needs_no_archive, needs_profile_alone
from app.verbs.grammar import grammar_of

VERBS = {level.path[0] for level in grammar_of(command_parser()).all() if level.path}


def test_every_verb_that_may_be_typed_is_done() -> None:
    assert {*_DOING, *_TELLING} == VERBS - {"completion"}
    assert not {*_DOING} & {*_TELLING}


@pytest.mark.parametrize(
    ("typed", "name", "alone", "unlocked"),
    [
        ("list", "list", False, False),
        ("restore a", "restore", True, False),
        ("salvage --to a", "salvage", True, False),
        ("key rotate", "key rotate", True, False),
        ("key recovery", "key recovery", False, False),
        ("key status", "key status", False, True),
    ],
)
def test_what_a_verb_needs_is_known(typed: str, name: str, alone: bool, unlocked: bool) -> None:
    options = command_parser().parse_args(typed.split())
    assert name_of(options) == name
    assert (needs_profile_alone(options), needs_no_archive(options)) == (alone, unlocked)
