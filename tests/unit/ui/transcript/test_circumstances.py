"""What is told around an item."""

import pytest

from app.domain.attachment import Attachment
from app.domain.conversation import Versions
from app.domain.item import Role
from app.ui.transcript.circumstances import CUT, DAY, UNREAD, Circumstances
from app.ui.transcript.history_window import HistoryWindow
from tests.unit.ui.conftest import NOW, MakeItem
from tests.unit.ui.transcript.conftest import page_of

DAYS = 86_400_000_000


@pytest.fixture
def window(make_item: MakeItem) -> HistoryWindow:
    """Two items of one day, two of the next; the third is pinned, the fourth left out."""
    made = HistoryWindow()
    items = [
        make_item(Role.MODEL, "text", depth=depth, created_at=NOW + (depth - 1) // 2 * DAYS)
        for depth in range(1, 5)
    ]
    items[2] = items[2]._replace(is_pinned=True)
    items[3] = items[3]._replace(is_excluded=True)
    made.put_page(page_of(*items), 1, 4)
    return made


def lines(known: Circumstances, window: HistoryWindow, kind: str) -> dict[int, str]:
    return {
        item.depth: words
        for item in window.items
        for each, words in known.of(item.depth - 1, item).lines
        if each == kind
    }


def test_a_day_is_named_where_it_begins(window: HistoryWindow) -> None:
    days = lines(Circumstances(window), window, DAY)
    assert days == {1: "20 November 2026", 3: "21 November 2026"}


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (0, {}),
        (1, {}),
        (2, {2: "The model does not see the message above"}),
        (4, {4: "The model does not see the 3 messages above"}),
    ],
)
def test_the_cut_stands_before_the_first_item_that_is_given(
    window: HistoryWindow, depth: int, expected: dict[int, str]
) -> None:
    known = Circumstances(window)
    known.set_cut(depth)
    assert lines(known, window, CUT) == expected


def test_what_is_not_given_is_known(window: HistoryWindow) -> None:
    known = Circumstances(window)
    known.set_cut(4)
    unseen = [item.depth for item in window.items if known.of(0, item).is_unseen]
    assert unseen == [1, 2, 4]


def test_a_line_stands_before_what_is_new(window: HistoryWindow) -> None:
    known = Circumstances(window)
    known.set_unread(3)
    assert lines(known, window, UNREAD) == {3: "New"}
    known.clear()
    assert lines(known, window, UNREAD) == {}


def test_versions_and_files_belong_to_their_items(window: HistoryWindow) -> None:
    known = Circumstances(window)
    item = window.item(2)
    versions = Versions((item.id, "item-9"), 0)
    file = Attachment("file", item.id, 0, 1, 10, "a\nb.pdf", "application/pdf")
    known.add_versions({item.id: versions})
    known.add_files({item.id: (file,)})
    around = known.of(1, item)
    assert (around.versions, around.chips) == (versions, ("a b.pdf",))
    assert known.of(0, window.item(1)).versions is None
