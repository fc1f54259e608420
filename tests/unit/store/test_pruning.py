import pytest

from app.domain.branch import Pruning
from app.domain.errors import BugError, OnlyBranch
from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.undo import Act, Undo
from app.store import retention, undo
from app.store.branches import fork_at, fork_before, list_branches, make_main, name_branch, show_branch
from app.store.conversations import list_conversations, shown_branch
from app.store.driver import Connection
from app.store.overlays import hide
from app.store.pruning import delete_branch, detach, prune, pruning, step_back
from tests.unit.store.set_up import SET_UP, set_up, set_up_of
from tests.unit.store.writing import Writing

A, Z = ConversationId("a"), ConversationId("z")
MAIN, B, C = (BranchId(name) for name in "abc")
U = Undo(UndoId("u"), Act.DELETE_BRANCH)


@pytest.fixture
def two(writing: Writing) -> Writing:
    """Conversation a with the items a1 to a3, and the branch b with another second item."""
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)
    fork_before(writing.connection, A, ItemId("a2"), B, 2)
    writing.question("b", "b2")
    return writing


def names(connection: Connection, conversation: ConversationId = A) -> list[str]:
    return [str(branch.id) for branch in list_branches(connection, conversation)]


def test_deleting_a_branch_deletes_a_pointer(two: Writing, connection: Connection) -> None:
    delete_branch(connection, B, U, 5)
    assert names(connection) == ["a"]
    assert connection.execute("SELECT count(*) FROM item").fetchone() == (4,)
    undo.play(connection, U.id, 9)
    assert names(connection) == ["a", "b"]
    assert two.names("b") == ["a1", "b2"]


@pytest.mark.usefixtures("two")
def test_another_takes_the_place_of_a_main_and_shown_branch(connection: Connection) -> None:
    delete_branch(connection, MAIN, U, 5)
    [left] = list_branches(connection, A)
    assert (left.id, left.is_main, left.is_shown) == (B, True, True)
    undo.play(connection, U.id, 9)
    assert [(each.id, each.is_main, each.is_shown) for each in list_branches(connection, A)] == [
        (MAIN, True, True),
        (B, False, False),
    ]


@pytest.mark.usefixtures("two")
def test_the_only_branch_stays(connection: Connection) -> None:
    delete_branch(connection, B, U, 5)
    with pytest.raises(OnlyBranch):
        delete_branch(connection, MAIN, Undo(UndoId("v"), Act.DELETE_BRANCH), 6)
    with pytest.raises(OnlyBranch):
        detach(connection, MAIN, Z, Undo(UndoId("v"), Act.DETACH), 6)
    assert names(connection) == ["a"]


@pytest.mark.usefixtures("two")
def test_a_deleted_branchs_name_is_free(connection: Connection) -> None:
    name_branch(connection, B, "x", 9)
    delete_branch(connection, B, U, 5)
    name_branch(connection, MAIN, "x", 9)
    assert list_branches(connection, A)[0].name == "x"


def test_stepping_back_moves_the_tip(two: Writing, connection: Connection) -> None:
    step_back(connection, B, 2, U, 5)
    assert two.names("b") == []
    undo.play(connection, U.id, 9)
    assert two.names("b") == ["a1", "b2"]
    step_back(connection, MAIN, 1, U, 6)
    assert two.names("a") == ["a1", "a2"]
    with pytest.raises(BugError):
        step_back(connection, MAIN, 3, Undo(UndoId("v"), Act.STEP_BACK), 7)


def test_a_branch_that_has_grown_is_not_stepped_forward(two: Writing, connection: Connection) -> None:
    step_back(connection, MAIN, 1, U, 5)
    two.question("a", "new")
    with pytest.raises(undo.UndoOutdated):
        undo.play(connection, U.id, 9)
    assert two.names("a") == ["a1", "a2", "new"]


def test_pruning_is_told_before_it_is_done(two: Writing, connection: Connection) -> None:
    fork_at(connection, A, ItemId("b2"), C, 3)
    two.question("c", "c3")
    assert pruning(connection, A) == Pruning(branches=2, items=2)
    show_branch(connection, B, 9)
    assert pruning(connection, A) == Pruning(branches=2, items=3)
    assert names(connection) == ["a", "b", "c"]


def test_pruning_leaves_the_shown_branch_alone(two: Writing, connection: Connection) -> None:
    show_branch(connection, B, 9)
    prune(connection, A, U, 5)
    [left] = list_branches(connection, A)
    assert (left.id, left.is_main) == (B, True)
    assert pruning(connection, A) == Pruning(0, 0)
    undo.play(connection, U.id, 9)
    assert [(each.id, each.is_main) for each in list_branches(connection, A)] == [(MAIN, True), (B, False)]
    assert two.names("a") == ["a1", "a2", "a3"]


def test_a_detached_branch_has_a_conversation_of_its_own(two: Writing, connection: Connection) -> None:
    show_branch(connection, B, 9)
    hide(connection, A, ItemId("a1"), Undo(UndoId("h"), Act.HIDE), 4)
    made = detach(connection, B, Z, U, 5)
    assert list_conversations(connection)[0] == made
    assert (made.id, made.shown_branch, made.title) == (Z, B, "Title of a")
    assert (names(connection), names(connection, Z)) == (["a"], ["b"])
    assert shown_branch(connection, A) == MAIN
    assert [branch.is_main for branch in list_branches(connection, Z)] == [True]
    marked = connection.execute("SELECT conversation, item FROM overlay ORDER BY 1, 2").fetchall()
    assert marked == [(1, 1), (2, 1)]
    assert two.names("b") == ["a1", "b2"]


@pytest.mark.usefixtures("two")
def test_what_a_conversation_is_set_up_with_holds_for_a_detached_branch(connection: Connection) -> None:
    set_up(connection, A)
    detach(connection, B, Z, U, 5)
    assert set_up_of(connection, Z) == set_up_of(connection, A) == SET_UP
    assert undo.play(connection, U.id, 9) == ("z", "a")
    assert set_up_of(connection, A) == SET_UP


@pytest.mark.usefixtures("two")
def test_a_detached_branch_that_is_kept_for_ever_is_not_due(connection: Connection) -> None:
    retention.keep_in_general(connection, 24)
    retention.keep(connection, A, 0)
    detach(connection, B, Z, U, 5)
    undo.forget(connection, U.id)
    assert retention.due(connection, 10**15) == []


@pytest.mark.usefixtures("two")
def test_a_detached_branch_comes_back(connection: Connection) -> None:
    make_main(connection, B, 9)
    before = list_branches(connection, A)
    detach(connection, B, Z, U, 5)
    assert undo.play(connection, U.id, 9) == ("z", "a")
    assert list_branches(connection, A) == before
    assert [each.id for each in list_conversations(connection)] == ["a"]
    found = connection.execute("SELECT rowid FROM title_words WHERE title_words MATCH 'title'").fetchall()
    assert found == [(1,)]


def test_a_detached_branch_that_has_grown_stays_where_it_is(two: Writing, connection: Connection) -> None:
    detach(connection, B, Z, U, 5)
    two.question("b", "b3", now=6)
    with pytest.raises(undo.UndoOutdated):
        undo.play(connection, U.id, 9)
    assert names(connection, Z) == ["b"]


def whole(connection: Connection) -> bool:
    return connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.usefixtures("two")
def test_looking_at_another_branch_does_not_keep_a_deleted_one_from_coming_back(
    connection: Connection,
) -> None:
    fork_at(connection, A, ItemId("b2"), C, 3)
    show_branch(connection, B, 9)
    delete_branch(connection, B, U, 5)
    show_branch(connection, MAIN, 9)
    undo.play(connection, U.id, 9)
    assert [(each.id, each.is_shown) for each in list_branches(connection, A)] == [
        (MAIN, True),
        (B, False),
        (C, False),
    ]
    assert whole(connection)


@pytest.mark.usefixtures("two")
def test_a_branch_comes_back_without_its_name_where_another_bears_that(connection: Connection) -> None:
    name_branch(connection, B, "x", 9)
    delete_branch(connection, B, U, 5)
    name_branch(connection, MAIN, "x", 9)
    undo.play(connection, U.id, 9)
    assert [(each.id, each.name) for each in list_branches(connection, A)] == [(MAIN, "x"), (B, None)]
    assert whole(connection)


@pytest.mark.usefixtures("two")
def test_what_was_made_the_main_line_since_stays_it(connection: Connection) -> None:
    fork_at(connection, A, ItemId("b2"), C, 3)
    delete_branch(connection, MAIN, U, 5)
    make_main(connection, B, 9)
    undo.play(connection, U.id, 9)
    assert [(each.id, each.is_main) for each in list_branches(connection, A)] == [
        (MAIN, False),
        (B, True),
        (C, False),
    ]
    assert whole(connection)


@pytest.mark.parametrize("goes", [False, True])
@pytest.mark.usefixtures("two")
def test_pruning_is_undone_also_where_another_branch_is_the_main_line_by_now(
    connection: Connection, goes: bool
) -> None:
    show_branch(connection, B, 9)
    prune(connection, A, U, 5)
    fork_at(connection, A, ItemId("b2"), C, 6)
    make_main(connection, C, 9)
    if goes:
        delete_branch(connection, B, Undo(UndoId("v"), Act.DELETE_BRANCH), 7)
    undo.play(connection, U.id, 9)
    assert [(each.id, each.is_main) for each in list_branches(connection, A) if each.id != B] == [
        (MAIN, False),
        (C, True),
    ]
    assert whole(connection)


@pytest.mark.usefixtures("two")
def test_a_main_line_is_not_taken_from_a_conversation_that_a_branch_has_gone_to(
    connection: Connection,
) -> None:
    show_branch(connection, B, 9)
    prune(connection, A, U, 5)
    fork_at(connection, A, ItemId("b2"), C, 6)
    detach(connection, B, Z, Undo(UndoId("v"), Act.DETACH), 7)
    undo.play(connection, U.id, 9)
    for conversation, main in ((A, C), (Z, B)):
        assert [each.id for each in list_branches(connection, conversation) if each.is_main] == [main]
    assert whole(connection)


@pytest.mark.usefixtures("two")
def test_a_detached_branch_comes_back_to_what_is_shown_and_named_by_now(connection: Connection) -> None:
    name_branch(connection, B, "x", 9)
    show_branch(connection, B, 9)
    fork_at(connection, A, ItemId("a1"), C, 4)
    detach(connection, B, Z, U, 5)
    name_branch(connection, C, "x", 9)
    show_branch(connection, MAIN, 9)
    undo.play(connection, U.id, 9)
    assert [(each.id, each.name, each.is_shown) for each in list_branches(connection, A)] == [
        (MAIN, None, True),
        (B, None, False),
        (C, "x", False),
    ]
    assert whole(connection)
