import pytest

from app.domain.passages import Needle, fold


def needle(typed: str) -> Needle:
    made = Needle.of(typed)
    assert made
    return made


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Blue", "blue"), ("Größe", "grosse"), ("naïve Café", "naive cafe"), ("ΣΊΣΥΦΟΣ", "σισυφοσ")],
)
def test_letters_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_there_is_nothing_to_find_in_no_letters() -> None:
    assert Needle.of("  ") is None


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("BLUE", "the blue of Blue", ["blue", "Blue"]),
        ("cafe", "Café, cafe\u0301!", ["Café", "cafe\u0301"]),
        ("ss", "Straße", ["ß"]),
        ("é", "e E", ["e", "E"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("日本", "日本語と日本", ["日本", "日本"]),
        ("none", "Straße", []),
    ],
)
def test_its_places_are_found(typed: str, text: str, marked: list[str]) -> None:
    assert [text[first:last] for first, last in needle(typed).places(text)] == marked
    assert needle(typed).count(text, in_markup=False) == len(marked)


def test_emphasis_does_not_hide_a_phrase() -> None:
    text = "a **bold** word, and snake_case"
    assert needle("a bold word").count(text, in_markup=True) == 1
    assert needle("a bold word").count(text, in_markup=False) == 0
    assert needle("snake_case").count(text, in_markup=True) == 1
    assert needle("snakecase").count("snakecase", in_markup=True) == 1
