import pytest

from app.domain.text_words import Term, holds, matches, words_of


def term(text: str, *, is_prefix: bool = False) -> Term:
    return Term(text, tuple(word.text for word in words_of(text)), is_prefix)


def found(text: str, *terms: Term) -> list[str]:
    return [text[start:end] for start, end in matches(list(words_of(text)), terms)]


def test_words_are_folded_and_know_their_place() -> None:
    text = "Ein Cafe\u0301 in KÖLN, 東京 a_b!"
    assert [word.text for word in words_of(text)] == ["ein", "cafe", "in", "koln", "東", "京", "a", "b"]
    assert [text[word.start : word.end] for word in words_of(text)][:2] == ["Ein", "Cafe\u0301"]


def test_folded_words_know_their_place_in_the_text_as_it_was() -> None:
    text = "(مُحَمَّدٌ) Ὁ λόγος, น้ำตก カ\u3099!"
    assert [word.text for word in words_of(text)] == ["محمد", "ο", "λογοσ", "นำตก", "ガ"]
    places = [text[word.start : word.end] for word in words_of(text)]
    assert places == ["مُحَمَّدٌ", "Ὁ", "λόγος", "น้ำตก", "カ\u3099"]


@pytest.mark.parametrize("text", ["", " ", "!?", "😀", "\ud800", "\0", "\u0301"])
def test_where_no_letter_is_there_is_no_word(text: str) -> None:
    assert list(words_of(text)) == []


def test_a_word_is_found_whole_and_a_beginning_where_it_begins() -> None:
    text = "plan planning unplanned Plan"
    assert found(text, term("plan")) == ["plan", "Plan"]
    assert found(text, term("plan", is_prefix=True)) == ["plan", "planning", "Plan"]


def test_a_phrase_is_found_as_it_stands() -> None:
    assert found("red bus, red tram, bus red", term("red tr", is_prefix=True)) == ["red tram"]
    assert found("red bus", term("red bus late")) == []
    assert found("去东京吧", term("东京")) == ["东京"]


def test_the_longest_of_several_is_found() -> None:
    assert found("a b c", term("a"), term("a b")) == ["a b"]


def test_a_text_holds_all_that_is_wanted_and_nothing_that_is_not() -> None:
    assert holds("one two three", [term("three"), term("one")], [term("four")])
    assert not holds("one two", [term("one"), term("three")], [])
    assert not holds("one two", [term("one")], [term("two")])
    assert holds("", [], [])


def test_no_word_is_in_a_repr() -> None:
    assert "secret" not in repr([term("secret"), *words_of("secret")])
