"""Code in its frame."""

from app.markup.block import Block, Kind
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make


def code(content: str) -> Block:
    return Block(Kind.CODE, "", content, "py", is_open=True)


def test_what_is_added_goes_to_the_end_of_the_same_document(make: Make) -> None:
    block = make("```py\na = 1\n")
    document, height = block._document, block.height(WIDTH)
    block.show(code("a = 1\nb = 2\n"))
    assert block._document is document
    assert block.text() == "a = 1\nb = 2"
    assert block.height(WIDTH) == height + 20


def test_other_code_is_shown_whole(make: Make) -> None:
    block = make("```py\na = 1\n")
    block.show(code("b"))
    assert block.text() == "b"
