import pytest

from app.domain.branch import Range, Tip
from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.undo import Act, Undo
from app.store.branch_map import drawn_map, map_shape, openings
from app.store.branches import fork_at
from app.store.driver import Connection
from app.store.overlays import hide
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import Writing

A = ConversationId("a")


@pytest.fixture
def forked(writing: Writing, connection: Connection) -> Writing:
    """Conversation a with a1 to a3, and branch b, which leaves behind a2 with b3."""
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)
    fork_at(connection, A, ItemId("a2"), BranchId("b"), 5)
    writing.question("b", "b3")
    return writing


@pytest.mark.usefixtures("forked")
def test_the_shape_holds_each_run_once_with_its_start(connection: Connection) -> None:
    shape = map_shape(connection, A)
    one, two = (branch.tip for branch in shape.branches)
    assert shape.starts == {one.run: (None, 0), two.run: (one.run, 2)}
    assert [(row.first, row.last) for row in drawn_map(connection, A).rows] == [(1, 2), (3, 3), (3, 3)]


def test_another_conversations_branches_are_not_on_it(forked: Writing, connection: Connection) -> None:
    forked.conversation("other")
    forked.fork("other", "elsewhere", Tip(1, 2))
    assert {branch.id for branch in map_shape(connection, A).branches} == {"a", "b"}


def test_a_conversation_without_items_has_a_branch_and_no_run(
    writing: Writing, connection: Connection
) -> None:
    writing.conversation("a")
    shape = map_shape(connection, A)
    assert (len(shape.branches), dict(shape.starts)) == (1, {})


@pytest.mark.usefixtures("forked")
def test_no_item_is_read_for_the_shape(connection: Connection) -> None:
    told = plans(connection, lambda: map_shape(connection, A))
    assert not any("item" in plan or "SCAN run" in plan for plan in told.values()), told


@pytest.mark.usefixtures("forked")
def test_a_stretch_begins_with_its_first_message(connection: Connection) -> None:
    one, two = (branch.tip.run for branch in map_shape(connection, A).branches)
    found = openings(connection, A, [Range(one, 1, 2), Range(two, 3, 3)])
    assert {place: item.id for place, item in found.items()} == {(one, 1): "a1", (two, 3): "b3"}


@pytest.mark.usefixtures("forked")
def test_what_was_deleted_opens_nothing(connection: Connection) -> None:
    run = map_shape(connection, A).branches[0].tip.run
    hide(connection, A, ItemId("a1"), Undo(UndoId("u"), Act.HIDE), 9)
    assert openings(connection, A, [Range(run, 1, 2)])[run, 1].id == "a2"
    assert openings(connection, A, [Range(run, 1, 1)]) == {}
