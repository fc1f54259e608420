"""The map of branches: rows, lanes, and what folds away."""

import random

from app.domain.branch import Branch, Tip
from app.domain.branch_map import BranchMap, MapShape, branch_map
from app.domain.ids import BranchId, ConversationId
from tests.fixtures.pace import within


def branch(name: str, run: int | None, depth: int, *, shown: bool = False, main: bool = False) -> Branch:
    return Branch(BranchId(name), ConversationId("c"), None, Tip(run, depth), 0, main, shown, 1)


def told(drawn: BranchMap) -> list[str]:
    """The rows, each as far in as it hangs: its depths, the branch that ends there, and how it is marked."""
    return [
        "  " * drawn.level(number)
        + f"{row.first}-{row.last}"
        + (f" {row.branch.id}" if row.branch else "")
        + ("*" if row.is_shown else "")
        for number, row in enumerate(drawn.rows)
    ]


def test_one_branch_is_one_row() -> None:
    drawn = branch_map(MapShape((branch("a", 1, 40, shown=True, main=True),), {1: (None, 0)}))
    assert told(drawn) == ["1-40 a*"]
    assert drawn.rows[0].items == 40


def test_the_main_line_goes_straight_on_and_others_hang_on_it() -> None:
    branches = (branch("a", 1, 9, main=True), branch("b", 2, 5), branch("c", 3, 8, shown=True))
    shape = MapShape(branches, {1: (None, 0), 2: (1, 4), 3: (1, 4)})
    drawn = branch_map(shape)
    assert told(drawn) == ["1-4*", "  5-5 b", "  5-8 c*", "5-9 a"]
    assert drawn.rows[0].sides == 2
    assert [row.through.id for row in drawn.rows] == ["c", "b", "c", "a"]


def test_what_is_the_main_line_now_decides_what_is_straight() -> None:
    branches = (branch("a", 1, 9), branch("b", 2, 5, main=True, shown=True))
    drawn = branch_map(MapShape(branches, {1: (None, 0), 2: (1, 4)}))
    assert told(drawn) == ["1-4*", "  5-9 a", "5-5 b*"]


def test_a_branch_may_end_where_others_pass_and_two_where_they_both_end() -> None:
    branches = (branch("a", 1, 9, main=True), branch("b", 1, 3, shown=True), branch("c", 1, 3))
    drawn = branch_map(MapShape(branches, {1: (None, 0)}))
    assert told(drawn) == ["1-3 b*", "  4-3 c", "4-9 a"]
    assert drawn.rows[0].sides == 1
    assert drawn.rows[1].items == 0


def test_other_first_questions_hang_on_the_beginning() -> None:
    branches = (branch("a", 1, 2, main=True, shown=True), branch("b", 2, 4))
    drawn = branch_map(MapShape(branches, {1: (None, 0), 2: (None, 0)}))
    assert told(drawn) == ["1-0*", "  1-4 b", "1-2 a*"]


def test_an_empty_conversation_has_a_beginning_alone() -> None:
    assert told(branch_map(MapShape((branch("a", None, 0, shown=True),), {}))) == ["1-0 a*"]
    assert branch_map(MapShape((), {})).rows == ()


def test_folding_hides_the_ways_off_a_row_and_all_that_hangs_on_them() -> None:
    branches = (branch("a", 1, 9, main=True), branch("b", 2, 8), branch("c", 3, 7))
    drawn = branch_map(MapShape(branches, {1: (None, 0), 2: (1, 4), 3: (2, 6)}))
    assert told(drawn) == ["1-4", "  5-6", "    7-7 c", "  7-8 b", "5-9 a"]
    assert drawn.unfolded([]) == [0, 1, 2, 3, 4]
    assert drawn.unfolded([1]) == [0, 1, 3, 4]
    assert drawn.unfolded([0]) == [0, 4]
    assert drawn.unfolded([4]) == [0, 1, 2, 3, 4]


def random_shape(count: int, seed: int) -> MapShape:
    chance = random.Random(seed)  # noqa: S311
    starts: dict[int, tuple[int | None, int]] = {1: (None, 0)}
    ends = {1: 10}
    branches = [branch("b1", 1, 10, main=True)]
    for run in range(2, count + 1):
        parent = chance.randint(1, run - 1)
        depth = chance.randint(starts[parent][1] + 1, ends[parent])
        starts[run], ends[run] = (parent, depth), depth + chance.randint(1, 20)
        branches.append(branch(f"b{run}", run, ends[run], shown=run == count))
    return MapShape(tuple(branches), starts)


def test_every_branch_ends_once_and_every_item_is_on_the_map_once() -> None:
    for seed in range(20):
        shape = random_shape(60, seed)
        drawn = branch_map(shape)
        ends = [row.branch.id for row in drawn.rows if row.branch]
        assert sorted(ends) == sorted(each.id for each in shape.branches)
        depths = {(row.run, depth) for row in drawn.rows for depth in range(row.first, row.last + 1)}
        assert len(depths) == sum(row.items for row in drawn.rows)
        assert all(row.parent is None or row.parent < number for number, row in enumerate(drawn.rows))
        path = [row for row in drawn.rows if row.is_shown]
        assert path[-1].branch is not None
        assert path[-1].branch.is_shown
        assert sum(row.items for row in path) == path[-1].last


def test_a_thousand_branches_one_behind_the_other_are_drawn_at_once() -> None:
    starts: dict[int, tuple[int | None, int]] = {1: (None, 0)}
    starts |= {run: (run - 1, 2 * run - 3) for run in range(2, 5_001)}
    branches = tuple(branch(f"b{run}", run, 2 * run, main=run == 1) for run in range(1, 5_001))
    with within(2):
        drawn = branch_map(MapShape(branches, starts))
        assert len(drawn.unfolded([])) == len(drawn.rows) == 9_999
