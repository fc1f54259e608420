"""Plain text as blocks."""

from PySide6.QtCore import QPointF

from app.ui.theme.theme import Theme
from app.ui.transcript.plain_block import PlainBlock, PlainText


def laid_out(theme: Theme, text: str, width: int = 400) -> PlainBlock:
    made = PlainBlock(theme, text)
    made.use_width(width)
    made.lay_out()
    return made


def test_a_block_is_as_high_as_its_lines(theme: Theme) -> None:
    assert laid_out(theme, "one\ntwo").height == 2 * 24


def test_places_words_and_paragraphs_are_found(theme: Theme) -> None:
    block = laid_out(theme, "one two\nthree four")
    assert block.position_at(QPointF(0, 30)) == 8
    assert block.caret(8).topLeft() == QPointF(0, 24)
    assert block.word_at(10) == (8, 13)
    assert block.paragraph_at(10) == (8, 18)
    assert block.paragraph_at(2) == (0, 7)


def test_a_growing_text_changes_only_its_last_block(theme: Theme) -> None:
    text = PlainText(theme, "")
    for _ in range(300):
        text.feed("a line of words\n")
    assert len(text.blocks) == 2
    first = text.blocks[0]
    assert text.feed("more") == 1
    assert text.blocks[0] is first
    assert "\n".join(block.text for block in text.blocks) == "a line of words\n" * 300 + "more"


def test_one_long_line_is_cut_without_a_loss(theme: Theme) -> None:
    blocks = PlainText(theme, "x" * 10_000).blocks
    assert "".join(block.text for block in blocks) == "x" * 10_000
    assert len(blocks) == 3
