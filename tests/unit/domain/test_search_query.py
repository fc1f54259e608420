import random
import re
from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.item import Role
from app.domain.local_time import start_of_day
from app.domain.search_query import Content, Filters, Mark, Query, parse

TODAY = date(2026, 11, 21)


def understood(text: str) -> Query:
    return parse(text, TODAY, UTC)


def wanted(text: str) -> list[str]:
    """What is looked for, with a star where it may go on."""
    return [" ".join(term.words) + "*" * term.is_prefix for term in understood(text).wanted]


def unwanted(text: str) -> list[str]:
    return [" ".join(term.words) for term in understood(text).unwanted]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("budget plan ", ["budget", "plan"]),
        ("budget plan", ["budget", "plan*"]),
        ("budget p", ["budget", "p"]),
        ("bu", ["bu*"]),
        ("Köln C++ ", ["koln", "c"]),
        ('"red bus" late ', ["red bus", "late"]),
        ('"red bus"', ["red bus"]),
        ('"red bu', ["red bu*"]),
        ('foo"bar baz"', ["foo", "bar baz"]),
        ("snake_case-word ", ["snake case word"]),
        ("京", ["京"]),
        ("東京", ["東 京"]),
        ("--flag ", ["flag"]),
        ("น้ำ", ["นำ*"]),
        ("हिन्दी", ["हिन्दी*"]),
        ("की", ["की*"]),
        ("budget plan!", ["budget", "plan"]),
        ("مُحَمَّدٌ", ["محمد*"]),
        ('- ! 😀 () ""', []),
    ],
)
def test_words_phrases_and_beginnings(text: str, terms: list[str]) -> None:
    assert wanted(text) == terms


def test_minus_takes_out() -> None:
    assert (wanted('bus -red -"late tram"'), unwanted('bus -red -"late tram"')) == (
        ["bus"],
        ["red", "late tram"],
    )
    assert understood("-only").is_empty


def test_conversations_are_filtered_by_title_tag_and_folder() -> None:
    query = understood('in:home in:"my trip" tag:Work tag:tax folder:"My Files"')
    assert query == Query(titles=("home", "my trip"), tags=("Work", "tax"), folders=("My Files",))
    assert query.has_filters
    assert not query.is_empty


def test_items_are_filtered_by_who_wrote_them_and_what_is_in_them() -> None:
    query = understood("role:me ROLE:Model model:gpt has:code has:image is:branch is:pinned")
    assert query == Query(
        roles=frozenset({Role.PERSON, Role.MODEL}),
        models=("gpt",),
        contents=frozenset({Content.CODE, Content.IMAGE}),
        marks=frozenset({Mark.BRANCH, Mark.PINNED}),
    )
    assert query.is_about_items
    assert not understood("in:home word").is_about_items


def test_a_minus_turns_a_filter_round() -> None:
    query = understood('-in:"my trip" -tag:tax -folder:old -ROLE:me -model:gpt -is:branch -has:code')
    assert query.without == Filters(
        titles=("my trip",),
        tags=("tax",),
        folders=("old",),
        roles=frozenset({Role.PERSON}),
        models=("gpt",),
        marks=frozenset({Mark.BRANCH}),
        contents=frozenset({Content.CODE}),
    )
    assert query == Query(without=query.without)
    assert query.has_filters
    assert not query.is_empty
    assert not understood("word -role:me").is_about_items


def test_not_before_a_day_is_from_it_on() -> None:
    assert understood("-before:2026-11 -after:today") == understood("after:2026-11 before:today")


def test_a_minus_before_what_is_no_filter_takes_out_words() -> None:
    assert unwanted("bus -is:red -x:y") == ["is red", "x y"]
    assert understood("bus -in:") == understood("bus -tag:")
    assert not understood("bus -in:").has_filters


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-1-2", date(2026, 1, 2)),
        ("2026-11", date(2026, 11, 1)),
        ("2026", date(2026, 1, 1)),
        ("today", TODAY),
        ("Yesterday", TODAY - timedelta(days=1)),
    ],
)
def test_days_are_local(text: str, day: date) -> None:
    for zone in (UTC, ZoneInfo("Asia/Tokyo")):
        query = parse(f"before:{text} after:{text}", TODAY, zone)
        assert query.before == query.after == start_of_day(day, zone)


@pytest.mark.parametrize(
    "text",
    ["before:2026-13", "after:soon", "before:0001", "is:red", "role:cat", "has:x", "http://a.b", "x:y"],
)
def test_what_is_no_filter_is_plain_words(text: str) -> None:
    query = understood(f"{text} ")
    assert not query.has_filters
    assert wanted(f"{text} ") == [" ".join(re.findall(r"[a-z0-9]+", text))]


def test_a_filter_that_still_lacks_its_value_asks_for_nothing() -> None:
    assert understood("word in:") == understood("word tag:") == understood("word ")


def test_a_person_who_pastes_a_book_searches_for_its_beginning() -> None:
    query = understood("word " * 10_000)
    assert len(query.wanted) == 32


def test_no_word_is_in_a_repr() -> None:
    text = 'secret "secret" -secret in:secret tag:secret folder:secret -in:secret -tag:secret'
    assert "secret" not in repr(understood(text))


def test_every_text_means_something() -> None:
    chance = random.Random(11)  # noqa: S311  # the same texts in every run
    pieces = [
        '"',
        "-",
        ":",
        "in:",
        "before:",
        "is:",
        "(",
        ")",
        "*",
        "AND",
        "NOT",
        "NEAR(",
        "\0",
        "\ud800",
        "東",
    ]
    pieces += ["a", "Wort", " ", "\n", "2026", "-99", "😀", "\u0301", "\\", "'", ";", "{", "^", "+", "%"]
    for _ in range(3_000):
        text = "".join(chance.choices(pieces, k=chance.randrange(1, 30)))
        query = understood(text)
        assert all(term.words for term in (*query.wanted, *query.unwanted))
    for text in ("(" * 10_000, '"' * 10_001, "-" * 10_000, "in:" * 10_000, "a:" * 10_000, "\0" * 10_000):
        assert len(understood(text).wanted) <= 32
