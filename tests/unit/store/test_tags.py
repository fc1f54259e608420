import pytest

from app.domain.errors import BugError, EmptyName
from app.domain.ids import ConversationId
from app.domain.library import Tag
from app.store.conversations import trash
from app.store.driver import Connection
from app.store.tags import list_tags, remove_idle_tags, remove_tag, rename_tag, set_tags, tags_of
from tests.unit.store.writing import Writing

A, B, C = (ConversationId(name) for name in "abc")


@pytest.fixture(autouse=True)
def _tagged(writing: Writing, connection: Connection) -> None:
    for name in "abc":
        writing.conversation(name)
    set_tags(connection, A, ["Tea", "boat"])
    set_tags(connection, B, ["tea"])


def test_tags_are_counted_under_their_first_spelling(connection: Connection) -> None:
    assert list_tags(connection) == [Tag("boat", 1), Tag("Tea", 2)]
    assert [tags_of(connection, each) for each in (A, B, C)] == [("boat", "Tea"), ("Tea",), ()]


def test_what_is_in_the_trash_is_not_counted(connection: Connection) -> None:
    trash(connection, B, 2)
    assert list_tags(connection) == [Tag("boat", 1), Tag("Tea", 1)]


def test_tags_are_set_whole_and_those_before_are_told(connection: Connection) -> None:
    assert set_tags(connection, A, ["TEA", " Tea ", "new\nword"]) == ("boat", "Tea")
    assert tags_of(connection, A) == ("new word", "Tea")
    assert [tag.name for tag in list_tags(connection)] == ["new word", "Tea"]


def test_a_tag_goes_with_the_last_that_bears_it(connection: Connection) -> None:
    set_tags(connection, B, [])
    assert list_tags(connection) == [Tag("boat", 1), Tag("Tea", 1)]
    set_tags(connection, A, [])
    assert list_tags(connection) == []


def test_a_renamed_tag_is_the_same_tag(connection: Connection) -> None:
    rename_tag(connection, "TEA", "Größe")
    assert tags_of(connection, B) == ("Größe",)
    rename_tag(connection, "grösse", "größe")
    assert list_tags(connection) == [Tag("boat", 1), Tag("größe", 2)]


def test_a_tag_renamed_to_another_becomes_one_with_it(connection: Connection) -> None:
    set_tags(connection, C, ["boat"])
    rename_tag(connection, "tea", "BOAT")
    assert list_tags(connection) == [Tag("boat", 3)]
    assert tags_of(connection, A) == ("boat",)


def test_a_removed_tag_is_on_no_conversation(connection: Connection) -> None:
    remove_tag(connection, "tea")
    assert (list_tags(connection), tags_of(connection, B)) == ([Tag("boat", 1)], ())


def test_tags_whose_conversations_were_purged_are_forgotten(connection: Connection) -> None:
    connection.execute("DELETE FROM conversation_tag WHERE conversation = 2")
    connection.execute("INSERT INTO tag (name, name_key) VALUES ('idle', 'idle')")
    remove_idle_tags(connection)
    assert [tag.name for tag in list_tags(connection)] == ["boat", "Tea"]


def test_a_tag_needs_a_name_and_must_be_there(connection: Connection) -> None:
    with pytest.raises(EmptyName):
        set_tags(connection, A, [" "])
    with pytest.raises(EmptyName):
        rename_tag(connection, "tea", " ")
    with pytest.raises(BugError):
        rename_tag(connection, "missing", "x")
    with pytest.raises(BugError):
        remove_tag(connection, "missing")
    with pytest.raises(BugError):
        set_tags(connection, ConversationId("missing"), ["x"])
