import pytest

from app.domain.branch import Tip
from app.domain.ids import ConversationId, FolderId, UndoId
from app.domain.listing import ARCHIVED, EVERYDAY, TRASH, ListedConversation, Opened, Place, PlaceKind
from app.store import listing, marks
from app.store.conversations import find_conversation, rename, trash
from app.store.driver import Connection
from app.store.folders import add_folder, move
from app.store.tags import set_tags
from tests.unit.store.writing import Writing

WORK = FolderId("work")
IN_FOLDER, TAGGED = Place(PlaceKind.FOLDER, WORK), Place(PlaceKind.TAG, "TEA")
NAMES = "abcdefgh"
EVERYWHERE = (EVERYDAY, IN_FOLDER, TAGGED, ARCHIVED, TRASH)


@pytest.fixture(autouse=True)
def _many(writing: Writing, connection: Connection) -> None:
    """Conversations a to h, each changed later than the one before; f, g and h lie in a folder."""
    add_folder(connection, WORK, "Work", 1)
    for moment, name in enumerate(NAMES):
        conversation = writing.conversation(name, changed_at=10 + moment)
        set_tags(connection, conversation, ["Tea"], 9)
    move(connection, [ConversationId(name) for name in "fgh"], WORK, UndoId("m"), 1)


def names(connection: Connection, opened: Opened) -> tuple[str, str]:
    """The pinned ones and the others."""
    both = (opened.pinned, opened.others)
    pinned, others = ("".join(listing.ids(connection, keys.numbers)) for keys in both)
    return pinned, others


def test_each_place_has_its_own_and_the_newest_first(connection: Connection) -> None:
    marks.pin(connection, [ConversationId(name) for name in "bg"], 100, UndoId("1"), 100)
    marks.archive(connection, [ConversationId(name) for name in "ch"], 98, UndoId("2"), 98)
    trash(connection, ConversationId("e"), 97)
    trash(connection, ConversationId("a"), 98)
    seen = [names(connection, listing.open_place(connection, place)) for place in EVERYWHERE]
    assert seen == [("gb", "d"), ("", "gf"), ("", "gfdb"), ("", "hc"), ("", "ae")]


def test_a_row_stands_where_the_rules_say(connection: Connection) -> None:
    """The same rules are kept twice: in SQL for all rows, and in Python for the one that has changed."""
    marks.pin(connection, [ConversationId(name) for name in "bg"], 100, UndoId("1"), 100)
    marks.archive(connection, [ConversationId(name) for name in "ch"], 98, UndoId("2"), 98)
    trash(connection, ConversationId("e"), 97)
    every = listing.rows_of(connection, map(ConversationId, NAMES))
    for place in EVERYWHERE:
        opened = listing.whole_place(connection, place)
        found = {*opened.pinned.numbers, *opened.others.numbers}
        assert {each.number for each in every if place.holds(each)} == found
        moments = dict(zip(opened.others.numbers, opened.others.moments, strict=True))
        assert all(place.moment(each) == moments.get(each.number, place.moment(each)) for each in every)


def test_of_one_moment_the_last_one_made_is_first(connection: Connection) -> None:
    connection.execute("UPDATE conversation SET changed_at = 50")
    assert names(connection, listing.open_place(connection, EVERYDAY)) == ("", "edcba")


def test_the_first_rows_come_at_once_and_the_others_as_numbers(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FIRST", 2)
    opened = listing.open_place(connection, EVERYDAY)
    assert (names(connection, opened), opened.is_whole) == (("", "ed"), False)
    assert [row.conversation.id for row in opened.first] == ["e", "d"]
    whole = listing.whole_place(connection, EVERYDAY)
    assert (names(connection, whole), whole.first, whole.is_whole) == (("", "edcba"), (), True)
    assert list(whole.others.moments) == [14, 13, 12, 11, 10]


def test_a_row_shows_its_marks(writing: Writing, connection: Connection) -> None:
    h = ConversationId("h")
    writing.fork("h", "other", Tip(None, 0))
    set_tags(connection, h, ["Tea", "boat"], 9)
    marks.mark_unread(connection, [h], unread=True)
    marks.archive(connection, [h], 5, UndoId("u"), 5)
    trash(connection, h, 6)
    (listed,) = listing.rows_of(connection, [h])
    assert listed == ListedConversation(
        find_conversation(connection, h),
        WORK,
        ("boat", "Tea"),
        is_archived=True,
        is_unread=True,
        number=8,
        branches=2,
        trashed_at=6,
    )
    assert listing.rows(connection, [8, 99]) == [listed]


def test_where_there_is_nothing_the_place_is_empty(connection: Connection) -> None:
    for place in (Place(PlaceKind.FOLDER, "none"), Place(PlaceKind.TAG, "none"), ARCHIVED, TRASH):
        assert names(connection, listing.open_place(connection, place)) == ("", "")


@pytest.mark.parametrize("place", EVERYWHERE, ids=lambda place: place.kind)
def test_each_place_is_read_along_an_index(connection: Connection, place: Place) -> None:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    listing.whole_place(connection, place)
    connection.set_trace_callback(None)
    for each in asked:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {each}")]
        assert any("INDEX" in step for step in plan)
        assert not [step for step in plan if "TEMP B-TREE" in step or step.startswith("SCAN conv")]


@pytest.mark.parametrize(
    ("typed", "found"), [("tri", "ab"), ("TRIP to k", "a"), ("to", ""), ('"', ""), ("日", "c"), ("", "")]
)
def test_titles_are_found_by_how_they_begin(connection: Connection, typed: str, found: str) -> None:
    for name, title in (("a", "Trip to Kraków"), ("b", "Trial"), ("c", "日本語")):
        rename(connection, ConversationId(name), title, 9)
    numbers = listing.beginning_with(connection, typed)
    assert sorted(listing.ids(connection, numbers)) == [*found]
