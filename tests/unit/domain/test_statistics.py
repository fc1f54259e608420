from app.domain.statistics import Spent


def test_sums_add_up() -> None:
    one, other = Spent(1, 2, 3, 4, 5, 6), Spent(10, 20, 30, 40, 50, 60)
    assert one + other == Spent(11, 22, 33, 44, 55, 66)
    assert one + Spent() == Spent() + one == one


def test_a_cost_is_unknown_only_where_all_are() -> None:
    assert (Spent(cost=None) + Spent(cost=None)).cost is None
    assert (Spent(cost=0) + Spent(cost=None)).cost == 0
    assert (Spent(cost=None) + Spent(cost=7)).cost == 7
