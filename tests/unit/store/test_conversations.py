from collections.abc import Callable

import pytest

from app.domain.branch import Range
from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import BugError, ConversationInTrash
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import ItemState
from app.store import retention
from app.store.conversations import (
    add_conversation,
    branch_conversation,
    find_conversation,
    is_trashed,
    list_conversations,
    list_trash,
    numbered,
    numbers_of,
    rename,
    require_outside_trash,
    restore,
    restore_all,
    shown_branch,
    trash,
    trash_all,
)
from app.store.driver import Connection, transaction
from app.store.history import page
from tests.unit.store.conversation_oracle import Oracle
from tests.unit.store.set_up import SET_UP, set_up, set_up_of
from tests.unit.store.writing import Writing

HISTORIES = 100
OPERATIONS = 60
A, B, C = (ConversationId(name) for name in "abc")


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


def branch(connection: Connection, conversation: ConversationId, to: ConversationId, now: int = 5) -> None:
    """Branch a conversation; the new one's first branch bears its name."""
    branch_conversation(connection, conversation, to, BranchId(to), now)


def rows(connection: Connection) -> dict[str, int]:
    """How many each table has, but for the words of the search index."""
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if "_words" not in name
    ]
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        for table in tables
    }


def test_a_branch_of_a_long_conversation_is_two_rows(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    with transaction(connection):
        for number in range(5_000):
            writing.question("a", f"question {number}")
            writing.reply("a", f"reply {number}", ItemState.COMPLETE)
    before = rows(connection)
    branch(connection, A, B)
    assert rows(connection) == {**before, "conversation": 2, "branch": 2}
    assert before["item"] == 10_000
    assert writing.path("b") == writing.path("a")


def test_a_branch_bears_the_originals_title_and_stands_at_the_top(
    writing: Writing, connection: Connection
) -> None:
    writing.conversation("a", changed_at=3)
    writing.conversation("c", changed_at=4)
    rename(connection, A, "Mine", 9)
    made = branch_conversation(connection, A, B, BranchId("b"), 5)
    assert made == Conversation(B, BranchId("b"), "Mine", TitleSource.PERSON, created_at=5, changed_at=5)
    assert list_conversations(connection)[0] == made
    assert listed(connection) == ["b", "c", "a"]


def test_what_a_conversation_is_set_up_with_holds_for_its_branch(
    writing: Writing, connection: Connection
) -> None:
    writing.conversation("a")
    set_up(connection, A)
    branch(connection, A, B)
    assert set_up_of(connection, B) == set_up_of(connection, A) == SET_UP


def test_a_branch_of_what_is_kept_for_ever_is_not_due(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    retention.keep_in_general(connection, 24)
    retention.keep(connection, A, 0)
    branch(connection, A, B)
    assert retention.due(connection, 10**15) == []


def test_a_branch_ends_where_the_shown_branch_does(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)
    writing.fork("a", "other", writing.path("a").tip_at(1))
    writing.question("other", "x2")
    writing.show("a", "other")
    branch(connection, A, B)
    assert writing.names("b") == ["a1", "x2"]


def test_both_sides_grow_for_themselves(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "a1")
    branch(connection, A, B)
    branch(connection, B, C)
    for name, item in (("b", "b2"), ("a", "a2"), ("b", "b3"), ("a", "a3"), ("c", "c2")):
        writing.question(name, item)
    assert {name: writing.names(name) for name in "abc"} == {
        "a": ["a1", "a2", "a3"],
        "b": ["a1", "b2", "b3"],
        "c": ["a1", "c2"],
    }
    assert writing.path("b").ranges == (Range(1, 1, 3),)
    assert writing.path("a").ranges == (Range(1, 1, 1), Range(2, 2, 3))


def test_growing_moves_only_the_conversation_that_grows(writing: Writing, connection: Connection) -> None:
    writing.conversation("a", changed_at=1)
    writing.question("a", "a1", now=2)
    branch(connection, A, B, now=3)
    writing.question("a", "a2", now=4)
    assert [(each.id, each.changed_at) for each in list_conversations(connection)] == [("a", 4), ("b", 3)]


def test_a_conversation_without_items_can_be_branched(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    branch(connection, A, B)
    writing.question("b", "b1")
    assert (writing.names("a"), writing.names("b")) == ([], ["b1"])


def test_a_new_title_is_the_persons_and_moves_nothing(writing: Writing, connection: Connection) -> None:
    for name, changed_at in (("a", 1), ("b", 2)):
        writing.conversation(name, changed_at)
    before = find_conversation(connection, A)
    rename(connection, A, "Grüße", 9)
    after = find_conversation(connection, A)
    assert (before.title, before.title_source) == ("Title of a", TitleSource.QUESTION)
    assert (after.title, after.title_source) == ("Grüße", TitleSource.PERSON)
    assert after.changed_at == before.changed_at
    assert listed(connection) == ["b", "a"]
    assert find_conversation(connection, B).title == "Title of b"


def test_what_is_in_the_trash_is_listed_there_and_nowhere_else(
    writing: Writing, connection: Connection
) -> None:
    for name, changed_at in (("a", 1), ("b", 2), ("c", 3)):
        writing.conversation(name, changed_at)
    assert trash(connection, C, now=10)
    assert trash(connection, A, now=11)
    assert listed(connection) == ["b"]
    assert [each.id for each in list_trash(connection)] == ["a", "c"]
    assert [is_trashed(connection, each) for each in (A, B, C)] == [True, False, True]


def test_what_is_restored_is_as_it_was(writing: Writing, connection: Connection) -> None:
    for name, changed_at in (("a", 1), ("b", 2), ("c", 3)):
        writing.conversation(name, changed_at)
        writing.question(name, f"{name}1")
    listed_before, rows_before = list_conversations(connection), rows(connection)
    trash(connection, B, now=10)
    assert rows(connection) == rows_before
    assert restore(connection, B, 9) == listed_before[1]
    assert list_conversations(connection) == listed_before
    assert list_trash(connection) == []
    assert writing.names("b") == ["b1"]


def test_a_second_time_does_nothing(writing: Writing, connection: Connection) -> None:
    for name in ("a", "b"):
        writing.conversation(name)
    assert restore(connection, A, 9) is None
    assert trash(connection, A, now=10)
    assert trash(connection, B, now=11)
    assert not trash(connection, A, now=12)
    assert [each.id for each in list_trash(connection)] == ["b", "a"]
    assert restore(connection, A, 9)
    assert restore(connection, A, 9) is None
    assert listed(connection) == ["a"]


def test_what_is_in_the_trash_is_not_branched(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    trash(connection, A, now=10)
    before = rows(connection)
    with pytest.raises(ConversationInTrash):
        branch(connection, A, B)
    assert rows(connection) == before
    restore(connection, A, 9)
    branch(connection, A, B)
    assert listed(connection) == ["b", "a"]


def test_the_trash_of_one_conversation_does_not_touch_those_that_share_its_past(
    writing: Writing, connection: Connection
) -> None:
    writing.conversation("a")
    writing.question("a", "a1")
    branch(connection, A, B)
    trash(connection, A, now=10)
    require_outside_trash(connection, B)
    writing.question("b", "b2")
    restore(connection, A, 9)
    writing.question("a", "a2")
    assert (writing.names("a"), writing.names("b")) == (["a1", "a2"], ["a1", "b2"])


def test_conversations_are_those_of_plain_lists(writing: Writing, connection: Connection) -> None:
    for seed in range(HISTORIES):
        connection.execute("BEGIN")
        oracle = Oracle(writing, seed)
        for _ in range(OPERATIONS):
            oracle.step()
            oracle.agrees()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("ROLLBACK")


MISSING = ConversationId("missing")
ON_ONE: dict[str, Callable[[Connection], object]] = {
    "show": lambda connection: shown_branch(connection, MISSING),
    "find": lambda connection: find_conversation(connection, MISSING),
    "branch": lambda connection: branch(connection, MISSING, B),
    "rename": lambda connection: rename(connection, MISSING, "x", 9),
    "trash": lambda connection: trash(connection, MISSING, now=1),
    "restore": lambda connection: restore(connection, MISSING, 9),
    "grow": lambda connection: require_outside_trash(connection, MISSING),
}


@pytest.mark.parametrize("ask", ON_ONE.values(), ids=ON_ONE.keys())
def test_a_conversation_that_does_not_exist_is_our_own_fault(
    connection: Connection, ask: Callable[[Connection], object]
) -> None:
    with pytest.raises(BugError):
        ask(connection)
    assert list_conversations(connection) == []


def test_the_list_is_as_short_as_is_asked_for(writing: Writing, connection: Connection) -> None:
    for name, changed_at in (("a", 1), ("b", 3), ("c", 2)):
        writing.conversation(name, changed_at=changed_at)
    assert [each.id for each in list_conversations(connection, 2)] == ["b", "c"]


def test_a_branch_may_begin_behind_any_item(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)
    made = branch_conversation(
        connection, ConversationId("a"), ConversationId("b"), BranchId("b"), 5, ItemId("a2")
    )
    assert made.id == "b"
    assert [item.id for item in page(connection, ConversationId("b"), None, 10).items] == ["a1", "a2"]


def test_of_many_those_are_told_that_went_and_came_back(writing: Writing, connection: Connection) -> None:
    for name in "abc":
        writing.conversation(name)
    trash(connection, B, 1)
    assert trash_all(connection, [A, B, C], 2) == [A, C]
    assert [each.id for each in restore_all(connection, [C, B], 9)] == [C, B]
    assert restore_all(connection, [C], 9) == []
    assert [each.id for each in list_trash(connection)] == [A]


def test_some_are_looked_up_by_number_in_the_order_asked_for(
    writing: Writing, connection: Connection
) -> None:
    for name in "abc":
        writing.conversation(name)
    trash(connection, ConversationId("b"), now=1)
    wanted = [ConversationId(name) for name in ("c", "b", "none", "a")]
    numbers = numbers_of(connection, wanted)
    assert len(numbers) == 3
    assert [each.id for each in numbered(connection, [*numbers, 99]).values()] == ["c", "a"]
