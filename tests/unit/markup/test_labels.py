"""Definitions that another block waits for."""

from app.markup.grammar import Grammar
from app.markup.message_text import MessageText
from tests.unit.markup.conftest import Read


def test_a_definition_counts_wherever_it_stands_and_the_first_one_wins(read: Read) -> None:
    labels = read("[a]\n\n[A]: https://one.org\n\nb\n\n[a]: https://two.org\n\n[^n]: note\n").labels
    assert labels.references["A"]["href"] == "https://one.org"
    assert labels.footnotes == {"n"}


def test_the_blocks_that_waited_for_a_definition_are_told_once(grammar: Grammar) -> None:
    message = MessageText(grammar, "see [a]\n\nsee [b]\n\nand[^n]\n\nlast\n\n")
    message.read()
    message.append("more\n\n[a]: https://a.org\n\n[^n]: note\n\n")
    assert message.read().also == {0, 2}
    message.append("text\n\n[a]: https://other.org\n\n")
    assert message.read().also == frozenset()
