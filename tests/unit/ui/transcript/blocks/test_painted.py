"""Which class paints what, and how far blocks stand apart."""

import pytest

from app.markup.message_text import MessageText
from app.ui.transcript.blocks.code import Code
from app.ui.transcript.blocks.painted import can_become, gap_between, painted
from app.ui.transcript.blocks.prose import Prose
from app.ui.transcript.blocks.rule import Rule
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.blocks.table import Table
from tests.unit.ui.transcript.blocks.conftest import Make


def test_code_and_prose_are_painted_by_their_own(make: Make) -> None:
    assert type(make("```\na\n```")) is Code
    assert type(make("- a")) is Prose
    assert type(make("|a|\n|-|")) is Table
    assert type(make("***")) is type(make("\n")) is Rule


def test_a_paragraph_may_become_a_heading_but_not_code(make: Make) -> None:
    shown = make("a")
    assert can_become(shown, make("a\n===").block)
    assert not can_become(shown, make("```\na").block)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("a\n\nb", [0, 12]),
        ("- a\n- b\n\n- c\n* d", [0, 4, 12, 12]),
        ("a\n\n***\n# b", [0, 24, 24]),
        ("a\n\n## b", [0, 20]),
        ("a\n```\nb\n```\nc", [0, 16, 16]),
        ("```\n" + "line\n" * 2500 + "```", [0, 0]),
        ("a\n\n[b]: c\n", [0]),
    ],
)
def test_gaps_are_those_of_the_look(surroundings: Surroundings, text: str, gaps: list[int]) -> None:
    message = MessageText(surroundings.grammar, text)
    message.read()
    above = [None, *message.blocks]
    assert [gap_between(*pair) for pair in zip(above, message.blocks, strict=False)] == gaps


def test_nothing_is_laid_out_before_it_must_be(surroundings: Surroundings) -> None:
    message = MessageText(surroundings.grammar, "a")
    message.read()
    block = painted(message.blocks[0], message.labels, surroundings)
    assert block.estimate(400) == 24
    assert block._document is None
