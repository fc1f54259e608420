import unicodedata

import pytest

from app.domain.folding import folded, folded_with_places, is_folded


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("λόγος Ἀθῆναι", "λογοσ Αθηναι"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם \ufb2a", "שלום ש"),
        ("น้ำตก", "นำตก"),
        (unicodedata.normalize("NFD", "한글 각 가"), "한글 각 가"),
        ("가\u11a8", "각"),
        (unicodedata.normalize("NFD", "ガ が か"), "ガ が か"),
        ("葛\U000e0100", "葛"),
        ("\u0301x\u0301", "x"),
        ("क\u093c \u0958", "क क"),
        ("\u0bca \u09cb", "\u0bc6\u0bbe \u09c7\u09be"),
    ],
)
def test_what_a_person_takes_for_one_is_one(text: str, letters: str) -> None:
    assert folded(text) == letters
    assert is_folded(folded(text))
    assert not is_folded(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "Grüße, “Köln” — naïve",
        "東京 か が 한글",
        "й ё آ أ",
        "हिन्दी की काम ภาษา วัน",
        "\ud800",
        "😀",
    ],
)
def test_what_is_one_already_stays_as_it_is(text: str) -> None:
    assert folded(text) == text
    assert is_folded(text)


def test_letters_that_a_mark_makes_different_stay_different() -> None:
    for different in ("й", "ё", "が", "パ", "آ", "أ"):
        assert folded(unicodedata.normalize("NFD", different)) == different


@pytest.mark.parametrize("text", ["plain", "aλό\u0301ς b", "مُحَمَّد x", "x ガき", "\u0301"])
def test_every_folded_character_knows_where_it_stands(text: str) -> None:
    text = unicodedata.normalize("NFD", text)
    letters, places = folded_with_places(text)
    assert letters == folded(text)
    assert len(places) == len(letters) + 1
    assert places[-1] == len(text)
    for number, letter in enumerate(letters):
        assert folded(text[places[number] : places[number + 1]]) == letter
