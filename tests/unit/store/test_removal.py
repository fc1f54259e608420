import pytest

from app.domain.conversation import Sharing
from app.domain.errors import BugError, UndoOutdated
from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.purged import Purged
from app.domain.undo import Act, Undo
from app.store import purge_marks, undo
from app.store.conversations import branch_conversation, list_conversations, restore, trash
from app.store.driver import Connection
from app.store.overlays import hide
from app.store.purge_marks import PurgeMark
from app.store.removal import TRASH_KEPT_FOR, old_trash, remove_conversation, remove_trash, sharing
from app.store.tags import list_tags, set_tags
from tests.unit.store.writing import Writing

A, Z = ConversationId("a"), ConversationId("z")
OWN = ("branch", "overlay", "conversation_tag", "draft", "note", "summary", "undo", "brought_in")


@pytest.fixture
def full(writing: Writing) -> Writing:
    """Conversation a with two items and everything that a conversation can own."""
    writing.conversation("a")
    for name in ("a1", "a2"):
        writing.question("a", name)
    hide(writing.connection, A, ItemId("a2"), Undo(UndoId("u"), Act.HIDE), 2)
    for statement in (
        "INSERT INTO tag (name, name_key) VALUES ('t', 't')",
        "INSERT INTO conversation_tag (conversation, tag) VALUES (1, 1)",
        "INSERT INTO draft (conversation, text, changed_at) VALUES (1, 'x', 1)",
        "INSERT INTO summary (public_id, conversation, item, text, sources, created_at, changed_at)"
        " VALUES ('s', 1, 1, 'x', '[]', 1, 1)",
        "INSERT INTO brought_in (conversation, source) VALUES (1, 1)",
        "INSERT INTO note (public_id, conversation, text, created_at, changed_at) VALUES ('n', 1, 'x', 1, 1)",
        "INSERT INTO note_words (rowid, text) VALUES (1, 'x')",
    ):
        writing.connection.execute(statement)
    return writing


def rows(connection: Connection, *tables: str) -> list[int]:
    return [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables]  # noqa: S608


@pytest.mark.usefixtures("full")
def test_a_conversation_goes_with_all_that_is_its_own(connection: Connection) -> None:
    assert rows(connection, *OWN) == [1] * len(OWN)
    assert remove_conversation(connection, A) == Purged(conversations=1, oldest=1)
    assert rows(connection, "conversation", *OWN) == [0] * (len(OWN) + 1)
    assert rows(connection, "item", "tag") == [2, 0]
    for table in ("title_words", "note_words"):
        assert rows(connection, f"{table}_docsize") == [0]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with pytest.raises(UndoOutdated):
        undo.play(connection, UndoId("u"), 9)


def test_a_tag_stays_for_as_long_as_another_conversation_bears_it(
    full: Writing, connection: Connection
) -> None:
    full.conversation("b")
    set_tags(connection, ConversationId("b"), ["t"], 5)
    remove_conversation(connection, A)
    assert [tag.name for tag in list_tags(connection)] == ["t"]
    remove_conversation(connection, ConversationId("b"))
    assert list_tags(connection) == []


def test_what_another_conversation_shares_stays(full: Writing, connection: Connection) -> None:
    branch_conversation(connection, A, Z, BranchId("z"), 5)
    remove_conversation(connection, A)
    assert [each.id for each in list_conversations(connection)] == ["z"]
    assert full.names("z") == ["a1", "a2"]


@pytest.mark.usefixtures("full")
def test_that_something_has_gone_is_noted_with_the_removing_itself(connection: Connection) -> None:
    branch_conversation(connection, A, Z, BranchId("z"), 5)
    assert purge_marks.last_purge(connection) is None
    remove_conversation(connection, A)
    assert purge_marks.last_purge(connection) == PurgeMark(oldest=1, at=None)


def test_it_is_told_which_conversations_keep_how_many_items(full: Writing, connection: Connection) -> None:
    full.conversation("other")
    full.question("other", "o1")
    assert sharing(connection, A) == []
    branch_conversation(connection, A, Z, BranchId("z"), 5)
    full.question("z", "z3")
    full.question("a", "a3")
    assert sharing(connection, A) == [Sharing(Z, "Title of a", 2)]
    assert sharing(connection, Z) == [Sharing(A, "Title of a", 2)]
    assert "Title" not in repr(sharing(connection, A))


def test_the_trash_is_emptied_of_what_is_old(full: Writing, connection: Connection) -> None:
    full.conversation("b")
    full.conversation("c")
    trash(connection, A, now=10)
    trash(connection, ConversationId("b"), now=11)
    assert old_trash(connection, TRASH_KEPT_FOR + 9, 10) == []
    assert old_trash(connection, TRASH_KEPT_FOR + 10, 10) == ["a"]
    assert old_trash(connection, TRASH_KEPT_FOR + 99, 1) == ["a"]


def test_only_what_is_still_in_the_trash_is_removed_with_it(full: Writing, connection: Connection) -> None:
    full.conversation("b")
    for each in (A, ConversationId("b")):
        trash(connection, each, now=10)
    restore(connection, A, 11)
    assert [remove_trash(connection, each) for each in (A, ConversationId("b"), Z)] == [
        Purged(),
        Purged(conversations=1, oldest=1),
        Purged(),
    ]
    assert [each.id for each in list_conversations(connection)] == ["a"]


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    with pytest.raises(BugError):
        remove_conversation(connection, A)
