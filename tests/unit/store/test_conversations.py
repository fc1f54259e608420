import pytest

from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import BugError
from app.domain.ids import BranchId, ConversationId
from app.store.conversations import add_conversation, list_conversations, shown_branch
from app.store.driver import Connection
from tests.unit.store.writing import Writing


def listed(connection: Connection) -> list[str]:
    return [str(conversation.id) for conversation in list_conversations(connection)]


def test_a_conversation_comes_back_as_it_was_added(connection: Connection) -> None:
    added = Conversation(
        ConversationId("c"), BranchId("b"), 'Grüße "👩‍👩‍👧"', TitleSource.PERSON, created_at=3, changed_at=7
    )
    add_conversation(connection, added)
    assert list_conversations(connection) == [added]
    assert shown_branch(connection, added.id) == "b"


def test_an_empty_archive_lists_nothing(connection: Connection) -> None:
    assert list_conversations(connection) == []


def test_the_one_that_changed_last_is_at_the_top(writing: Writing, connection: Connection) -> None:
    for name, changed_at in (("old", 10), ("new", 30), ("middle", 20)):
        writing.conversation(name, changed_at)
    assert listed(connection) == ["new", "middle", "old"]
    writing.question("old", "x", now=40)
    assert listed(connection) == ["old", "new", "middle"]


def test_of_one_moment_the_one_made_last_is_at_the_top(writing: Writing, connection: Connection) -> None:
    for name in ("b", "c", "a"):
        writing.conversation(name, changed_at=10)
    assert listed(connection) == ["a", "c", "b"]


def test_a_conversation_is_listed_once_however_many_branches_it_has(
    writing: Writing, connection: Connection
) -> None:
    conversation = writing.conversation("a")
    writing.question("a", "a1")
    writing.fork("a", "b", writing.path("a").tip_at(1))
    writing.show("a", "b")
    assert [each.shown_branch for each in list_conversations(connection)] == ["b"]
    assert shown_branch(connection, conversation) == "b"


def test_a_conversation_that_does_not_exist_shows_nothing(connection: Connection) -> None:
    with pytest.raises(BugError):
        shown_branch(connection, ConversationId("missing"))
