import pytest

from app.domain.conversation import Versions
from app.domain.errors import BugError
from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.item import ItemState, reasoning_body
from app.domain.undo import Act, Undo
from app.store.branches import fork_at, fork_before, show_branch
from app.store.conversations import branch_conversation
from app.store.driver import Connection
from app.store.history import page
from app.store.items import Companion, surround
from app.store.overlays import hide
from app.store.versions import versions_between
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import Writing

A, Z = ConversationId("a"), ConversationId("z")


@pytest.fixture
def four(writing: Writing) -> Writing:
    """Conversation a with four items."""
    writing.conversation("a")
    for number in range(1, 5):
        writing.question("a", f"a{number}")
    return writing


def again(writing: Writing, item: str, name: str, conversation: ConversationId = A) -> None:
    """Add another version of `item`, on a branch of the same name."""
    fork_before(writing.connection, conversation, ItemId(item), BranchId(name), 5)
    writing.question(name, name)


@pytest.mark.usefixtures("four")
def test_where_nothing_was_tried_again_there_are_no_versions(connection: Connection) -> None:
    assert versions_between(connection, A, 1, 4) == {}
    fork_at(connection, A, ItemId("a2"), BranchId("b"), 5)
    assert versions_between(connection, A, 1, 4) == {}


def test_a_page_tells_all_versions_in_the_order_of_their_making(
    four: Writing, connection: Connection
) -> None:
    for item, name in (("a3", "x3"), ("a3", "y3"), ("a2", "x2"), ("x3", "z3")):
        again(four, item, name)
    assert versions_between(connection, A, 1, 4) == {2: ("a2", "x2"), 3: ("a3", "x3", "y3", "z3")}
    assert versions_between(connection, A, 3, 3) == {3: ("a3", "x3", "y3", "z3")}
    assert versions_between(connection, A, 4, 4) == {}


def test_each_version_sees_the_same_versions(four: Writing, connection: Connection) -> None:
    again(four, "a3", "x3")
    again(four, "a3", "y3")
    for branch in ("a", "x3", "y3"):
        show_branch(connection, BranchId(branch), 9)
        assert versions_between(connection, A, 1, 9) == {3: ("a3", "x3", "y3")}


def test_the_first_item_has_versions_too(four: Writing, connection: Connection) -> None:
    four.conversation("other")
    four.question("other", "o1")
    again(four, "a1", "x1")
    again(four, "a1", "y1")
    assert versions_between(connection, A, 1, 4) == {1: ("a1", "x1", "y1")}
    show_branch(connection, BranchId("y1"), 9)
    assert versions_between(connection, A, 1, 1) == {1: ("a1", "x1", "y1")}
    assert versions_between(connection, ConversationId("other"), 1, 1) == {}


def test_what_another_conversation_tried_is_no_version_here(four: Writing, connection: Connection) -> None:
    branch_conversation(connection, A, Z, BranchId("z"), 5)
    again(four, "a3", "z3", Z)
    assert versions_between(connection, A, 1, 4) == {}
    assert versions_between(connection, Z, 1, 4) == {3: ("a3", "z3")}


def test_an_empty_branch_has_none(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    assert versions_between(connection, A, 1, 50) == {}
    with pytest.raises(BugError):
        versions_between(connection, ConversationId("missing"), 1, 50)


def of_page(connection: Connection) -> dict[ItemId, Versions]:
    return dict(page(connection, A, None, 10).versions)


def test_a_page_tells_which_version_it_shows(four: Writing, connection: Connection) -> None:
    assert of_page(connection) == {}
    again(four, "a3", "x3")
    again(four, "a3", "y3")
    assert of_page(connection) == {"a3": Versions(("a3", "x3", "y3"), 0)}
    show_branch(connection, BranchId("x3"), 9)
    assert of_page(connection) == {"x3": Versions(("a3", "x3", "y3"), 1)}


def test_a_deleted_version_is_none_on_a_page(four: Writing, connection: Connection) -> None:
    again(four, "a3", "x3")
    again(four, "a3", "y3")
    hide(connection, A, ItemId("x3"), Undo(UndoId("u1"), Act.HIDE), 5)
    assert of_page(connection) == {"a3": Versions(("a3", "y3"), 0)}
    hide(connection, A, ItemId("y3"), Undo(UndoId("u2"), Act.HIDE), 5)
    assert of_page(connection) == {}


def test_a_page_finds_its_versions_by_indexes(four: Writing, connection: Connection) -> None:
    again(four, "a3", "x3")
    for statement, plan in plans(connection, lambda: of_page(connection)).items():
        scans = [line for line in plan.splitlines() if line.startswith("SCAN") and "VIRTUAL" not in line]
        assert not [line for line in scans if line.split()[1] in ("item", "branch", "overlay", "run")], (
            statement
        )


def test_a_reply_that_begins_with_reasoning_has_the_versions_of_its_reasoning(
    writing: Writing, connection: Connection
) -> None:
    writing.conversation("a")
    writing.question("a", "q")
    reply = writing.reply("a", "r1", ItemState.COMPLETE)
    surround(connection, reply, [Companion(ItemId("t1"), reasoning_body("Well."))], [])
    fork_before(connection, A, ItemId("t1"), BranchId("b"), 5)
    writing.show("a", "b")
    writing.reply("b", "r2", ItemState.COMPLETE)
    assert of_page(connection) == {"r2": Versions(("t1", "r2"), 1)}
    writing.show("a", "a")
    assert of_page(connection) == {"r1": Versions(("t1", "r2"), 0)}
