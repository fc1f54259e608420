from hashlib import sha256

import pytest

from app.domain.conversation import TitleSource
from app.domain.errors import Fault
from app.domain.ids import BranchId, ConversationId, FolderId, ItemId
from app.domain.import_report import Outcome
from app.domain.item import Item, ItemState, question_body
from app.domain.parcel import OURS, ParcelBranch, ParcelFile
from app.store import (
    attachments,
    blobs,
    branches,
    conversations,
    folders,
    history,
    marks,
    origins,
    retention,
    tags,
    words,
)
from app.store.arriving import ids_needed
from app.store.driver import Connection
from app.store.items import items_between
from app.store.parcels import standing, take_parcel
from tests.unit.store.parceling import MOMENT, item, parcel, take
from tests.unit.store.writing import Writing

OWN = "0193a7e4-0000-7000-8000-00000000000"
QUESTION, REPLY = item("q"), item("a", "q", model="gpt", author="Ann", ended_at=MOMENT + 5)
FORKED = parcel([QUESTION, REPLY, item("a2", "q")], {"main": "a", "other": "a2"})
CONTENT = b"what is in it"
FILE = ParcelFile("a file.txt", "text/plain", sha256(CONTENT).hexdigest(), len(CONTENT), "words of a file")


def kept(connection: Connection, content: bytes = CONTENT) -> int:
    waiting = blobs.begin_blob(connection)
    blobs.add_piece(connection, waiting, 0, content)
    return waiting


def test_a_conversation_comes_in_with_its_branches(connection: Connection, writing: Writing) -> None:
    taken = take(connection, FORKED)
    assert (taken.outcome, taken.items, taken.files) == (Outcome.ADDED, 3, 0)
    assert (taken.conversation.title, taken.conversation.title_source) == ("Title", TitleSource.IMPORT)
    assert (taken.conversation.created_at, taken.conversation.changed_at) == (1, 9)
    made = branches.list_branches(connection, taken.conversation.id)
    texts = [[each.text for each in writing_items(connection, writing, branch.id)] for branch in made]
    assert texts == [["Text of q", "Text of a"], ["Text of q", "Text of a2"]]
    assert [(each.is_main, each.is_shown, each.created_at) for each in made] == [
        (True, False, 3),
        (False, True, 3),
    ]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert words.is_whole(connection)


def writing_items(connection: Connection, writing: Writing, branch: BranchId) -> tuple[Item, ...]:
    path = writing.path(branch)
    return items_between(connection, path, 1, path.length)


def test_an_item_comes_in_with_all_that_is_told_of_it(connection: Connection) -> None:
    fault = Fault("Unreachable", "The service could not be reached.")
    whole = item("a", None, model="gpt", author="Ann", ended_at=8, state=ItemState.FAILED, fault=fault)
    marked = item("q", "a", edited=question_body("Otherwise"), is_pinned=True, is_excluded=True)
    taken = take(connection, parcel([whole, marked]))
    first, second = history.page(connection, taken.conversation.id, None, 9).items
    assert (first.model, first.author, first.ended_at, first.state, first.fault) == (
        "gpt",
        "Ann",
        8,
        ItemState.FAILED,
        fault,
    )
    assert (second.text, second.revision, second.is_pinned, second.is_excluded) == (
        "Otherwise",
        1,
        True,
        True,
    )
    assert origins.find_items_by_origin(connection, "a") == [first.id]
    assert origins.raw_origin(connection, first.id) == "raw a"
    assert words.is_whole(connection)


def test_a_conversation_comes_in_with_all_that_is_told_of_it(connection: Connection) -> None:
    given = parcel([QUESTION], folder="Work", tags=("one", "Two"), is_pinned=True, settings='{"model":"m"}')
    taken = take(connection, given)
    conversation = taken.conversation.id
    assert taken.has_new_folder
    assert [(each.name, each.conversations) for each in folders.list_folders(connection)] == [("Work", 1)]
    assert tags.tags_of(connection, conversation) == ("one", "Two")
    assert marks.settings(connection, conversation) == {"model": "m"}
    assert origins.find_by_origin(connection, "chatgpt", "c1") == conversation
    pinned = connection.execute("SELECT pinned_at, archived_at FROM conversation").fetchone()
    assert pinned == (9, None)


def test_what_is_archived_is_not_pinned(connection: Connection) -> None:
    take(connection, parcel([QUESTION], is_pinned=True, is_archived=True))
    assert connection.execute("SELECT pinned_at, archived_at FROM conversation").fetchone() == (None, 9)


def test_a_folder_that_is_there_is_used_whatever_its_case(connection: Connection) -> None:
    folders.add_folder(connection, FolderId("f"), "work", 1)
    assert not take(connection, parcel([QUESTION], folder="Work")).has_new_folder
    assert [(each.name, each.conversations) for each in folders.list_folders(connection)] == [("work", 1)]


def test_an_assistant_that_is_not_here_is_not_set(connection: Connection) -> None:
    taken = take(connection, parcel([QUESTION], settings='{"assistant":"x","model":"m"}'))
    assert marks.settings(connection, taken.conversation.id) == {"model": "m"}


def test_a_conversation_without_items_comes_in(connection: Connection) -> None:
    taken = take(connection, parcel([]))
    assert history.page(connection, taken.conversation.id, None, 9).items == ()


def test_files_come_in_once_for_equal_bytes(connection: Connection) -> None:
    items = [item("q", files=(FILE,)), item("q2", "q", files=(FILE,))]
    taken = take(connection, parcel(items), {FILE.sha256: kept(connection)})
    assert (taken.files, taken.files_missing) == (2, 0)
    again = take(connection, parcel([item("x", files=(FILE,))], id="c2"), named="again")
    assert again.files == 1
    assert len(connection.execute("SELECT id FROM blob").fetchall()) == 1
    names = [each.id for each in history.page(connection, taken.conversation.id, None, 9).items]
    [one, _] = attachments.attachments_of(connection, names)
    assert (one.name, one.media_type, one.size) == ("a file.txt", "text/plain", len(CONTENT))
    assert b"".join(blobs.pieces(connection, one.blob)) == CONTENT
    assert words.is_whole(connection)


def test_a_file_whose_bytes_did_not_come_is_told_of(connection: Connection) -> None:
    taken = take(connection, parcel([item("q", files=(FILE,))]))
    assert (taken.outcome, taken.files, taken.files_missing) == (Outcome.ADDED, 0, 1)


def test_our_own_ids_are_kept_where_they_are_free(connection: Connection) -> None:
    ours = parcel([item(f"{OWN}1")], {f"{OWN}2": f"{OWN}1"}, origin=OURS, id=f"{OWN}3")
    taken = take(connection, ours)
    assert taken.conversation.id == f"{OWN}3"
    assert taken.conversation.shown_branch == f"{OWN}2"
    assert [each.id for each in history.page(connection, taken.conversation.id, None, 9).items] == [f"{OWN}1"]
    assert connection.execute("SELECT origin FROM conversation").fetchone() == (None,)
    other = take(connection, parcel([item(f"{OWN}1")], {f"{OWN}2": f"{OWN}1"}, origin=OURS, id=f"{OWN}4"))
    [copy] = history.page(connection, other.conversation.id, None, 9).items
    assert (copy.id, other.conversation.shown_branch) == ("new 1", "new 2")
    assert origins.find_items_by_origin(connection, f"{OWN}1") == [f"{OWN}1", copy.id]


def test_what_is_no_id_of_ours_is_never_taken_for_one(connection: Connection) -> None:
    taken = take(connection, parcel([QUESTION], origin=OURS, id="../../c"))
    assert taken.conversation.id.startswith("new ")
    assert take(connection, parcel([QUESTION], origin=OURS, id="../../c")).outcome is Outcome.KNOWN
    foreign = take(connection, parcel([item(f"{OWN}1")], {f"{OWN}2": f"{OWN}1"}, id=f"{OWN}3"), named="other")
    assert foreign.conversation.id.startswith("other ")


def test_what_is_in_the_trash_stays_there(connection: Connection) -> None:
    first = take(connection, FORKED).conversation.id
    conversations.trash(connection, first, 5)
    again = take(connection, parcel([QUESTION, item("more", "q")]))
    assert (again.outcome, again.conversation.id) == (Outcome.IN_TRASH, first)
    assert conversations.is_trashed(connection, first)
    assert len(connection.execute("SELECT id FROM item").fetchall()) == 3


def test_what_stands_here_is_known_by_its_origin(connection: Connection, writing: Writing) -> None:
    taken = take(connection, FORKED)
    writing.conversation(f"{OWN}1")
    assert standing(connection, "chatgpt", ["c0", "c1"]) == {"c1": (taken.conversation.id, False)}
    assert standing(connection, "claude", ["c1"]) == {}
    conversations.trash(connection, ConversationId(f"{OWN}1"), 5)
    assert standing(connection, OURS, [f"{OWN}1", "c1"]) == {f"{OWN}1": (f"{OWN}1", True)}


@pytest.mark.parametrize("name", ["named", None])
def test_a_branch_keeps_its_name(connection: Connection, name: str | None) -> None:
    branch = ParcelBranch("b", "q", 3, name, is_main=True)
    taken = take(connection, parcel([QUESTION], branches=(branch,), shown="b"))
    assert [each.name for each in branches.list_branches(connection, taken.conversation.id)] == [name]
    assert ItemId("q") not in [
        each.id for each in history.page(connection, taken.conversation.id, None, 9).items
    ]


def test_what_is_old_is_not_deleted_as_soon_as_it_has_come_in(connection: Connection) -> None:
    retention.keep_in_general(connection, 1)
    hours_later = 10 * 3600 * 1_000_000
    ids = [f"new {number}" for number in range(1, ids_needed(FORKED) + 1)]
    taken = take_parcel(connection, FORKED, {}, ids, hours_later)
    assert retention.own(connection, taken.conversation.id) == 0
    assert retention.due(connection, hours_later) == []
