import random

import pytest

from app.domain.title_match import (
    closeness,
    closest,
    folded_title,
    holding,
    holding_loosely,
    looseness,
    sought,
    title_marks,
)

TITLES = ("Celadon glaze and firing curve", "Trip to Kraków in three days", "The glaze again", "冷却曲线")


def held(text: str) -> list[str]:
    return [TITLES[place] for place in holding([folded_title(title) for title in TITLES], sought(text))]


def held_loosely(text: str) -> list[str]:
    folded = [folded_title(title) for title in TITLES]
    return [TITLES[place] for place in holding_loosely(folded, sought(text))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("glaze", [0, 2]),
        ("GLAZE cel", [0]),
        ("laz", [0, 2]),
        ("krakow", [1]),
        ("kraków", [1]),
        ("曲线", [3]),
        ("glaze days", []),
    ],
)
def test_every_word_must_be_held(text: str, places: list[int]) -> None:
    assert held(text) == [TITLES[place] for place in places]


@pytest.mark.parametrize(("text", "places"), [("cgfc", [0]), ("tkd", [1]), ("glz", [0, 2]), ("zzz", [])])
def test_loosely_letters_in_their_order_are_enough(text: str, places: list[int]) -> None:
    assert held_loosely(text) == [TITLES[place] for place in places]


def test_signs_that_expressions_know_are_only_letters() -> None:
    for text in ("a.c", "[^]", "a\\b", "-]-", "^^^", "(((", "*+?"):
        assert holding_loosely([folded_title(text), " abc"], sought(text)) == [0]


def test_what_begins_so_fits_best() -> None:
    titles = [folded_title(title) for title in ("Glaze fire", "A glaze of fire", "Unglazed fires")]
    assert [closeness(title, sought("glaze fire")) for title in titles] == [0, 1, 2]


def test_letters_close_together_are_less_loose() -> None:
    near, far = (looseness(folded_title(title), sought("abc")) for title in ("xx a bc", "a b xxxx c abxc"))
    assert near == far == 4
    assert looseness(folded_title("a long way to b and c"), sought("abc")) > 4


@pytest.mark.parametrize(
    ("title", "text", "marked"),
    [
        ("Celadon glaze", "gla", ["gla"]),
        ("Unglazed glaze", "gla", ["gla"]),
        ("Unglazed", "gla", ["gla"]),
        ("Trip to Kraków", "krakow trip", ["Trip", "Kraków"]),
        ("Cafe\u0301 ﬁn", "cafe", ["Cafe\u0301"]),
        ("İstanbul", "istan", ["İstan"]),
        ("Celadon glaze", "cgz", ["C", "g", "z"]),
        ("Celadon", "xyz", []),
        ("Celadon", "", []),
        ("aaa", "aa a", ["aa"]),
    ],
)
def test_what_was_typed_is_marked_in_the_title_as_it_is_written(
    title: str, text: str, marked: list[str]
) -> None:
    assert [title[start:end] for start, end in title_marks(title, sought(text))] == marked


def test_marks_of_any_text_lie_in_order_within_the_title() -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(2_000):
        title, text = ("".join(chance.choices("aAbß İé\u0301日\u202e\ud800", k=12)) for _ in range(2))
        ends = [end for mark in title_marks(title, sought(text)) for end in mark]
        assert ends == sorted(ends)
        assert not ends or (ends[0] >= 0 and ends[-1] <= len(title))


def test_nothing_typed_seeks_nothing() -> None:
    assert sought("  ").is_empty
    assert not sought("ab").can_be_loose
    assert sought("a bc").can_be_loose
    assert "secret" not in repr(sought("secret"))


NAMES = ("Translate to German", "Code review", "Explain like a thermostat", "Übersetzen")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("code", [1]),
        ("REVIEW", [1]),
        ("crev", [1]),
        ("übers", [3]),
        ("t g", [0]),
        ("zebra", []),
    ],
)
def test_a_name_fits_that_holds_the_letters_in_their_order(typed: str, found: list[int]) -> None:
    assert closest(NAMES, typed) == found


def test_the_closest_name_comes_first() -> None:
    names = ("Tease out a plan", "A test plan", "test")
    assert closest(names, "test") == [2, 1, 0]
