from app.domain.branch import Tip
from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.import_report import Outcome, Taken
from app.domain.item import Item
from app.domain.parcel import OURS, ParcelItem
from app.domain.undo import Act, Undo
from app.store import branches, conversations, history, overlays, paths, purge, words
from app.store.driver import Connection
from app.store.items import items_between
from tests.unit.store.parceling import item, parcel, take
from tests.unit.store.writing import Writing

FIRST = [item("q"), item("a", "q")]
MORE = [*FIRST, item("q2", "a"), item("a2", "q2")]


def shown(connection: Connection, taken: Taken) -> list[str]:
    return texts(history.page(connection, taken.conversation.id, None, 99).items)


def texts(items: tuple[Item, ...]) -> list[str]:
    return [each.text.removeprefix("Text of ") for each in items]


def all_branches(connection: Connection, taken: Taken) -> list[list[str]]:
    found = []
    for branch in branches.list_branches(connection, taken.conversation.id):
        path = paths.path_to(connection, branch.tip)
        found.append(texts(items_between(connection, path, 1, path.length)))
    return found


def items(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM item").fetchone()[0])


def again(connection: Connection, these: list[ParcelItem], **tips: str) -> Taken:
    return take(connection, parcel(these, tips or None, changed_at=20, title="Another"), named="again")


def test_the_same_once_more_adds_nothing(connection: Connection) -> None:
    taken = take(connection, parcel(MORE))
    same = again(connection, MORE)
    assert (same.outcome, same.items) == (Outcome.KNOWN, 0)
    assert same.conversation == taken.conversation
    assert items(connection) == 4


def test_a_branch_goes_along_with_its_source(connection: Connection) -> None:
    taken = take(connection, parcel(FIRST))
    more = again(connection, MORE)
    assert (more.outcome, more.items, more.conversation.changed_at) == (Outcome.GREW, 2, 20)
    assert more.conversation.title == "Title"
    assert all_branches(connection, taken) == [["q", "a", "q2", "a2"]]
    assert again(connection, MORE).outcome is Outcome.KNOWN
    assert words.is_whole(connection)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_the_person_went_on_with_stays_on_its_branch(connection: Connection, writing: Writing) -> None:
    taken = take(connection, parcel(FIRST))
    writing.question(taken.conversation.shown_branch, "mine")
    again(connection, MORE)
    assert shown(connection, taken) == ["q", "a", "mine"]
    assert all_branches(connection, taken) == [["q", "a", "mine"], ["q", "a", "q2", "a2"]]


def test_what_forked_at_the_source_forks_here(connection: Connection) -> None:
    taken = take(connection, parcel(MORE))
    forked = [*MORE, item("a3", "q2"), item("other", None)]
    assert again(connection, forked, main="a2", second="a3", third="other").items == 2
    assert all_branches(connection, taken) == [["q", "a", "q2", "a2"], ["q", "a", "q2", "a3"], ["other"]]
    assert again(connection, forked, main="a2", second="a3", third="other").outcome is Outcome.KNOWN


def test_only_one_of_two_branches_goes_along(connection: Connection) -> None:
    taken = take(connection, parcel(FIRST))
    again(connection, [*FIRST, item("q2", "a"), item("q3", "a")], main="q2", second="q3")
    assert all_branches(connection, taken) == [["q", "a", "q2"], ["q", "a", "q3"]]


def test_what_was_deleted_here_stays_so(connection: Connection) -> None:
    taken = take(connection, parcel(FIRST))
    last = history.page(connection, taken.conversation.id, None, 9).items[-1].id
    overlays.hide(connection, taken.conversation.id, last, Undo(UndoId("u"), Act.HIDE), 5)
    assert again(connection, FIRST).outcome is Outcome.KNOWN
    again(connection, MORE)
    assert shown(connection, taken) == ["q", "q2", "a2"]


def test_a_branch_that_was_deleted_here_stays_so_even_when_it_is_purged(connection: Connection) -> None:
    taken = take(connection, parcel([*FIRST, item("a1", "q")], {"main": "a", "other": "a1"}))
    connection.execute("UPDATE conversation SET shown_branch = (SELECT min(id) FROM branch)")
    connection.execute("DELETE FROM branch WHERE is_main = 0")
    purge.purge(connection, purge.unneeded(connection))
    assert items(connection) == 2
    whole = [*FIRST, item("a1", "q"), item("went on", "a1")]
    assert again(connection, whole[:3], main="a", other="a1").outcome is Outcome.KNOWN
    again(connection, whole, main="a", other="went on")
    assert all_branches(connection, taken) == [["q", "a"], ["q", "went on"]]


def test_what_was_renamed_here_stays_so(connection: Connection) -> None:
    taken = take(connection, parcel(FIRST))
    conversations.rename(connection, taken.conversation.id, "Mine", 9)
    assert again(connection, MORE).conversation.title == "Mine"


def test_an_empty_branch_goes_along_too(connection: Connection) -> None:
    taken = take(connection, parcel([]))
    again(connection, FIRST)
    assert all_branches(connection, taken) == [["q", "a"]]


def test_a_conversation_of_our_own_grows_by_what_it_lacks(connection: Connection, writing: Writing) -> None:
    writing.conversation("one")
    writing.question("one", "q")
    own = parcel([item("q"), item("a", "q")], {"one": "a"}, origin=OURS, id="one")
    assert take(connection, own).items == 1
    assert texts(history.page(connection, ConversationId("one"), None, 9).items) == ["q", "a"]
    assert take(connection, own).outcome is Outcome.KNOWN


def test_an_item_of_another_conversation_is_not_taken_for_one_of_this(
    connection: Connection, writing: Writing
) -> None:
    writing.conversation("one")
    writing.question("one", "q")
    writing.conversation("two")
    writing.question("two", "x")
    take(connection, parcel([item("q"), item("x", "q")], {"one": "x"}, origin=OURS, id="one"))
    assert texts(history.page(connection, ConversationId("one"), None, 9).items) == ["q", "x"]
    assert writing.names("two") == ["x"]
    assert writing.names("one") != ["q", "x"]


def test_a_name_that_is_taken_is_given_to_no_second_branch(connection: Connection) -> None:
    taken = take(connection, parcel(FIRST))
    branches.name_branch(connection, taken.conversation.shown_branch, "Best", 9)
    grown = parcel([*FIRST, item("b", "q")], {"main": "a", "other": "b"})
    named = tuple(each for each in grown.head.branches)
    best = [each if each.id == "main" else type(each)(each.id, each.tip, 3, "Best") for each in named]
    take(connection, parcel(list(grown.items), branches=tuple(best), shown="main"), named="again")
    found = branches.list_branches(connection, taken.conversation.id)
    assert [each.name for each in found] == ["Best", None]
    assert found[1].tip != Tip(None, 0)
    assert isinstance(found[1].id, str)
    assert BranchId("again 2") == found[1].id
    assert ItemId("again 1") in connection.execute("SELECT public_id FROM item ORDER BY id DESC").fetchone()
