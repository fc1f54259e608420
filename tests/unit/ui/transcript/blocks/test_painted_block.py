"""What all painted blocks have in common."""

import pytest

from app.ui.transcript.blocks.painted_block import word_in
from tests.unit.ui.transcript.blocks.conftest import Make


@pytest.mark.parametrize(
    ("position", "word"), [(0, "one"), (3, "one"), (5, "two_2"), (9, "two_2"), (10, ""), (99, "")]
)
def test_a_word_is_what_a_double_click_selects(position: int, word: str) -> None:
    text = "one two_2, "
    assert text[slice(*word_in(text, position))].strip() == word


def test_a_block_without_knobs_links_and_width_says_so(make: Make) -> None:
    block = make("text")
    place = block.rect_of(1).center()
    assert block.knob_at(place) is None
    assert block.link_at(place) is None
    assert not block.scroll_by(10)
    assert not block.hover(place)
    assert block.go_on(0)
    assert block.copied((1, 3)) == "ex"
