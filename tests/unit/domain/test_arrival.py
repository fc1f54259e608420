import pytest

from app.domain.arrival import Arrival, Place, last_items, lay_out
from app.domain.errors import BugError
from app.domain.ids import ItemId
from app.domain.item import Role


def arrival(name: str, behind: str | None = None) -> Arrival:
    followed = ItemId(behind) if behind else None
    return Arrival(ItemId(name), followed, Role.PERSON, "{}", created_at=1)


TREE = (
    arrival("q"),
    arrival("a", "q"),
    arrival("a again", "q"),
    arrival("q2", "a"),
    arrival("other q"),
    arrival("a2", "q2"),
    arrival("q2 again", "a"),
)


def test_the_first_to_follow_goes_on_in_the_run_and_others_begin_their_own() -> None:
    stretches = lay_out(TREE).stretches
    assert [[item.id for item in stretch.items] for stretch in stretches] == [
        ["q", "a", "q2", "a2"],
        ["a again"],
        ["other q"],
        ["q2 again"],
    ]
    assert [stretch.parent for stretch in stretches] == [None, Place(0, 1), None, Place(0, 2)]


def test_depth_counts_on_across_runs() -> None:
    places = lay_out((*TREE, arrival("a2 again", "q2 again"))).places
    assert places[ItemId("a2")] == Place(0, 4)
    assert places[ItemId("a2 again")] == Place(3, 4)
    assert places[ItemId("other q")] == Place(2, 1)


@pytest.mark.parametrize("name", ["q", "a"])
def test_an_item_comes_once_and_after_the_one_that_it_follows(name: str) -> None:
    with pytest.raises(BugError):
        lay_out((arrival("q"), arrival(name, behind="unheard of" if name == "a" else None)))


def test_branches_end_where_nothing_follows() -> None:
    assert last_items(TREE) == ["a again", "other q", "a2", "q2 again"]


def test_nothing_is_laid_out_as_nothing() -> None:
    assert (lay_out(()).stretches, last_items(())) == ([], [])


def test_no_text_is_told_by_an_arrival() -> None:
    assert "secret" not in repr(Arrival(ItemId("q"), None, Role.PERSON, "secret", created_at=1))
