"""Markdown as blocks of the transcript."""

from time import monotonic

import pytest

from app.markup.grammar import Grammar
from app.ui.theme.theme import Theme
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.markdown_text import MarkdownText
from tests.fixtures.pace import within

ANSWER = "# Glaze\n\nThe *blue* comes\nfrom [iron][fe].\n\n- one\n- two\n\n```python\nprint(1)\n```\n"


@pytest.fixture
def surroundings(theme: Theme) -> Surroundings:
    return Surroundings(theme, Grammar(), lambda _block: None)


def sources(text: MarkdownText) -> str:
    return "".join(block.source for block in text.blocks)


def test_the_sources_of_all_blocks_are_the_text(surroundings: Surroundings) -> None:
    text = MarkdownText(surroundings, ANSWER)
    assert sources(text) == ANSWER
    assert [block.text for block in text.blocks][:2] == ["Glaze", "The blue comes from [iron][fe]."]
    assert text.is_read


def test_text_that_grows_becomes_the_same_blocks(surroundings: Surroundings) -> None:
    text = MarkdownText(surroundings, "")
    for character in ANSWER:
        text.feed(character)
    whole = MarkdownText(surroundings, ANSWER)
    assert [block.text for block in text.blocks] == [block.text for block in whole.blocks]
    assert [block.gap for block in text.blocks] == [block.gap for block in whole.blocks]


def test_only_what_is_not_settled_is_shown_anew(surroundings: Surroundings) -> None:
    text = MarkdownText(surroundings, "one\n\ntwo\n\nthree\n\nfo")
    for block in text.blocks:
        block.use_width(400)
        block.lay_out()
    assert text.feed("ur") >= 2
    assert [block.is_laid_out for block in text.blocks][:2] == [True, True]
    assert not text.blocks[-1].is_laid_out


def test_a_link_that_is_defined_late_changes_what_was_settled(surroundings: Surroundings) -> None:
    text = MarkdownText(surroundings, ANSWER)
    assert text.feed("\n[fe]: https://example.org\n\nEnd.\n") == 1
    assert text.blocks[1].text == "The blue comes from iron."


def test_heights_are_whole_and_estimates_until_they_are_laid_out(surroundings: Surroundings) -> None:
    block = MarkdownText(surroundings, "many words " * 90).blocks[0]
    block.use_width(500)
    assert not block.is_laid_out
    assert block.height > 0
    block.lay_out()
    assert block.is_laid_out
    assert block.height % 24 == 0


def test_a_long_text_is_read_bit_by_bit(surroundings: Surroundings) -> None:
    long = "A line of words, and a few more.\n\n" * 30_000
    with within(0.3):
        text = MarkdownText(surroundings, long)
    assert not text.is_read
    known = len(text.blocks)
    text.read(monotonic() + 0.05)
    assert len(text.blocks) > known


def test_the_whole_of_cut_code_is_known(surroundings: Surroundings) -> None:
    code = "x = 1\n" * 5000
    text = MarkdownText(surroundings, f"```python\n{code}```\n")
    while not text.is_read:
        text.read(monotonic() + 1)
    assert len(text.blocks) > 1
    assert text.code_of(0) == code


def test_words_and_paragraphs_are_found(surroundings: Surroundings) -> None:
    block = MarkdownText(surroundings, "one two\\\nthree").blocks[0]
    assert block.word_at(5) == (4, 7)
    assert block.paragraph_at(10) == (8, 13)
    assert block.copied(0, 3) == "one"
