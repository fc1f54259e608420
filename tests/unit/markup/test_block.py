"""Blocks are values."""

from dataclasses import FrozenInstanceError

import pytest

from app.markup.block import Block, Kind


def test_a_block_never_changes_and_equals_its_like() -> None:
    block = Block(Kind.CODE, "```\nx\n```", "x\n")
    assert block == Block(Kind.CODE, "```\nx\n```", "x\n")
    with pytest.raises(FrozenInstanceError):
        block.part = 1  # type: ignore[misc]
