from collections.abc import Callable

import pytest

from app.domain.conversation import Conversation
from app.domain.ids import ConversationId, FolderId, UndoId
from app.domain.listing import ListedConversation
from app.store import listing, marks
from app.store.conversations import find_conversation, trash
from app.store.driver import Connection
from app.store.folders import add_folder, move
from app.store.tags import set_tags
from tests.unit.store.writing import Writing

WORK = FolderId("work")
NAMES = "abcdefgh"
Page = Callable[[Connection, int, Conversation | None], list[ListedConversation]]


@pytest.fixture(autouse=True)
def _many(writing: Writing, connection: Connection) -> None:
    """Conversations a to h, each changed later than the one before; a stands in for the long ago."""
    add_folder(connection, WORK, "Work", 1)
    for moment, name in enumerate(NAMES):
        conversation = writing.conversation(name, changed_at=10 + moment)
        set_tags(connection, conversation, ["Tea"])
        move(connection, conversation, WORK, UndoId(name), 1)


def names(listed: list[ListedConversation]) -> str:
    return "".join(each.conversation.id for each in listed)


PAGES: dict[str, Page] = {
    "newest": listing.list_newest,
    "in a folder": lambda connection, limit, after: listing.list_in_folder(connection, WORK, limit, after),
    "of a tag": lambda connection, limit, after: listing.list_tagged(connection, "TEA", limit, after),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_pages_follow_each_other_from_the_newest_on(
    writing: Writing, connection: Connection, page: Page
) -> None:
    assert names(page(connection, 3, None)) == "hgf"
    writing.question("b", "b1", now=99)
    first = page(connection, 3, None)
    assert names(first) == "bhg"
    assert names(page(connection, 9, first[-1].conversation)) == "fedca"
    assert page(connection, 9, find_conversation(connection, ConversationId("a"))) == []


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_of_one_moment_pages_leave_none_out(connection: Connection, page: Page) -> None:
    connection.execute("UPDATE conversation SET changed_at = 50")
    seen, after = "", None
    while listed := page(connection, 3, after):
        seen, after = seen + names(listed), listed[-1].conversation
    assert seen == NAMES[::-1]


def test_pinned_archived_and_trashed_ones_stand_apart(connection: Connection) -> None:
    marks.pin(connection, ConversationId("b"), 100)
    marks.pin(connection, ConversationId("d"), 99)
    marks.archive(connection, ConversationId("c"), 98)
    trash(connection, ConversationId("e"), 97)
    assert names(listing.list_pinned(connection)) == "db"
    assert names(listing.list_newest(connection, 9)) == "hgfa"
    assert names(listing.list_archived(connection, 9)) == "c"
    assert names(listing.list_in_folder(connection, WORK, 9)) == "hgfdba"
    assert names(listing.list_tagged(connection, "tea", 9)) == "hgfdba"


def test_a_listed_conversation_shows_its_marks(connection: Connection) -> None:
    h = ConversationId("h")
    set_tags(connection, h, ["Tea", "boat"])
    marks.mark_unread(connection, h, unread=True)
    marks.archive(connection, h, 5)
    (listed,) = listing.list_archived(connection, 9)
    assert listed == ListedConversation(
        find_conversation(connection, h), WORK, ("boat", "Tea"), is_archived=True, is_unread=True
    )


def test_where_there_is_nothing_the_list_is_empty(connection: Connection) -> None:
    assert listing.list_in_folder(connection, FolderId("none"), 9) == []
    assert listing.list_tagged(connection, "none", 9) == []
    assert listing.list_pinned(connection) == []


@pytest.mark.parametrize("behind", [False, True], ids=["first page", "later page"])
@pytest.mark.parametrize(
    "page", [*PAGES.values(), listing.list_archived, lambda c, _l, _a: listing.list_pinned(c)]
)
def test_each_page_is_read_along_an_index(connection: Connection, page: Page, behind: bool) -> None:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    page(connection, 3, find_conversation(connection, ConversationId("d")) if behind else None)
    connection.set_trace_callback(None)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]
    assert any("SEARCH" in step for step in plan)
    assert not [step for step in plan if "TEMP B-TREE" in step or step.startswith("SCAN")]
