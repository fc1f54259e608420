"""Links in a document, and what is marked in it."""

from app.ui.transcript.blocks.painted_block import Highlights
from tests.unit.ui.transcript.blocks.conftest import Make, Picture, colours_of


def test_a_link_is_one_whatever_its_words_are_made_of(make: Make) -> None:
    block = make("😀 see [the **bold** host](https://e.org/x) and https://f.org.")
    one, two = block.links()
    assert (one.host, block.text()[slice(*one.span)]) == ("e.org", "the bold host")
    assert (two.host, block.text()[slice(*two.span)]) == ("f.org", "https://f.org")


def test_what_is_found_and_what_is_selected_is_seen(make: Make, picture: Picture) -> None:
    block = make("one two three")
    colours = block._around.theme.colours
    marked = colours_of(picture(block, Highlights((0, 3), [(4, 7)], (8, 13))))
    assert {colours.mark, colours.selection} <= marked
    assert not {colours.mark, colours.selection} & colours_of(picture(block))
