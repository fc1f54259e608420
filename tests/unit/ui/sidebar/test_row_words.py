import pytest

from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder
from app.domain.listing import EVERYDAY, TRASH
from app.ui.sidebar import row_words
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.stretches import More
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import DAY, listed


def test_a_row_is_spoken_with_all_its_marks() -> None:
    known = KnownRows()
    row = listed("Trip to Kraków", DAY, is_unread=True, branches=2)
    assert row_words.spoken(row, EVERYDAY, NOW, known) == "Trip to Kraków, yesterday, unread, 2 branches"
    known.streaming.add(ConversationId("Tea"))
    pinned = listed("Tea", 0, is_pinned=True)
    assert row_words.spoken(pinned, EVERYDAY, NOW, known) == "Tea, 10:41, being answered, pinned"


def test_in_the_trash_it_is_said_since_when() -> None:
    row = listed("Tea", 9 * DAY, trashed_at=NOW - DAY)
    assert row_words.spoken(row, TRASH, NOW, KnownRows()) == "Tea, in the trash since yesterday"
    assert row_words.moment(row, TRASH, NOW) == "Thu"


def test_a_title_is_one_harmless_line() -> None:
    assert row_words.title(listed("a\u202eb\nc")) == "ab c"
    assert row_words.title(listed(" ")) == "New conversation"


@pytest.mark.parametrize(
    ("row", "written", "spoken"),
    [
        (Folder(FolderId("f"), "Ki\nln", 1), "Ki ln", "Ki ln, folder, 1 conversation"),
        (Folder(FolderId("f"), "Kiln", 2), "Kiln", "Kiln, folder, 2 conversations"),
        (More(3), "3 more folders", "3 more folders"),
        ("Today", "Today", "Today, heading"),
    ],
)
def test_other_rows_say_what_they_are(row: Folder | More | str, written: str, spoken: str) -> None:
    assert (row_words.other(row), row_words.spoken_other(row)) == (written, spoken)
