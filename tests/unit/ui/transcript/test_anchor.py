"""The geometry of scrolling, on rows of blocks whose heights are guessed until they come into view."""

import random

import pytest

from app.ui.transcript.anchor import Anchor
from app.ui.transcript.height_index import HeightIndex

VIEW = 600
GUESS = 150
STEPS = 400


class GuessedRows:
    """Rows of blocks. A row is guessed at as a whole, then by its blocks, then each block comes true."""

    def __init__(self, *rows: list[int]) -> None:
        self.true = list(rows)
        self.blocks: dict[int, list[int]] = {}
        self.index = HeightIndex(len(rows), GUESS)

    def __len__(self) -> int:
        return len(self.true)

    def height(self, row: int) -> int:
        if row not in self.blocks:
            self.blocks[row] = [40 if block else 0 for block in self.true[row]]
        self.index.set(row, sum(self.blocks[row]))
        return self.index[row]

    def settle(self, row: int, first: int, last: int, fold: int) -> tuple[int, bool]:
        self.height(row)
        blocks, y, growth, changed = self.blocks[row], 0, 0, False
        for number, height in enumerate(blocks):
            top = y - growth
            if top >= last:
                break
            true = self.true[row][number]
            if top + height > first and height != true:
                blocks[number] = true
                changed = True
                if top < fold:
                    growth += true - height
                    y += true - height
            y += height
        self.index.set(row, sum(blocks))
        return growth, changed


def random_rows(count: int, seed: int) -> list[list[int]]:
    chance = random.Random(seed)  # noqa: S311
    return [[chance.randrange(10, 300) for _ in range(chance.randrange(1, 9))] for _ in range(count)]


def anchored(*rows: list[int], margin: int = 0) -> Anchor:
    made = Anchor(GuessedRows(*rows), margin)
    made.view_height = VIEW
    made.place()
    return made


def seen_blocks(anchor: Anchor) -> dict[tuple[int, int], int]:
    """Where each block begins that is seen."""
    rows, found = anchor._rows, {}
    for row, y in anchor.visible():
        top = y
        for number, height in enumerate(rows.blocks[row]):
            if top < VIEW and top + height > 0:
                found[row, number] = top
            top += height
    return found


def test_it_begins_at_the_end() -> None:
    anchor = anchored(*random_rows(50, 1))
    (row, y) = anchor.visible()[-1]
    assert row == 49
    assert y + sum(anchor._rows.true[49]) == VIEW


def test_what_is_seen_has_its_true_height() -> None:
    anchor = anchored(*random_rows(50, 2))
    for row, number in seen_blocks(anchor):
        assert anchor._rows.blocks[row][number] == anchor._rows.true[row][number]


def test_few_rows_begin_at_the_top_below_the_margin() -> None:
    anchor = anchored([50], [60], margin=16)
    assert anchor.visible() == [(0, 16), (1, 66)]
    assert (anchor.length, anchor.value) == (0, 0)


def test_nothing_is_nowhere() -> None:
    anchor = anchored()
    assert (anchor.visible(), anchor.length) == ([], 0)


@pytest.mark.parametrize("seed", range(6))
def test_scrolling_never_makes_anything_jump(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    anchor = anchored(*random_rows(400, seed), margin=16)
    for _ in range(STEPS):
        before = seen_blocks(anchor)
        distance = chance.choice((100, -100, 100, 540, -540, 33))
        anchor.scroll(distance)
        after = seen_blocks(anchor)
        moved = {after[block] - before[block] for block in before.keys() & after.keys()}
        at_an_end = anchor.sticks or (anchor.top == 0 and anchor.offset == 16)
        assert len(moved) <= 1
        assert at_an_end or moved <= {distance}


def test_scrolling_down_arrives_at_the_end_and_sticks_there() -> None:
    anchor = anchored(*random_rows(30, 3))
    anchor.go_to(0, 0)
    assert not anchor.sticks
    for _ in range(400):
        anchor.scroll(-100)
    assert anchor.sticks
    assert anchor.value == anchor.length


def test_scrolling_up_arrives_at_the_margin_above_the_first_row() -> None:
    anchor = anchored(*random_rows(30, 4), margin=16)
    for _ in range(300):
        anchor.scroll(100)
    assert (anchor.top, anchor.offset, anchor.value) == (0, 16, 0)


def test_rows_without_height_are_passed_over() -> None:
    rows = [[100], [0], [0], [100]] * 20
    anchor = anchored(*rows)
    for _ in range(40):
        anchor.scroll(100)
        assert all(row % 4 in (0, 3) for row, _ in anchor.visible())
    assert (anchor.top, anchor.offset) == (0, 0)


def test_what_comes_below_moves_nothing_unless_it_sticks() -> None:
    anchor = anchored(*random_rows(50, 5))
    anchor.scroll(800)
    before = seen_blocks(anchor)
    anchor._rows.true.append([500])
    anchor._rows.index.resize(51)
    anchor.place()
    assert seen_blocks(anchor) == before
    anchor.sticks = True
    anchor.place()
    assert anchor.visible()[-1] == (50, 100)


@pytest.mark.parametrize("seed", range(4))
def test_the_scroll_bars_value_and_the_place_belong_together(seed: int) -> None:
    anchor = anchored(*random_rows(300, seed), margin=16)
    for value in (0, 5, 16, 17, 4000, 20_000, anchor.length - 1):
        anchor.go_to(*anchor.at(value))
        assert anchor.value == value


def test_a_row_is_found_where_it_is_placed() -> None:
    anchor = anchored(*random_rows(50, 6))
    anchor.go_to(20, -30)
    assert anchor.place_of(20) == -30
    for row, y in anchor.visible():
        assert anchor.place_of(row) == y


def test_what_is_prepared_moves_nothing_and_is_true() -> None:
    anchor = anchored(*random_rows(50, 7))
    anchor.go_to(20, -200)
    before = seen_blocks(anchor)
    anchor.prepare(600, 600)
    assert seen_blocks(anchor) == before
    rows = anchor._rows
    assert rows.blocks[19][-1] == rows.true[19][-1]
    last = max(row for row, _ in before)
    assert rows.blocks[last][-1] == rows.true[last][-1]
