from collections.abc import Callable

import pytest

from app.domain.branch import Branch, Tip
from app.domain.errors import BugError, NameTaken
from app.domain.ids import BranchId, ConversationId, ItemId
from app.store.branches import (
    fork_at,
    fork_before,
    fork_end,
    list_branches,
    make_main,
    name_branch,
    show_branch,
    show_version,
)
from app.store.conversations import branch_conversation, shown_branch
from app.store.driver import Connection, pragma, transaction
from tests.unit.store.writing import Writing

A = ConversationId("a")
MAIN, B, C = (BranchId(name) for name in "abc")


@pytest.fixture
def three(writing: Writing) -> Writing:
    """Conversation a with the items a1, a2 and a3."""
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)
    return writing


def rows(connection: Connection) -> dict[str, int]:
    tables = ("conversation", "branch", "run", "item", "overlay")
    return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}  # noqa: S608


def test_a_fork_ends_with_the_item_it_is_made_at(three: Writing, connection: Connection) -> None:
    before = rows(connection)
    fork_at(connection, A, ItemId("a2"), B, 5)
    assert rows(connection) == {**before, "branch": 2}
    assert three.names("b") == ["a1", "a2"]
    three.question("b", "b3")
    assert (three.names("a"), three.names("b")) == (["a1", "a2", "a3"], ["a1", "a2", "b3"])


@pytest.mark.parametrize(("item", "left"), [("a1", []), ("a2", ["a1"]), ("a3", ["a1", "a2"])])
def test_a_fork_before_an_item_lacks_it(
    three: Writing, connection: Connection, item: str, left: list[str]
) -> None:
    fork_before(connection, A, ItemId(item), B, 5)
    assert three.names("b") == left
    three.question("b", "new")
    assert (three.names("a"), three.names("b")) == (["a1", "a2", "a3"], [*left, "new"])


def test_a_fork_of_a_fork_points_at_the_run_that_owns_its_last_item(
    three: Writing, connection: Connection
) -> None:
    fork_at(connection, A, ItemId("a2"), B, 5)
    three.question("b", "b3")
    fork_before(connection, A, ItemId("b3"), C, 6)
    fork_end(connection, C, BranchId("d"), 7)
    assert [branch.tip for branch in list_branches(connection, A)[2:]] == [Tip(1, 2), Tip(1, 2)]


def test_a_fork_at_the_end_grows_for_itself(three: Writing, connection: Connection) -> None:
    fork_end(connection, MAIN, B, 5)
    three.question("b", "b4")
    three.question("a", "a4")
    assert (three.names("a")[3:], three.names("b")[3:]) == (["a4"], ["b4"])


def test_an_item_of_another_conversation_is_not_forked_at(three: Writing, connection: Connection) -> None:
    three.conversation("other")
    three.question("other", "o1")
    for fork in (fork_at, fork_before):
        with pytest.raises(BugError):
            fork(connection, A, ItemId("o1"), B, 5)
    assert rows(connection)["branch"] == 2


def test_branches_are_listed_with_where_they_part(three: Writing, connection: Connection) -> None:
    fork_at(connection, A, ItemId("a2"), B, 5)
    three.question("b", "b3")
    fork_before(connection, A, ItemId("b3"), C, 6)
    fork_end(connection, B, BranchId("d"), 7)
    three.question("d", "d4")
    fork_before(connection, A, ItemId("a1"), BranchId("e"), 8)
    three.question("e", "e1")
    show_branch(connection, C, 9)
    name_branch(connection, C, "Grüße", 9)
    listed = list_branches(connection, A)
    assert listed[2] == Branch(
        C, A, "Grüße", Tip(1, 2), forked_at=2, is_main=False, is_shown=True, created_at=6
    )
    assert [(each.id, each.length, each.forked_at, each.is_main) for each in listed] == [
        ("a", 3, 0, True),
        ("b", 3, 2, False),
        ("c", 2, 2, False),
        ("d", 4, 3, False),
        ("e", 1, 0, False),
    ]
    assert "Grüße" not in repr(listed)


@pytest.mark.usefixtures("three")
def test_the_branch_shown_is_kept(connection: Connection) -> None:
    fork_at(connection, A, ItemId("a1"), B, 5)
    assert shown_branch(connection, A) == MAIN
    show_branch(connection, B, 9)
    assert shown_branch(connection, A) == B


def test_a_version_is_shown_by_the_newest_branch_that_holds_it(
    three: Writing, connection: Connection
) -> None:
    fork_before(connection, A, ItemId("a2"), B, 5)
    three.question("b", "b2")
    fork_end(connection, B, C, 6)
    assert show_version(connection, A, ItemId("b2"), 9) == C
    assert shown_branch(connection, A) == C
    assert show_version(connection, A, ItemId("a2"), 9) == MAIN


@pytest.mark.usefixtures("three")
def test_a_name_is_borne_once_in_a_conversation(connection: Connection) -> None:
    branch_conversation(connection, A, ConversationId("z"), BranchId("z"), 5)
    fork_end(connection, MAIN, B, 5)
    for branch in (MAIN, MAIN, BranchId("z")):
        name_branch(connection, branch, "x", 9)
    with pytest.raises(NameTaken):
        name_branch(connection, B, "x", 9)
    name_branch(connection, MAIN, None, 9)
    name_branch(connection, B, "x", 9)
    assert [branch.name for branch in list_branches(connection, A)] == [None, "x"]


@pytest.mark.usefixtures("three")
def test_there_is_one_main_line(connection: Connection) -> None:
    fork_end(connection, MAIN, B, 5)
    make_main(connection, B, 9)
    assert [branch.is_main for branch in list_branches(connection, A)] == [False, True]
    make_main(connection, MAIN, 9)
    assert [branch.is_main for branch in list_branches(connection, A)] == [True, False]


@pytest.mark.usefixtures("three")
def test_a_fork_costs_few_bytes(connection: Connection) -> None:
    def size() -> int:
        connection.execute("VACUUM")
        return int(pragma(connection, "PRAGMA page_count")) * 4096

    before, forks = size(), 2_000
    with transaction(connection):
        for number in range(forks):
            fork_at(connection, A, ItemId("a2"), BranchId(f"{number:036}"), 1_763_700_000_000_000)
    each = (size() - before) / forks
    print(f"\na fork: {each:.0f} bytes")
    assert 50 < each < 300


def test_branches_of_a_long_chain_are_listed(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "0")
    with transaction(connection):
        for number in range(1, 2_000):
            fork_end(connection, BranchId(f"{number - 1}" if number > 1 else "a"), BranchId(f"{number}"), 1)
            writing.question("a" if number == 1 else f"{number - 1}", f"old {number}")
            writing.question(f"{number}", f"{number}")
    listed = list_branches(connection, A)
    assert len(writing.path("1999").ranges) == 1999 + 1
    assert [branch.forked_at for branch in listed] == list(range(2_000))


MISSING = BranchId("missing")
ON_ONE: dict[str, Callable[[Connection], object]] = {
    "list": lambda connection: list_branches(connection, ConversationId("missing")),
    "show": lambda connection: show_branch(connection, MISSING, 9),
    "fork": lambda connection: fork_end(connection, MISSING, B, 1),
    "fork at": lambda connection: fork_at(connection, A, ItemId("missing"), B, 1),
}


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("ask", ON_ONE.values(), ids=ON_ONE.keys())
def test_what_does_not_exist_is_our_own_fault(
    connection: Connection, ask: Callable[[Connection], object]
) -> None:
    with pytest.raises(BugError):
        ask(connection)
    assert rows(connection)["branch"] == 1
