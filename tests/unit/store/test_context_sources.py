"""Requests are known by the cut that they had."""

import pytest

from app.domain.branch import Range
from app.domain.ids import ConversationId, ItemId, RequestId, SummaryId, UndoId
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.domain.undo import Act, Undo
from app.store import overlays, summaries
from app.store.context_sources import candidates_between, pinned_before, sources
from app.store.driver import Connection
from app.store.requests import begin_request
from tests.unit.store.writing import Writing

A = ConversationId("a")


def answer(writing: Writing, branch: str, name: str, cut: int) -> Item:
    reply = writing.reply(branch, name)
    begin_request(writing.connection, RequestId(f"{name} asked"), reply.id, Ledger("m", cut, (), (), 1, 9), 1)
    return reply


@pytest.fixture(autouse=True)
def talked(writing: Writing) -> None:
    """Three questions, each answered: a2 with cut 1, a4 with cut 2, a6 with cut 3."""
    writing.conversation("a")
    for number, cut in ((1, 1), (3, 2), (5, 3)):
        writing.question("a", f"a{number}")
        answer(writing, "a", f"a{number + 1}", cut)


def cuts(connection: Connection) -> list[int]:
    return [ledger.cut for ledger in sources(connection, A).ledgers]


def fork_behind(writing: Writing, depth: int, name: str = "b") -> None:
    writing.fork("a", name, writing.path("a").tip_at(depth))
    writing.show("a", name)


def test_a_request_goes_on_from_the_newest_along_the_path(writing: Writing, connection: Connection) -> None:
    writing.question("a", "a7")
    found = sources(connection, A)
    assert found.path.ranges == (Range(1, 1, 7),)
    assert [ledger.cut for ledger in found.ledgers] == [3, 2, 1]
    assert found.summary is None


def test_a_reply_made_anew_goes_on_from_the_one_that_it_replaces(
    writing: Writing, connection: Connection
) -> None:
    fork_behind(writing, 5)
    assert cuts(connection) == [3, 2, 1]
    answer(writing, "b", "b6", 4)
    fork_behind(writing, 5, "c")
    assert sorted(cuts(connection)[:2]) == [3, 4]


def test_an_edited_question_goes_on_from_the_one_that_it_replaces(
    writing: Writing, connection: Connection
) -> None:
    fork_behind(writing, 4)
    writing.question("b", "b5")
    assert cuts(connection) == [3, 2, 1]


def test_a_fork_goes_on_from_the_request_that_shares_the_most_and_comes_first(
    writing: Writing, connection: Connection
) -> None:
    fork_behind(writing, 3)
    assert cuts(connection) == [2, 1]
    fork_behind(writing, 1, "c")
    assert cuts(connection) == [1]


def test_one_that_began_behind_the_fork_has_nothing_to_share(
    writing: Writing, connection: Connection
) -> None:
    writing.question("a", "a7")
    answer(writing, "a", "a8", 7)
    fork_behind(writing, 6)
    writing.question("b", "b7")
    assert cuts(connection) == [3, 2, 1]


def test_a_conversation_that_was_never_answered_has_no_ledger(
    writing: Writing, connection: Connection
) -> None:
    other = writing.conversation("other")
    assert sources(connection, other).ledgers == ()
    writing.question("other", "o1")
    assert sources(connection, other).ledgers == ()


def test_the_deepest_summary_along_the_path_is_found(writing: Writing, connection: Connection) -> None:
    for name, item in (("s2", "a2"), ("s4", "a4")):
        summaries.add_summary(
            connection, SummaryId(name), A, ItemId(item), name, sources=(), model=None, now=1
        )
    found = sources(connection, A).summary
    assert found
    assert found.text == "s4"
    fork_behind(writing, 3)
    shared = sources(connection, A).summary
    assert shared
    assert shared.text == "s2"


def test_what_is_shown_between_two_depths_is_weighed(connection: Connection) -> None:
    overlays.hide(connection, A, ItemId("a3"), Undo(UndoId("u"), Act.HIDE), 1)
    found = candidates_between(connection, A, sources(connection, A).path, 2, 5)
    assert [candidate.depth for candidate in found] == [2, 4, 5]


def test_pinned_items_before_a_depth_are_found_along_the_path_alone(
    writing: Writing, connection: Connection
) -> None:
    for item in ("a1", "a5"):
        overlays.pin(connection, A, ItemId(item), 1, 9)
    path = sources(connection, A).path
    assert [pin.depth for pin in pinned_before(connection, A, path, 7)] == [1, 5]
    assert [pin.depth for pin in pinned_before(connection, A, path, 5)] == [1]
    fork_behind(writing, 2)
    writing.question("b", "b3")
    assert [pin.depth for pin in pinned_before(connection, A, sources(connection, A).path, 7)] == [1]
    overlays.hide(connection, A, ItemId("a1"), Undo(UndoId("u"), Act.HIDE), 1)
    assert pinned_before(connection, A, path, 5) == ()
