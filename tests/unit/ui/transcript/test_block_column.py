"""Blocks one below the other."""

import pytest

from app.ui.theme.theme import Theme
from app.ui.transcript.block_column import BlockColumn
from app.ui.transcript.plain_block import PlainBlock

LINE = 24


def column(theme: Theme, *texts: str, width: int = 400) -> BlockColumn:
    made = BlockColumn()
    made.use_width(width)
    made.replace_from(0, [PlainBlock(theme, text) for text in texts])
    return made


def test_an_empty_column_has_no_height(theme: Theme) -> None:
    made = column(theme)
    assert made.height == 0
    assert made.settle(0, 100, 0) == (0, False)
    assert list(made.between(0, 100)) == []


def test_blocks_are_laid_out_only_where_they_are_seen(theme: Theme) -> None:
    made = column(theme, *["word " * 200] * 20)
    made.settle(0, 100, 0)
    assert [block.is_laid_out for block in made.blocks][:2] == [True, False]


def test_what_begins_above_the_fold_is_pushed_up_by_what_it_grows(theme: Theme) -> None:
    made = column(theme, *["word " * 200] * 3)
    before = made.height
    growth, changed = made.settle(0, 10_000, 1)
    first = made.top_of(1)
    assert changed
    assert growth == first - before // 3
    assert made.settle(0, 10_000, 1) == (0, False)


@pytest.mark.parametrize("place", [0, 5, 30, 70, 10_000])
def test_the_blocks_between_two_heights_are_those_that_lie_there(theme: Theme, place: int) -> None:
    made = column(theme, "one", "two", "three", "four")
    made.settle(0, 1000, 0)
    found = [(number, top) for number, _, top in made.between(place, place + LINE)]
    expected = [(n, n * LINE) for n in range(4) if n * LINE < place + LINE and (n + 1) * LINE > place]
    assert found == (expected or [(3, 3 * LINE)] if place < 10_000 else found)


def test_later_blocks_can_be_replaced(theme: Theme) -> None:
    made = column(theme, "one", "two", "three")
    made.replace_from(1, [PlainBlock(theme, "a\nb\nc")])
    made.settle(0, 1000, 0)
    assert [block.text for block in made.blocks] == ["one", "a\nb\nc"]
    assert made.height == 4 * LINE


def test_another_width_makes_estimates_of_heights(theme: Theme) -> None:
    made = column(theme, "word " * 200)
    made.settle(0, 1000, 0)
    tall = made.height
    made.use_width(800)
    assert not made.blocks[0].is_laid_out
    made.settle(0, 1000, 0)
    assert made.height < tall


class Counted(PlainBlock):
    """Counts how often it is asked for its height."""

    asked = 0

    @property
    def height(self) -> int:
        self.asked += 1
        return super().height


def test_of_very_many_blocks_only_those_that_are_seen_are_measured_for_another_width(theme: Theme) -> None:
    made = BlockColumn()
    made.use_width(400)
    made.replace_from(0, [Counted(theme, "word " * 200) for _ in range(2_000)])
    before = [block.asked for block in made.blocks]
    made.use_width(200)
    made.settle(0, 100, 0)
    assert made.top_of(1) == made.blocks[0].height + made.blocks[0].gap
    assert [block.asked for block in made.blocks[10:]] == before[10:]
