from secrets import token_hex

import pytest

from app.domain.errors import BugError, EmptyName, UndoOutdated
from app.domain.ids import ConversationId, UndoId
from app.domain.library import Tag
from app.domain.undo import Act, Undo
from app.store import removal, undo
from app.store.conversations import trash
from app.store.driver import Connection
from app.store.tags import (
    add_tag,
    list_tags,
    remove_idle_tags,
    remove_tag,
    rename_tag,
    set_tags,
    tags_of,
    take_tag,
)
from tests.unit.store.writing import Writing

U = UndoId("u")
A, B, C = (ConversationId(name) for name in "abc")


@pytest.fixture(autouse=True)
def _tagged(writing: Writing, connection: Connection) -> None:
    for name in "abc":
        writing.conversation(name)
    set_tags(connection, A, ["Tea", "boat"], 9)
    set_tags(connection, B, ["tea"], 9)


def test_tags_are_counted_under_their_first_spelling(connection: Connection) -> None:
    assert list_tags(connection) == [Tag("boat", 1), Tag("Tea", 2)]
    assert [tags_of(connection, each) for each in (A, B, C)] == [("boat", "Tea"), ("Tea",), ()]


def test_what_is_in_the_trash_is_not_counted(connection: Connection) -> None:
    trash(connection, B, 2)
    assert list_tags(connection) == [Tag("boat", 1), Tag("Tea", 1)]


def test_tags_are_set_whole_and_those_before_are_told(connection: Connection) -> None:
    assert set_tags(connection, A, ["TEA", " Tea ", "new\nword"], 9) == ("boat", "Tea")
    assert tags_of(connection, A) == ("new word", "Tea")
    assert [tag.name for tag in list_tags(connection)] == ["new word", "Tea"]


def test_a_tag_goes_with_the_last_that_bears_it(connection: Connection) -> None:
    set_tags(connection, B, [], 9)
    assert list_tags(connection) == [Tag("boat", 1), Tag("Tea", 1)]
    set_tags(connection, A, [], 9)
    assert list_tags(connection) == []


def test_a_renamed_tag_is_the_same_tag(connection: Connection) -> None:
    rename_tag(connection, "TEA", "Größe", UndoId(token_hex()), 5)
    assert tags_of(connection, B) == ("Größe",)
    rename_tag(connection, "grösse", "größe", UndoId(token_hex()), 5)
    assert list_tags(connection) == [Tag("boat", 1), Tag("größe", 2)]


def test_a_tag_renamed_to_another_becomes_one_with_it(connection: Connection) -> None:
    set_tags(connection, C, ["boat"], 9)
    rename_tag(connection, "tea", "BOAT", UndoId(token_hex()), 5)
    assert list_tags(connection) == [Tag("boat", 3)]
    assert tags_of(connection, A) == ("boat",)


def test_a_removed_tag_is_on_no_conversation(connection: Connection) -> None:
    remove_tag(connection, "tea", UndoId(token_hex()), 5)
    assert (list_tags(connection), tags_of(connection, B)) == ([Tag("boat", 1)], ())


def test_tags_whose_conversations_were_purged_are_forgotten(connection: Connection) -> None:
    connection.execute("DELETE FROM conversation_tag WHERE conversation = 2")
    connection.execute("INSERT INTO tag (name, name_key) VALUES ('idle', 'idle')")
    remove_idle_tags(connection)
    assert [tag.name for tag in list_tags(connection)] == ["boat", "Tea"]


def test_a_tag_needs_a_name_and_must_be_there(connection: Connection) -> None:
    with pytest.raises(EmptyName):
        set_tags(connection, A, [" "], 9)
    with pytest.raises(EmptyName):
        rename_tag(connection, "tea", " ", UndoId(token_hex()), 5)
    with pytest.raises(BugError):
        rename_tag(connection, "missing", "x", UndoId(token_hex()), 5)
    with pytest.raises(BugError):
        remove_tag(connection, "missing", UndoId(token_hex()), 5)
    with pytest.raises(BugError):
        set_tags(connection, ConversationId("missing"), ["x"], 9)


def test_a_removed_tag_is_had_back_on_all_that_bore_it(connection: Connection) -> None:
    assert remove_tag(connection, "tea", U, 5) == Undo(U, Act.DELETE_TAG)
    set_tags(connection, C, ["new"], 9)
    assert set(undo.play(connection, U, 9)) == {A, B}
    assert list_tags(connection) == [Tag("boat", 1), Tag("new", 1), Tag("Tea", 2)]
    assert [tags_of(connection, each) for each in (A, B, C)] == [("boat", "Tea"), ("Tea",), ("new",)]


def test_a_tags_new_name_can_be_undone(connection: Connection) -> None:
    assert rename_tag(connection, "tea", "Chai", U, 5) == Undo(U, Act.RENAME_TAG)
    undo.play(connection, U, 9)
    assert list_tags(connection) == [Tag("boat", 1), Tag("Tea", 2)]


def test_two_tags_that_became_one_are_two_again(connection: Connection) -> None:
    set_tags(connection, C, ["boat"], 9)
    rename_tag(connection, "tea", "BOAT", U, 5)
    assert list_tags(connection) == [Tag("boat", 3)]
    undo.play(connection, U, 9)
    assert list_tags(connection) == [Tag("boat", 2), Tag("Tea", 2)]
    assert [tags_of(connection, each) for each in (A, B, C)] == [("boat", "Tea"), ("Tea",), ("boat",)]


def test_what_bears_a_removed_tag_anew_refuses_the_undo(connection: Connection) -> None:
    remove_tag(connection, "tea", U, 5)
    set_tags(connection, C, ["TEA"], 9)
    with pytest.raises(UndoOutdated):
        undo.play(connection, U, 9)
    assert list_tags(connection) == [Tag("boat", 1), Tag("TEA", 1)]


def test_a_tag_is_put_on_many_and_taken_off_many(connection: Connection) -> None:
    add_tag(connection, [A, B, C], " Kiln ", 9)
    assert [tags_of(connection, each) for each in (A, B, C)] == [
        ("boat", "Kiln", "Tea"),
        ("Kiln", "Tea"),
        ("Kiln",),
    ]
    take_tag(connection, [A, B, C], "TEA", 9)
    assert [tags_of(connection, each) for each in (A, B, C)] == [("boat", "Kiln"), ("Kiln",), ("Kiln",)]
    with pytest.raises(EmptyName):
        add_tag(connection, [A], " ", 9)


def test_a_removed_tag_is_had_back_on_those_that_were_not_deleted_for_ever(connection: Connection) -> None:
    remove_tag(connection, "tea", U, 5)
    removal.remove_conversation(connection, A)
    assert undo.play(connection, U, 9) == (B,)
    assert tags_of(connection, B) == ("Tea",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_two_tags_are_two_again_on_those_that_were_not_deleted_for_ever(connection: Connection) -> None:
    set_tags(connection, C, ["boat"], 9)
    rename_tag(connection, "tea", "boat", U, 5)
    removal.remove_conversation(connection, A)
    undo.play(connection, U, 9)
    assert [tags_of(connection, each) for each in (B, C)] == [("Tea",), ("boat",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_two_tags_are_two_again_also_where_one_was_taken_off_since(connection: Connection) -> None:
    set_tags(connection, C, ["boat"], 9)
    rename_tag(connection, "tea", "boat", U, 5)
    take_tag(connection, [B], "boat", 9)
    undo.play(connection, U, 9)
    assert [tags_of(connection, each) for each in (A, B, C)] == [("boat", "Tea"), ("Tea",), ("boat",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_removed_tag_that_nobody_would_bear_stays_gone(connection: Connection) -> None:
    remove_tag(connection, "boat", U, 5)
    removal.remove_conversation(connection, A)
    assert not undo.is_kept(connection, U)
