"""What may be added to what was typed into the search."""

from datetime import date

import pytest

from app.domain.search import SearchNames
from app.domain.search_query import parse
from app.ui.sidebar.search_hints import hints

FILTERS = ["in:", "tag:", "folder:", "role:", "model:", "before:", "after:", "is:", "has:"]


def words(text: str, *, asked: bool = False) -> list[str]:
    return [hint.words for hint in hints(text, asked=asked)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("glaze", []),
        ("glaze ", FILTERS),
        ("", FILTERS),
        ("glaze ro", ["role:"]),
        ("f", []),
        ("glaze role:", ["role:me", "role:model", "role:tool", "role:system"]),
        ("glaze ROLE:M", ["role:me", "role:model"]),
        ("role:me", []),
        ("is:", ["is:pinned", "is:archived", "is:trashed", "is:branch"]),
        ("before:", ["before:today", "before:yesterday"]),
        ("glaze -role:m", ["-role:me", "-role:model"]),
        ("-ro", ["-role:"]),
        ("glaze -", []),
        ("-glaze", []),
        ("https://", []),
    ],
)
def test_help_comes_where_it_may_be_wanted(text: str, offered: list[str]) -> None:
    assert words(text) == offered


def test_where_nothing_was_found_all_filters_are_offered() -> None:
    assert words("glaze", asked=True) == FILTERS
    assert hints("glaze", asked=True)[0].text == "glaze in:"


@pytest.mark.parametrize("text", ["glaze ", "glaze has:", "is", "glaze role:m"])
def test_what_is_offered_keeps_what_was_typed_and_says_what_it_means(text: str) -> None:
    offered = hints(text)
    assert offered
    assert all(hint.text.startswith(text.rpartition(" ")[0]) and hint.meaning for hint in offered)


def test_every_value_is_one_that_the_search_understands() -> None:
    for name in ("role:", "is:", "has:", "before:", "after:"):
        for hint in hints(name):
            assert parse(hint.text, date(2026, 11, 20)).has_filters


def test_what_is_left_out_keeps_its_minus() -> None:
    (hint,) = hints("a -tag:o", SearchNames(("Clay", "old pots")))
    assert (hint.text, hint.meaning) == ('a -tag:"old pots" ', "All but: With this tag")


def test_nothing_typed_is_in_a_repr() -> None:
    assert "secret" not in repr(hints("secret "))


@pytest.mark.parametrize(
    ("text", "words", "becomes"),
    [
        ("a tag:", ["tag:Clay", "tag:old pots"], "a tag:Clay "),
        ("a tag:o", ["tag:old pots"], 'a tag:"old pots" '),
        ('a tag:"old p', ["tag:old pots"], 'a tag:"old pots" '),
        ("a folder:w", ["folder:Work"], "a folder:Work "),
    ],
)
def test_names_of_ones_own_are_offered(text: str, words: list[str], becomes: str) -> None:
    offered = hints(text, SearchNames(("Clay", "old pots"), ("Work",)))
    assert ([hint.words for hint in offered], offered[0].text) == (words, becomes)
    assert not hints('tag:"old pots"', SearchNames(("old pots",)))


def test_of_many_names_some_are_offered() -> None:
    assert len(hints("tag:", SearchNames(tuple(f"{n}" for n in range(50))))) == 8
