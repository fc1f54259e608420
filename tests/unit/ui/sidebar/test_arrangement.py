from array import array

from app.domain.ids import FolderId
from app.domain.library import Folder
from app.ui.sidebar.arrangement import Arrangement
from app.ui.sidebar.stretches import FolderStretch, Stretch

FOLDER = Folder(FolderId("f"), "Kiln")


def arrangement() -> Arrangement:
    made = Arrangement()
    made.lay(
        [
            Stretch("Pinned", array("q", (7, 6)), array("q", (9, 8)), is_pinned=True),
            FolderStretch("Folders", [FOLDER]),
            Stretch("Today", array("q", (5, 4, 3)), array("q", (7, 6, 5))),
        ]
    )
    return made


def test_each_stretch_begins_with_its_heading() -> None:
    made = arrangement()
    assert [made.at(row) for row in range(made.count)] == [
        "Pinned",
        7,
        6,
        "Folders",
        FOLDER,
        "Today",
        5,
        4,
        3,
    ]


def test_a_number_is_found_where_it_stands() -> None:
    made = arrangement()
    today = made.stretches[2]
    assert made.seek(4) == (today, 1)
    assert made.row(*made.seek(4)) == 7
    assert (made.seek(99), made.start(today), made.start_of(3)) == (None, 5, 9)


def test_numbers_between_rows_leave_out_what_is_no_conversation() -> None:
    made = arrangement()
    assert [*made.between(0, 99)] == [7, 6, 5, 4, 3]
    assert ([*made.between(2, 7)], [*made.between(3, 6)]) == ([6, 5], [])


def test_the_next_of_some_is_looked_for_downwards_and_then_from_the_top() -> None:
    made = arrangement()
    assert [made.next_row(start, {6, 4}) for start in (0, 2, 3, 8, 99)] == [2, 2, 7, 2, 2]
    assert made.next_row(0, {99}) is None


def test_where_nothing_was_laid_there_are_no_rows() -> None:
    assert (Arrangement().count, Arrangement().seek(1)) == (0, None)
