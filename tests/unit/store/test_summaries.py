from secrets import token_hex

import pytest

from app.domain.branch import Range
from app.domain.errors import BugError, UndoOutdated
from app.domain.ids import BranchId, ConversationId, ItemId, SummaryId, UndoId
from app.domain.undo import Act, Undo
from app.store import conversations, pruning, undo
from app.store.driver import Connection
from app.store.summaries import (
    add_summary,
    change_summary,
    newest_summary,
    remove_summary,
    summaries_along,
)
from tests.unit.store.writing import Writing

A, B = ConversationId("a"), ConversationId("b")
SOURCES = (Range(1, 1, 2),)
U = UndoId("u")


def fresh() -> UndoId:
    return UndoId(token_hex())


@pytest.fixture(autouse=True)
def _forked(writing: Writing) -> None:
    """Items a1 to a3 in run 1; branch `other` leaves behind a1 with x2."""
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)
    writing.fork("a", "other", writing.path("a").tip_at(1))
    writing.question("other", "x2")


def add(connection: Connection, name: str, item: str, conversation: ConversationId = A) -> None:
    add_summary(
        connection,
        SummaryId(name),
        conversation,
        ItemId(item),
        f"Text of {name}",
        sources=SOURCES,
        model="m",
        now=5,
    )


def along(writing: Writing, branch: str, conversation: ConversationId = A) -> list[str]:
    return [str(each.id) for each in summaries_along(writing.connection, conversation, writing.path(branch))]


def test_a_path_has_the_summaries_of_its_items_the_deepest_first(writing: Writing) -> None:
    for name, item in (("s3", "a3"), ("s1", "a1"), ("t2", "x2"), ("later s1", "a1")):
        add(writing.connection, name, item)
    assert along(writing, "a") == ["s3", "later s1", "s1"]
    assert along(writing, "other") == ["t2", "later s1", "s1"]


def test_a_summary_is_of_one_conversation_alone(writing: Writing) -> None:
    writing.conversation("b")
    add(writing.connection, "s", "a1", B)
    assert along(writing, "a") == []
    assert along(writing, "a", B) == ["s"]


def test_a_summary_comes_back_as_it_was_made_until_a_person_edits_it(writing: Writing) -> None:
    connection, path = writing.connection, writing.path("a")
    add(connection, "s", "a2")
    made = newest_summary(connection, A, path, None)
    assert made is not None
    assert (made.item, made.depth, made.text, made.sources) == ("a2", 2, "Text of s", SOURCES)
    assert (made.model, made.created_at, made.changed_at) == ("m", 5, 5)
    change_summary(connection, made.id, "Mine", fresh(), 9)
    edited = newest_summary(connection, A, path, None)
    assert edited is not None
    assert (edited.text, edited.model, edited.created_at, edited.changed_at) == ("Mine", None, 5, 9)


def test_a_removed_summary_gives_way_to_the_one_before_it(writing: Writing) -> None:
    add(writing.connection, "s1", "a1")
    add(writing.connection, "s2", "a2")
    remove_summary(writing.connection, SummaryId("s2"), fresh(), 9)
    assert along(writing, "a") == ["s1"]
    remove_summary(writing.connection, SummaryId("s1"), fresh(), 9)
    assert newest_summary(writing.connection, A, writing.path("a"), None) is None


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    for ask in (
        lambda: add(connection, "s", "missing"),
        lambda: add(connection, "s", "a1", ConversationId("missing")),
        lambda: change_summary(connection, SummaryId("x"), "", fresh(), 1),
        lambda: remove_summary(connection, SummaryId("x"), fresh(), 9),
    ):
        with pytest.raises(BugError):
            ask()


def test_a_removed_summary_can_be_had_back(writing: Writing) -> None:
    add(writing.connection, "s1", "a1")
    made = newest_summary(writing.connection, A, writing.path("a"), None)
    assert remove_summary(writing.connection, SummaryId("s1"), U, 9) == Undo(U, Act.DELETE_SUMMARY)
    add(writing.connection, "s2", "a1")
    assert undo.play(writing.connection, U, 9) == (A,)
    assert made in summaries_along(writing.connection, A, writing.path("a"))


def test_an_edited_summary_can_be_the_models_again(writing: Writing) -> None:
    add(writing.connection, "s1", "a1")
    made = newest_summary(writing.connection, A, writing.path("a"), None)
    assert change_summary(writing.connection, SummaryId("s1"), "Mine", U, 9) == Undo(U, Act.EDIT_SUMMARY)
    undo.play(writing.connection, U, 9)
    assert newest_summary(writing.connection, A, writing.path("a"), None) == made


def test_every_branch_through_its_item_has_a_summary_without_a_copy(writing: Writing) -> None:
    """Found along the path: forking inside a conversation carries nothing."""
    add(writing.connection, "s1", "a1")
    writing.fork("a", "later", writing.path("other").tip_at(2))
    assert along(writing, "later") == ["s1"]
    assert writing.connection.execute("SELECT count(*) FROM summary").fetchone() == (1,)


def test_a_conversation_that_goes_on_from_another_has_its_summaries_and_changes_only_its_own(
    writing: Writing,
) -> None:
    connection = writing.connection
    for name, item in (("s1", "a1"), ("t2", "x2"), ("s3", "a3")):
        add(connection, name, item)
    conversations.branch_conversation(connection, A, B, BranchId("b"), 7)
    path = writing.path("b")
    carried = summaries_along(connection, B, path)
    assert [(each.item, each.text, each.sources, each.model) for each in carried] == [
        ("a3", "Text of s3", SOURCES, "m"),
        ("a1", "Text of s1", SOURCES, "m"),
    ]
    change_summary(connection, carried[0].id, "Mine", fresh(), 9)
    remove_summary(connection, carried[1].id, fresh(), 9)
    assert along(writing, "a") == ["s3", "s1"]
    assert [each.text for each in summaries_along(connection, A, path)] == ["Text of s3", "Text of s1"]
    conversations.branch_conversation(connection, B, ConversationId("c"), BranchId("c"), 8)
    assert [each.text for each in summaries_along(connection, ConversationId("c"), path)] == ["Mine"]


def test_a_detached_branch_takes_copies_along_and_its_undo_takes_them_back(writing: Writing) -> None:
    connection = writing.connection
    for name, item in (("s1", "a1"), ("t2", "x2"), ("s3", "a3")):
        add(connection, name, item)
    pruning.detach(connection, BranchId("other"), B, Undo(U, Act.DETACH), 7)
    carried = summaries_along(connection, B, writing.path("other"))
    assert [(each.item, each.text) for each in carried] == [("x2", "Text of t2"), ("a1", "Text of s1")]
    [(rows,)] = connection.execute("SELECT rows FROM undo")
    assert "Text of" not in rows
    edit = change_summary(connection, carried[0].id, "Mine", fresh(), 9)
    with pytest.raises(UndoOutdated):  # the person's words would be lost with it
        undo.play(connection, U, 9)
    undo.play(connection, edit.id, 9)
    undo.play(connection, U, 9)
    assert along(writing, "other") == ["t2", "s1"]
    assert connection.execute("SELECT count(*) FROM summary").fetchone() == (3,)


def test_what_a_service_has_sealed_is_for_that_service_alone(writing: Writing) -> None:
    connection, path = writing.connection, writing.path("a")
    add(connection, "s1", "a1")
    values = {"sources": SOURCES, "model": "m", "now": 5, "sealed_for": "http://here"}
    add_summary(connection, SummaryId("s2"), A, ItemId("a2"), '["sealed"]', **values)
    found = {where: newest_summary(connection, A, path, where) for where in (None, "http://here", "http://x")}
    assert {where: each and each.id for where, each in found.items()} == {
        None: "s1",
        "http://here": "s2",
        "http://x": "s1",
    }
    change_summary(connection, SummaryId("s2"), "In my own words", U, 9)
    edited = newest_summary(connection, A, path, None)
    assert (edited and edited.id, edited and edited.sealed_for) == ("s2", None)
    undo.play(connection, U, 9)
    assert newest_summary(connection, A, path, "http://here") == found["http://here"]
