"""What is said of a message that was found."""

import pytest

from app.domain.item import Role
from app.domain.search import NoteHit
from app.domain.snippets import Snippet
from app.ui.sidebar.result_words import branch_of, more_words, small_print, who_and_when
from tests.fakes.scripted_searching import hit
from tests.unit.ui.conftest import NOW

DAY = 24 * 3_600_000_000
NOTE = NoteHit(hit("a", "").conversation_id, "a", "n", None, NOW, Snippet("Buy clay", ()))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "You · 10:41"),
        ({"author": "Ada"}, "Ada · 10:41"),
        ({"role": Role.MODEL, "model": "gpt-5"}, "gpt-5 · 10:41"),
        ({"role": Role.MODEL, "model": "gpt-5", "author": "Potter"}, "Potter · 10:41"),
        ({"role": Role.MODEL}, "Model · 10:41"),
        ({"role": Role.TOOL}, "Tool · 10:41"),
        ({"role": Role.SYSTEM}, "Instructions · 10:41"),
        ({"created_at": NOW - DAY}, "You · Thu"),
    ],
)
def test_it_is_told_who_wrote_it_and_when(more: dict, words: str) -> None:
    assert who_and_when(hit("a", "b", **({"created_at": NOW} | more)), NOW) == words


def test_a_note_is_called_one() -> None:
    assert (who_and_when(NOTE, NOW), branch_of(NOTE)) == ("Note · 10:41", "")


def test_a_branch_is_named_where_it_is_not_the_one_that_is_shown() -> None:
    assert branch_of(hit("a", "b", branch="Slow")) == ""
    assert branch_of(hit("a", "b", branch="Slow\u202e", is_shown=False)) == "Slow"
    assert branch_of(hit("a", "b", is_shown=False)) == "another branch"


def test_the_small_print_tells_who_else_has_it() -> None:
    assert small_print(hit("a", "b")) == ""
    assert small_print(hit("a", "b", shared_with=1)) == "also in another conversation"
    both = small_print(hit("a", "b", is_shown=False, shared_with=2))
    assert both == "another branch, also in 2 more conversations"


def test_thousands_are_set_apart() -> None:
    assert more_words(12_345) == "and 12\u202f345 more"
