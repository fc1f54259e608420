import pytest

from app.domain.branch import Range
from app.domain.errors import BugError
from app.domain.ids import ConversationId, ItemId, SummaryId
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
    made = newest_summary(connection, A, path)
    assert made is not None
    assert (made.item, made.depth, made.text, made.sources) == ("a2", 2, "Text of s", SOURCES)
    assert (made.model, made.created_at, made.changed_at) == ("m", 5, 5)
    change_summary(connection, made.id, "Mine", 9)
    edited = newest_summary(connection, A, path)
    assert edited is not None
    assert (edited.text, edited.model, edited.created_at, edited.changed_at) == ("Mine", None, 5, 9)


def test_a_removed_summary_gives_way_to_the_one_before_it(writing: Writing) -> None:
    add(writing.connection, "s1", "a1")
    add(writing.connection, "s2", "a2")
    remove_summary(writing.connection, SummaryId("s2"))
    assert along(writing, "a") == ["s1"]
    remove_summary(writing.connection, SummaryId("s1"))
    assert newest_summary(writing.connection, A, writing.path("a")) is None


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    for ask in (
        lambda: add(connection, "s", "missing"),
        lambda: add(connection, "s", "a1", ConversationId("missing")),
        lambda: change_summary(connection, SummaryId("x"), "", 1),
        lambda: remove_summary(connection, SummaryId("x")),
    ):
        with pytest.raises(BugError):
            ask()
