from app.domain.branch import Path, Range
from app.domain.ids import BranchId, ConversationId, ItemId, RequestId, UndoId
from app.domain.item import ItemState
from app.domain.undo import Act, Undo
from app.store.branches import fork_before, list_branches, show_branch
from app.store.driver import Connection
from app.store.history import page, page_after, page_around, shown_between, shown_path
from app.store.overlays import hide
from app.store.requests import begin_request
from app.store.versions import versions_between
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import LEDGER, Writing

A = ConversationId("a")


def test_a_page_is_of_the_branch_that_is_shown(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for name in ("a1", "a2"):
        writing.question("a", name)
    writing.fork("a", "b", writing.path("a").tip_at(1))
    writing.question("b", "b2")
    writing.show("a", "b")
    shown = page(connection, A, None, 10)
    assert ([item.id for item in shown.items], shown.length) == (["a1", "b2"], 2)


def test_the_newest_ledger_along_the_path_comes_with_it(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    assert shown_path(connection, A) == (Path(()), None)
    writing.question("a", "a1")
    reply = writing.reply("a", "a2", ItemState.COMPLETE)
    begin_request(connection, RequestId("r"), reply.id, LEDGER, 1)
    assert shown_path(connection, A) == (Path((Range(1, 1, 2),)), LEDGER)
    assert page(connection, A, None, 10).ledger == LEDGER


def fill(writing: Writing, count: int = 9) -> None:
    """Conversation a with so many items, and another version of the third on the branch b."""
    writing.conversation("a")
    for number in range(1, count + 1):
        writing.question("a", f"a{number}")
    fork_before(writing.connection, A, ItemId("a3"), BranchId("b"), 2)
    writing.question("b", "b3")


def test_pages_lead_both_ways(writing: Writing, connection: Connection) -> None:
    fill(writing)
    before, after = page(connection, A, 5, 2), page_after(connection, A, 5, 2)
    assert [item.id for item in before.items] == ["a3", "a4"]
    assert [item.id for item in after.items] == ["a6", "a7"]
    assert (before.has_earlier, before.has_later, page_after(connection, A, 7, 2).has_later) == (
        True,
        True,
        False,
    )


def test_a_page_is_filled_across_what_is_hidden(writing: Writing, connection: Connection) -> None:
    fill(writing)
    for number in (2, 4, 5, 6, 7, 8):
        hide(connection, A, ItemId(f"a{number}"), Undo(UndoId(f"{number}"), Act.HIDE), 3)
    assert [item.id for item in page(connection, A, None, 2).items] == ["a3", "a9"]
    assert [item.id for item in page_after(connection, A, 0, 2).items] == ["a1", "a3"]
    assert [item.id for item in shown_between(connection, A, 2, 8)] == ["a3"]
    assert page(connection, A, None, 0).items == ()


def test_a_page_is_made_around_an_item_of_any_branch(writing: Writing, connection: Connection) -> None:
    fill(writing)
    found = page_around(connection, A, ItemId("a5"), 4)
    assert (found.branch, [item.id for item in found.page.items]) == ("a", ["a3", "a4", "a5", "a6"])
    found = page_around(connection, A, ItemId("b3"), 4)
    assert (found.branch, [item.id for item in found.page.items]) == ("b", ["a1", "a2", "b3"])
    show_branch(connection, BranchId("b"), 9)
    assert page_around(connection, A, ItemId("a1"), 4).branch == "b"


def test_pages_versions_and_branches_are_found_by_index(writing: Writing, connection: Connection) -> None:
    fill(writing)

    def ask() -> None:
        page(connection, A, None, 5)
        page_after(connection, A, 1, 5)
        page_around(connection, A, ItemId("a5"), 4)
        versions_between(connection, A, 1, 9)

    found = plans(connection, ask)
    assert len(found) > 10
    few = {"CONSTANT", "step", "part", "onwards", "back", "line", "place"}
    for statement, plan in found.items():
        read_whole = {line.split()[1] for line in plan.splitlines() if line.startswith("SCAN")}
        assert not read_whole - few, f"{statement}\n{plan}"
        assert "TEMP B-TREE FOR ORDER BY" not in plan
    assert "SCAN branch" not in "".join(plans(connection, lambda: list_branches(connection, A)).values())
