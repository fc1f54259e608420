"""Running text."""

from app.markup.message_text import MessageText
from app.ui.transcript.blocks.painted import painted
from app.ui.transcript.blocks.surroundings import Surroundings
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make


def test_a_line_has_the_height_of_the_look(make: Make) -> None:
    assert make("one").height(WIDTH) == 24
    assert make("one\n\n").height(WIDTH) == 24
    assert make("- one").height(WIDTH) == 24
    assert make("one  \ntwo").height(WIDTH) == 48


def test_text_is_what_is_seen(make: Make) -> None:
    assert make("**a** & `b` <c>").text() == "a & b <c>"
    assert make("- a\n\n  b").text() == "a\nb"


def test_what_comes_is_shown(make: Make) -> None:
    block = make("one")
    block.show(make("one *two*").block)
    assert block.text() == "one two"


def test_a_definition_that_comes_later_makes_a_link(surroundings: Surroundings) -> None:
    message = MessageText(surroundings.grammar, "see [a]\n\nb\n\n")
    message.read()
    block = painted(message.blocks[0], message.labels, surroundings)
    assert block.text() == "see [a]"
    message.append("[a]: https://e.org\n\n")
    assert message.read().also == {0}
    block.labels_changed()
    assert (block.text(), block.links()[0].host) == ("see a", "e.org")
