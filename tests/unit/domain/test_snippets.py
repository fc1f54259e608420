from unicodedata import normalize

import pytest

from app.domain.snippets import Snippet, brought_forward, snippet
from app.domain.text_words import Term, words_of


def term(text: str, *, is_prefix: bool = False) -> Term:
    return Term(text, tuple(word.text for word in words_of(text)), is_prefix)


def marked(found: Snippet) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


def test_a_short_text_is_shown_whole_as_one_line() -> None:
    found = snippet("The  budget\n\nfor\tMay", [term("budget"), term("ma", is_prefix=True)])
    assert found.text == "The budget for May"
    assert marked(found) == ["budget", "May"]


@pytest.mark.parametrize("letters", ["words", "wörter"])
def test_a_long_text_is_shown_around_the_first_match(letters: str) -> None:
    found = snippet(f"{letters} " * 300 + "here is the Budget " + f"{letters} " * 300, [term("budget")])
    assert marked(found) == ["Budget"]
    assert found.text.startswith(f"…{letters}")
    assert found.text.endswith(f"{letters}…")
    assert len(found.text) <= 162


def test_a_match_at_the_very_end_is_shown() -> None:
    found = snippet("x" * 500 + " budget", [term("budget")])
    assert marked(found) == ["budget"]
    assert not found.text.endswith("…")


@pytest.mark.parametrize("filling", ["word ", "wört "])
def test_a_match_far_down_in_a_huge_text_is_shown(filling: str) -> None:
    assert marked(snippet(filling * 20_000 + "budget", [term("budget")])) == ["budget"]


def test_without_a_match_the_beginning_is_shown() -> None:
    assert snippet("beginning " * 50, [term("nothing")]).text.startswith("beginning beginning")
    assert snippet("", [term("nothing")]) == Snippet("", ())


def test_accents_do_not_matter() -> None:
    assert marked(snippet("Ein Café in Köln", [term("cafe"), term("koln")])) == ["Café", "Köln"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ΛΟΓΟΣ", "λόγος"),
        ("محمد", "مُحَمَّد"),
        ("שלום", "שָׁלוֹם"),
        ("น้ำตก", "น้ำตก"),
        ("한글", normalize("NFD", "한글")),
        (normalize("NFD", "한글"), "한글"),
        ("ガラス", normalize("NFD", "ガラス")),
    ],
)
def test_what_is_folded_is_marked_as_it_was_written(typed: str, written: str) -> None:
    found = snippet(f"{'wört ' * 300}{written}, {written} end", [term(typed)])
    assert marked(found) == [written, written]


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    found = snippet("漢" * 500 + "東京" + "字" * 500, [term("東京")])
    assert marked(found) == ["東京"]
    assert len(found.text) <= 162


def test_no_text_is_in_a_repr() -> None:
    assert "secret" not in repr(snippet("secret", []))


def test_what_has_little_room_is_cut_shortly_before_its_first_mark() -> None:
    found = snippet("The quick brown fox jumps over the lazy dog and the fox", [term("lazy"), term("fox")])
    assert brought_forward(found, 16) == found
    near = brought_forward(found, 8)
    assert (near.text[:12], marked(near)) == ("…brown fox j", ["fox", "lazy", "fox"])


def test_even_where_there_is_no_space_the_mark_is_brought_forward() -> None:
    near = brought_forward(Snippet("x" * 50 + "budget", ((50, 56),)), 10)
    assert (near.text, marked(near)) == ("…" + "x" * 10 + "budget", ["budget"])
    assert brought_forward(Snippet("nothing marked", ()), 3).text == "nothing marked"
