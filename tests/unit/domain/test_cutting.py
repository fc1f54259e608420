import pytest

from app.domain.cutting import Start, move_cut, start_in_force

STARTS = (Start(1, 1000), Start(3, 800), Start(5, 500), Start(7, 100))


@pytest.mark.parametrize(("mark", "depth"), [(0.0, 7), (0.3, 7), (0.5, 5), (0.8, 5), (0.9, 3), (1.0, 3)])
def test_the_mark_is_a_share_of_the_room_beside_the_newest_turn(mark: float, depth: int) -> None:
    assert move_cut(STARTS, 900, mark).depth == depth


@pytest.mark.parametrize("budget", [0, 99, 100])
def test_the_newest_turn_stays_in_any_case(budget: int) -> None:
    assert move_cut(STARTS, budget, 0.5).depth == 7


@pytest.mark.parametrize(("cut", "depth"), [(1, 1), (2, 3), (3, 3), (8, 7)])
def test_a_cut_inside_a_turn_gives_way_to_the_next_turn(cut: int, depth: int) -> None:
    assert start_in_force(STARTS, cut).depth == depth
