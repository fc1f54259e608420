import pytest

from app.domain.errors import BugError
from app.domain.ids import ConversationId, UndoId
from app.domain.item import ItemState
from app.domain.purged import Purged
from app.domain.undo import Act, Undo
from app.store import conversations, pruning, undo
from app.store.driver import Connection
from app.store.retention import (
    due,
    due_in_general,
    is_due,
    keep,
    keep_in_general,
    own,
    remove_due,
    retention_in_general,
)
from tests.unit.store.writing import Writing

A, B = ConversationId("a"), ConversationId("b")
HOUR = 3600 * 1_000_000


@pytest.fixture(autouse=True)
def two(writing: Writing) -> None:
    """Conversation a, changed at 0 o'clock, and b, changed at 1."""
    writing.conversation("a", changed_at=0)
    writing.conversation("b", changed_at=HOUR)


@pytest.mark.parametrize("hours", [0, 24, None])
def test_how_long_it_is_kept_is_its_own(connection: Connection, hours: int | None) -> None:
    assert own(connection, A) is None
    keep(connection, A, 7)
    keep(connection, A, hours)
    assert own(connection, A) == hours


def test_a_conversation_that_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    for ask in (
        lambda: own(connection, ConversationId("missing")),
        lambda: keep(connection, ConversationId("missing"), 1),
    ):
        with pytest.raises(BugError):
            ask()


def test_everything_is_kept_unless_asked_otherwise(connection: Connection) -> None:
    assert retention_in_general(connection) == 0
    assert due(connection, 10_000 * HOUR) == []


def test_conversations_are_due_so_many_hours_after_their_last_change(connection: Connection) -> None:
    keep_in_general(connection, 30)
    keep_in_general(connection, 24)
    assert retention_in_general(connection) == 24
    assert due(connection, 24 * HOUR - 1) == []
    assert due(connection, 24 * HOUR) == ["a"]
    assert due(connection, 25 * HOUR) == ["a", "b"]


def test_a_conversations_own_number_goes_first(connection: Connection) -> None:
    keep(connection, A, 2)
    assert due(connection, 2 * HOUR) == ["a"]
    keep_in_general(connection, 1)
    keep(connection, A, 0)
    assert due(connection, 99 * HOUR) == ["b"]
    keep(connection, A, None)
    assert due(connection, 99 * HOUR) == ["a", "b"]


def test_what_would_be_due_is_told_before_it_is_so(connection: Connection) -> None:
    keep(connection, A, 0)
    assert due_in_general(connection, 1, 99 * HOUR) == ["b"]
    assert due_in_general(connection, 0, 99 * HOUR) == []
    assert due(connection, 99 * HOUR) == []


def test_whether_one_would_be_due_by_a_number_of_its_own(connection: Connection) -> None:
    assert [is_due(connection, B, hours, 25 * HOUR) for hours in (0, 24, 25, None)] == [
        False,
        True,
        False,
        False,
    ]
    keep_in_general(connection, 24)
    assert is_due(connection, B, None, 25 * HOUR)
    connection.execute("UPDATE conversation SET pinned_at = 1 WHERE public_id = 'b'")
    assert not is_due(connection, B, None, 25 * HOUR)


def test_what_is_gone_already_is_not_removed_again(connection: Connection) -> None:
    assert remove_due(connection, ConversationId("missing"), 99 * HOUR) == Purged()


def test_what_is_pinned_or_in_the_trash_is_not_due(connection: Connection) -> None:
    keep_in_general(connection, 1)
    conversations.trash(connection, A, 1)
    connection.execute("UPDATE conversation SET pinned_at = 1 WHERE public_id = 'b'")
    assert due(connection, 99 * HOUR) == []


def test_what_is_still_being_answered_is_not_due(writing: Writing, connection: Connection) -> None:
    keep_in_general(connection, 1)
    writing.question("a", "a1")
    reply = writing.reply("a", "a2", ItemState.STREAMING)
    assert due(connection, 99 * HOUR) == ["b"]
    connection.execute("UPDATE item SET state = 'complete' WHERE public_id = ?", (reply.id,))
    assert due(connection, 99 * HOUR) == ["a", "b"]


def test_what_an_undo_can_bring_back_is_not_due(writing: Writing, connection: Connection) -> None:
    keep_in_general(connection, 1)
    item = writing.question("a", "a1")
    pruning.step_back(
        connection,
        conversations.shown_branch(connection, A),
        item.depth,
        Undo(UndoId("u"), Act.STEP_BACK),
        1,
    )
    assert due(connection, 99 * HOUR) == ["b"]
    undo.forget(connection, UndoId("u"))
    assert due(connection, 99 * HOUR) == ["a", "b"]


def test_only_what_is_still_due_is_removed(writing: Writing, connection: Connection) -> None:
    keep_in_general(connection, 24)
    writing.question("a", "a1", now=20 * HOUR)
    assert remove_due(connection, A, 25 * HOUR) == Purged()
    assert remove_due(connection, B, 25 * HOUR) == Purged(conversations=1, oldest=1)
    assert [each.id for each in conversations.list_conversations(connection)] == ["a"]


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    with pytest.raises(BugError):
        keep(connection, ConversationId("missing"), 1)
