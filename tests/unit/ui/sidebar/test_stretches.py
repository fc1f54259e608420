from array import array

import pytest

from app.domain.ids import FolderId
from app.domain.library import Folder
from app.domain.listing import Keys
from app.ui.sidebar.stretches import FolderStretch, More, Stretch, by_time, joined
from app.ui.when import group
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import DAY

AGES = (0, 1, DAY, DAY + 1, 3 * DAY, 40 * DAY, 41 * DAY, 400 * DAY, 900 * DAY, 901 * DAY)
KEYS = Keys(array("q", range(100, 110)), array("q", (NOW - age for age in AGES)))


def test_rows_are_cut_where_their_headings_change() -> None:
    cut = list(by_time(KEYS, NOW))
    assert [(each.heading, len(each)) for each in cut] == [
        ("Today", 2),
        ("Yesterday", 2),
        ("Last 7 days", 1),
        ("October", 2),
        ("October 2025", 1),
        ("2024", 2),
    ]
    assert joined(cut) == KEYS
    assert all(group(moment, NOW) == each.heading for each in cut for moment in each.moments)


def test_of_nothing_there_are_no_stretches() -> None:
    assert list(by_time(Keys(), NOW)) == []


@pytest.mark.parametrize(
    ("key", "place"), [((9, 1), 0), ((7, 3), 2), ((7, 5), 1), ((7, -5), 1), ((5, 1), 3), ((1, 1), 4)]
)
def test_a_row_belongs_by_its_moment_and_then_by_its_number(key: tuple[int, int], place: int) -> None:
    stretch = Stretch("x", array("q", (6, 4, 2, 1)), array("q", (8, 7, 7, 2)))
    assert stretch.place_for(key) == place
    stretch.insert(place, key)
    assert sorted(stretch.moments, reverse=True) == list(stretch.moments)
    assert stretch.remove(place) == key


def folders(count: int) -> list[Folder]:
    return [Folder(FolderId(str(number)), str(number)) for number in range(count)]


def test_few_folders_are_all_listed() -> None:
    few = FolderStretch("Folders", folders(7))
    assert ([few.at(place).name for place in range(len(few))], few.hidden) == ([*"0123456"], 0)


def test_of_many_folders_the_first_are_listed_until_all_are_wanted() -> None:
    many = FolderStretch("Folders", folders(9))
    assert (len(many), many.at(5), many.at(6)) == (7, folders(9)[5], More(3))
    whole = FolderStretch("Folders", folders(9), is_open=True)
    assert (len(whole), whole.at(8)) == (9, folders(9)[8])
