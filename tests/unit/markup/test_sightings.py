"""What in a message reaches beyond it, and where that is."""

import pytest

from app.markup.sightings import Edit, Seeing, SeenHeading, TooIntricate


def test_headings_are_seen_with_their_lines() -> None:
    sight = Seeing().look("> # A\n\nTwo\nlines\n---\n", "-s")
    assert list(sight.headings) == [
        SeenHeading(0, 1, 1, False, "A"),
        SeenHeading(2, 5, 2, True, "Two\nlines"),
    ]


def test_only_code_that_nobody_closes_is_open() -> None:
    seeing = Seeing()
    assert seeing.look("````\n```", "").open_fence == "````"
    assert not seeing.look("````\n`````", "").open_fence
    assert not seeing.look("- ```\n  x", "").open_fence


def test_labels_are_seen_where_they_are_defined_and_used() -> None:
    sight = Seeing().look("[a]: /x\n\n> say [a]\n", "-s")
    assert list(sight.edits) == [Edit(0, 2, 2, "-s"), Edit(2, 9, 9, "[a-s]")]


def test_code_defines_nothing() -> None:
    assert not Seeing().look("```\n[^a]: x\n[b]: /y\n```\n\n[^a] [b]", "-s").edits


def test_a_cell_is_found_behind_its_like() -> None:
    edits = Seeing().look("| <b> | <b> |\n|--|--|", "-s").edits
    assert [edit.first for edit in edits] == [2, 8]


def test_a_tag_is_seen_however_a_row_is_cut() -> None:
    edits = Seeing().look("| a | b |\n|--|--|\n| `x|` | <br> |", "-s").edits
    assert [(edit.line, edit.first) for edit in edits] == [(2, 9)]


def test_the_words_of_a_picture_do_not_confuse_places() -> None:
    edits = Seeing().look("[a]: /x\n\n![[a] <b>](/y) [a]", "-s").edits
    assert [(edit.line, edit.first) for edit in edits] == [(0, 2), (2, 18)]


@pytest.mark.parametrize("text", ["[two\nlines]: /x", ">" * 200 + " x", "- " * 200 + "x"])
def test_what_is_too_intricate_is_said(text: str) -> None:
    with pytest.raises(TooIntricate):
        Seeing().look(text, "-s")
