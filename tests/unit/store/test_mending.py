"""Rows go missing from an archive that does not enforce its references, as a damaged file would have it."""

import pytest

from app.domain.branch import Tip
from app.domain.ids import ConversationId
from app.store import conversations, history
from app.store.driver import Connection, transaction
from app.store.mending import Mended, mend
from tests.unit.store.damage import new_ids
from tests.unit.store.writing import ONE, Writing


@pytest.fixture
def torn(connection: Connection, writing: Writing) -> Connection:
    """Two branches: `one` with five items, and `other` which leaves behind the third and has one more."""
    with transaction(connection):
        writing.conversation(ONE)
        for number in range(5):
            writing.question(ONE, f"q{number}", now=(1 + number) * 1_000_000)
        writing.fork(ONE, "other", Tip(1, 3))
        writing.question("other", "q-other", now=9_000_000)
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def mended(connection: Connection, *, pointers_are_lost: bool = False) -> Mended:
    told = mend(connection, pointers_are_lost=pointers_are_lost, now=99, new_id=new_ids())
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return told


def test_what_fits_together_is_left_alone(torn: Connection) -> None:
    before = torn.total_changes
    assert mended(torn) == Mended(places=0, dropped=0, loose_ends=0)
    assert torn.total_changes == before


@pytest.mark.parametrize("lost", ["q0", "q2", "q4", "q-other"])
def test_a_lost_item_keeps_its_place_and_says_so(torn: Connection, writing: Writing, lost: str) -> None:
    torn.execute("DELETE FROM item WHERE public_id = ?", (lost,))
    assert mended(torn).places == 1
    assert len(writing.names(ONE)) == 5
    assert len(writing.names("other")) == 4
    (item,) = [item for item in history.page(torn, ONE, None, 9).items if item.fault] or [None]
    assert item is None if lost == "q-other" else item and item.fault and item.fault.kind == "ItemLost"


def test_a_run_that_is_lost_stands_for_itself_with_its_places(torn: Connection, writing: Writing) -> None:
    torn.execute("DELETE FROM run WHERE parent IS NOT NULL")
    assert mended(torn).places == 3
    assert writing.names("other")[3] == "q-other"
    assert writing.names(ONE) == [f"q{number}" for number in range(5)]


def test_a_conversation_that_is_lost_comes_back_under_another_title(torn: Connection) -> None:
    torn.execute("DELETE FROM conversation")
    assert mended(torn, pointers_are_lost=True).loose_ends == 1
    (found,) = conversations.list_conversations(torn)
    assert found.title == "Recovered conversation"
    assert len(history.page(torn, found.id, None, 9).items) == 5  # the main line


def test_items_that_no_branch_leads_to_get_a_conversation(torn: Connection) -> None:
    torn.execute("DELETE FROM branch")
    assert mended(torn, pointers_are_lost=True).loose_ends == 2
    found = conversations.list_conversations(torn)
    lengths = {each.title: [] for each in found}
    for each in found:
        lengths[each.title].append(len(history.page(torn, each.id, None, 9).items))
    assert {title: sorted(of) for title, of in lengths.items()} == {
        "Title of one": [0],
        "Recovered conversation": [4, 5],
    }


def test_without_a_lost_pointer_what_is_left_behind_stays_so(torn: Connection) -> None:
    torn.execute("UPDATE branch SET run = 1, depth = 2 WHERE name = 'other'")
    assert mended(torn) == Mended(0, 0, 0)


def test_what_belongs_to_something_lost_is_dropped(torn: Connection) -> None:
    torn.execute("INSERT INTO journal (item, position, text) VALUES (12345, 0, 'gone')")
    torn.execute("INSERT INTO note (public_id, conversation, item, text, created_at, changed_at) "
                 "VALUES ('n', 1, 12345, 'stays', 1, 1)")  # fmt: skip
    torn.execute("UPDATE conversation SET folder = 7")
    assert mended(torn).dropped == 1
    assert torn.execute("SELECT count(*) FROM note WHERE item IS NULL").fetchone() == (1,)
    assert conversations.find_conversation(torn, ConversationId(ONE)).title == "Title of one"
