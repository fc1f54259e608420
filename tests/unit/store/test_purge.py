import pytest

from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.item import ItemState
from app.domain.purged import Purged
from app.domain.undo import Act, Undo
from app.store import conversations, overlays, pruning, purge_marks, removal, undo
from app.store.branches import fork_before, fork_end
from app.store.driver import Connection, transaction
from app.store.purge import Unneeded, purge, unneeded
from app.store.purge_marks import PurgeMark
from tests.unit.store.writing import Writing

A, Z = ConversationId("a"), ConversationId("z")
U = Undo(UndoId("u"), Act.DELETE_BRANCH)
NOTHING = Unneeded((), ())


@pytest.fixture(autouse=True)
def two(writing: Writing) -> None:
    """Conversation a with the items a1 to a3, and the branch b with another second item."""
    writing.conversation("a")
    for number in (1, 2, 3):
        writing.question("a", f"a{number}", now=number)
    fork_before(writing.connection, A, ItemId("a2"), BranchId("b"), 2)
    writing.question("b", "b2", now=5)


def kept(connection: Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT public_id FROM item ORDER BY public_id")]


def purge_all(connection: Connection, limit: int = 200) -> Purged:
    done, left = Purged(), unneeded(connection)
    while left:
        batch, left = purge(connection, left, limit)
        done += batch
    return done


def test_what_is_reached_stays(connection: Connection) -> None:
    assert unneeded(connection) == NOTHING
    assert purge_all(connection) == Purged()
    assert kept(connection) == ["a1", "a2", "a3", "b2"]


def test_what_only_a_deleted_branch_held_goes_once_it_cannot_be_undone(connection: Connection) -> None:
    pruning.delete_branch(connection, BranchId("a"), U, 5)
    assert unneeded(connection) == NOTHING
    undo.forget(connection, U.id)
    assert purge_all(connection) == Purged(items=2, oldest=2)
    assert kept(connection) == ["a1", "b2"]


def test_nothing_goes_from_the_trash(connection: Connection) -> None:
    conversations.trash(connection, A, 5)
    assert unneeded(connection) == NOTHING


def test_a_conversation_deleted_for_ever_takes_what_it_shares_with_nobody(
    writing: Writing, connection: Connection
) -> None:
    conversations.branch_conversation(connection, A, Z, BranchId("z"), 5)
    pruning.step_back(connection, BranchId("z"), 1, U, 6)
    removal.remove_conversation(connection, A)
    undo.forget(connection, U.id)
    purge_all(connection)
    assert (kept(connection), writing.names("z")) == (["a1", "a2"], ["a1", "a2"])
    removal.remove_conversation(connection, Z)
    purge_all(connection)
    assert kept(connection) == []
    assert connection.execute("SELECT count(*) FROM run").fetchone() == (0,)


def test_long_chains_of_runs_go_from_their_ends(writing: Writing, connection: Connection) -> None:
    with transaction(connection):
        for number in range(1, 300):
            of = "b" if number == 1 else f"{number - 1}"
            fork_end(connection, BranchId(of), BranchId(f"{number}"), 1)
            writing.question(of, f"old {number}")
            writing.question(f"{number}", f"new {number}")
    removal.remove_conversation(connection, A)
    done, left = purge(connection, unneeded(connection), limit=10)
    assert (done.items, bool(left)) == (10, True)
    assert purge_marks.last_purge(connection) == PurgeMark(1, None)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert purge_all(connection).items == 4 + 2 * 299 - 10
    assert connection.execute("SELECT count(*) FROM run").fetchone() == (0,)


def test_a_batch_looks_again_before_it_removes(writing: Writing, connection: Connection) -> None:
    pruning.delete_branch(connection, BranchId("b"), U, 5)
    undo.forget(connection, U.id)
    found = unneeded(connection)
    writing.fork("a", "again", conversations.shown_tip(connection, A))
    connection.execute("UPDATE branch SET run = 2, depth = 2 WHERE public_id = 'again'")
    assert purge(connection, found) == (Purged(), NOTHING)
    assert "b2" in kept(connection)


def test_what_every_conversation_hides_is_emptied_once_it_cannot_be_undone(
    writing: Writing, connection: Connection
) -> None:
    conversations.branch_conversation(connection, A, Z, BranchId("z"), 5)
    overlays.hide(connection, A, ItemId("a2"), U, 6)
    undo.forget(connection, U.id)
    assert unneeded(connection) == NOTHING
    overlays.hide(connection, Z, ItemId("a2"), U, 7)
    assert unneeded(connection) == NOTHING
    undo.forget(connection, U.id)
    assert purge_all(connection) == Purged(emptied=1, oldest=2)
    assert writing.names("a") == ["a1", "a2", "a3"]
    state = connection.execute("SELECT state, body FROM item WHERE public_id = 'a2'").fetchall()
    assert state == [(ItemState.EMPTIED, "{}")]
    assert unneeded(connection) == NOTHING


def test_an_edit_of_what_is_hidden_later_leaves_too(connection: Connection) -> None:
    overlays.edit(connection, A, ItemId("a2"), '{"content": "x"}', Undo(UndoId("e"), Act.EDIT), 5)
    overlays.hide(connection, A, ItemId("a2"), U, 6)
    undo.forget_of(connection, 1)
    purge_all(connection)
    assert connection.execute("SELECT count(*) FROM revision").fetchone() == (0,)
