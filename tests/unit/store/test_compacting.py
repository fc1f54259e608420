from collections.abc import Callable, Mapping
from secrets import token_hex

import pytest

from app.domain.branch import Range
from app.domain.errors import ConversationInTrash
from app.domain.ids import ConversationId, ItemId, SummaryId, UndoId
from app.domain.summary import Summary
from app.domain.undo import Act, Undo
from app.store import conversations, overlays, removal, summaries
from app.store.compacting import ground, keep_summary, tellable
from app.store.driver import Connection
from tests.unit.store.writing import Writing

A = ConversationId("a")
ALL = {ItemId("a1"): 0, ItemId("a2"): 0, ItemId("a3"): 0}


@pytest.fixture(autouse=True)
def _written(writing: Writing) -> None:
    writing.conversation("a")
    for name in ("a1", "a2", "a3", "a4"):
        writing.question("a", name)
    writing.show("a", "a")


def undo(act: Act) -> Undo:
    return Undo(UndoId(token_hex()), act)


def made(name: str, depth: int, text: str = "They talked.") -> Summary:
    sources = (Range(1, 1, depth),)
    return Summary(SummaryId(name), ItemId(f"a{depth}"), depth, text, sources, "m", 5, 5)


def keep(
    writing: Writing,
    summary: Summary,
    told: Mapping[ItemId, int] = ALL,
    behind: Summary | None = None,
    *,
    replaces: bool = False,
) -> bool:
    return keep_summary(writing.connection, A, summary, behind, told, replaces=replaces)


def kept(writing: Writing) -> list[Summary]:
    return summaries.shown_summaries(writing.connection, A)


def test_a_summary_is_kept_and_stands_where_the_next_begins(writing: Writing) -> None:
    assert keep(writing, made("s", 3))
    path, summary = ground(writing.connection, A, None)
    assert (path.length, summary) == (4, made("s", 3))
    assert kept(writing) == [made("s", 3)]


def test_what_is_excluded_or_deleted_is_not_told(writing: Writing) -> None:
    connection = writing.connection
    overlays.exclude(connection, A, ItemId("a2"), 1, 9)
    overlays.hide(connection, A, ItemId("a3"), undo(Act.HIDE), 1)
    path, _ = ground(connection, A, None)
    assert [each.item.id for each in tellable(connection, A, path, 1, 4)] == ["a1", "a4"]
    assert [each.item.id for each in tellable(connection, A, path, 4, 4)] == ["a4"]


def test_a_summary_of_what_was_changed_meanwhile_is_not_kept(writing: Writing) -> None:
    connection = writing.connection
    overlays.exclude(connection, A, ItemId("a4"), 1, 9)  # behind it: no matter
    assert keep(writing, made("s", 3))
    overlays.exclude(connection, A, ItemId("a2"), 1, 9)
    assert not keep(writing, made("t", 3))
    overlays.exclude(connection, A, ItemId("a2"), None, 9)
    overlays.edit(connection, A, ItemId("a2"), '{"type":"message","content":"x"}', undo(Act.EDIT), 1)
    assert not keep(writing, made("u", 3))
    assert kept(writing) == [made("s", 3)]


def test_a_summary_that_lacks_what_was_excluded_then_is_not_kept_once_that_is_told_again(
    writing: Writing,
) -> None:
    overlays.exclude(writing.connection, A, ItemId("a2"), 1, 9)
    without = {ItemId("a1"): 0, ItemId("a3"): 0}
    assert keep(writing, made("s", 3), without)
    overlays.exclude(writing.connection, A, ItemId("a2"), None, 9)
    assert not keep(writing, made("t", 3), without)


def test_a_step_on_the_way_gives_way_to_the_next(writing: Writing) -> None:
    first, second = made("s", 2), made("t", 3)
    assert keep(writing, first, {ItemId("a1"): 0, ItemId("a2"): 0})
    assert keep(writing, second, {ItemId("a3"): 0}, first, replaces=True)
    assert kept(writing) == [second]


def test_a_summary_of_an_earlier_time_stays_beside_the_next(writing: Writing) -> None:
    first, second = made("s", 2), made("t", 3)
    keep(writing, first, {ItemId("a1"): 0, ItemId("a2"): 0})
    assert keep(writing, second, {ItemId("a3"): 0}, first)
    assert kept(writing) == [second, first]


def test_what_a_person_has_made_of_a_step_is_neither_lost_nor_passed_over(writing: Writing) -> None:
    first, second = made("s", 2), made("t", 3)
    keep(writing, first, {ItemId("a1"): 0, ItemId("a2"): 0})
    summaries.change_summary(writing.connection, first.id, "Mine", UndoId("u"), 9)
    assert not keep(writing, second, {ItemId("a3"): 0}, first, replaces=True)
    assert [each.text for each in kept(writing)] == ["Mine"]


def test_a_removed_summary_is_not_gone_on_from(writing: Writing) -> None:
    first, second = made("s", 2), made("t", 3)
    keep(writing, first, {ItemId("a1"): 0, ItemId("a2"): 0})
    summaries.remove_summary(writing.connection, first.id, UndoId("u"), 9)
    assert not keep(writing, second, {ItemId("a3"): 0}, first, replaces=True)


@pytest.mark.parametrize(
    "go", [lambda c: conversations.trash(c, A, 9), lambda c: removal.remove_conversation(c, A)]
)
def test_nothing_is_summed_up_in_the_trash_or_of_what_is_gone(
    writing: Writing, go: Callable[[Connection], object]
) -> None:
    path, _ = ground(writing.connection, A, None)
    go(writing.connection)
    with pytest.raises(ConversationInTrash):
        ground(writing.connection, A, None)
    with pytest.raises(ConversationInTrash):
        tellable(writing.connection, A, path, 1, 4)
    with pytest.raises(ConversationInTrash):
        keep(writing, made("s", 3))
