import pytest

from app.domain.errors import EmptyName
from app.domain.naming import name_from_person, name_key


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Work", "Work"), ("  two\n words\t", "two words"), ("a\0b", "a␀b"), ("\ud83d", "�"), ("漢字", "漢字")],
)
def test_a_name_is_one_line_that_can_be_kept(typed: str, name: str) -> None:
    assert name_from_person(typed) == name


@pytest.mark.parametrize("typed", ["", "  ", "\n\t", "\u2003", "\u200b \u2060", "\u202e", "\u3164", "\ufeff"])
def test_without_a_word_there_is_no_name(typed: str) -> None:
    with pytest.raises(EmptyName):
        name_from_person(typed)


@pytest.mark.parametrize(
    ("one", "other"), [("work", "WORK"), ("Größe", "GRÖSSE"), ("é", "e\u0301"), ("ΣΑΣ", "σας"), ("ß", "ẞ")]
)
def test_names_that_differ_only_in_case_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("work", "works"), ("e", "é"), ("漢", "字")])
def test_other_names_are_not(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
