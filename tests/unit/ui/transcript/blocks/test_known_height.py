"""Heights that are remembered."""

from dataclasses import replace

import pytest

from app.ui.transcript.blocks.known_height import KnownHeight
from app.ui.transcript.blocks.surroundings import Surroundings
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make


def test_a_height_is_good_for_its_width_and_look(surroundings: Surroundings) -> None:
    known, look = KnownHeight(), surroundings.look
    assert known.at(look, 400) is None
    assert known.keep(look, 400, 48) == 48
    assert known.at(look, 400) == 48
    assert known.at(look, 300) is None
    surroundings.theme.resize_text(200)
    assert known.at(surroundings.look, 400) is None
    known.forget()
    assert known.at(look, 400) is None


@pytest.mark.parametrize("text", ["word " * 100, "```\nx\n```", "| a |\n|---|\n| " + "word " * 60 + "|"])
def test_a_released_block_still_knows_its_height(make: Make, text: str) -> None:
    block = make(text)
    height = block.height(WIDTH)
    block.release()
    assert block.estimate(WIDTH) == height
    block.show(replace(block.block, content="x\n" * 9))
    assert block.estimate(WIDTH) != height
