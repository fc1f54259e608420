from secrets import token_hex

import pytest

from app.domain.errors import BugError
from app.domain.ids import ConversationId, ItemId, NoteId, UndoId
from app.domain.note import Note
from app.domain.purged import Purged
from app.domain.undo import Act, Undo
from app.store import purge_marks, removal, undo, words
from app.store.driver import Connection
from app.store.notes import add_note, change_note, notes_of, remove_note
from app.store.purge_marks import PurgeMark
from tests.unit.store.test_words import found
from tests.unit.store.writing import Writing

A, B, ITEM, N, M = ConversationId("a"), ConversationId("b"), ItemId("q"), NoteId("n"), NoteId("m")

U = UndoId("u")


def fresh() -> UndoId:
    return UndoId(token_hex())


@pytest.fixture(autouse=True)
def _one_item(writing: Writing) -> None:
    writing.conversation("a")
    writing.conversation("b")
    writing.question("a", "q")


def test_notes_belong_to_a_conversation_or_to_an_item_in_it(connection: Connection) -> None:
    first = add_note(connection, N, A, None, "of the whole", 3)
    second = add_note(connection, M, A, ITEM, "of the item", 4)
    assert (first, second) == (Note(N, None, "of the whole", 3, 3), Note(M, ITEM, "of the item", 4, 4))
    assert notes_of(connection, A) == [first, second]
    assert notes_of(connection, B) == []


def test_a_note_is_changed_and_removed(connection: Connection) -> None:
    add_note(connection, N, A, ITEM, "one", 3)
    change_note(connection, N, "two", fresh(), 5)
    assert notes_of(connection, A) == [Note(N, ITEM, "two", 3, 5)]
    remove_note(connection, N, fresh(), 6)
    assert notes_of(connection, A) == []


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    for ask in (
        lambda: add_note(connection, N, ConversationId("x"), None, "", 1),
        lambda: add_note(connection, N, A, ItemId("x"), "", 1),
        lambda: change_note(connection, N, "", fresh(), 1),
        lambda: remove_note(connection, N, fresh(), 6),
    ):
        with pytest.raises(BugError):
            ask()
    assert notes_of(connection, A) == []


def test_its_words_are_found_as_long_as_they_stand(connection: Connection) -> None:
    add_note(connection, N, A, None, "celadon", 3)
    assert found(connection, "celadon", "note_words")
    change_note(connection, N, "porcelain", fresh(), 4)
    assert not found(connection, "celadon", "note_words")
    assert found(connection, "porcelain", "note_words")
    remove_note(connection, N, fresh(), 6)
    assert not found(connection, "porcelain", "note_words")
    assert words.is_whole(connection)


def test_a_removed_note_can_be_had_back_and_found_again(connection: Connection) -> None:
    note = add_note(connection, N, A, ITEM, "celadon", 3)
    assert remove_note(connection, N, U, 4) == Undo(U, Act.DELETE_NOTE)
    add_note(connection, M, A, None, "other", 5)
    assert undo.play(connection, U, 9) == (A,)
    assert notes_of(connection, A)[0] == note
    assert found(connection, "celadon", "note_words")
    assert words.is_whole(connection)


def test_a_changed_note_can_be_as_it_was(connection: Connection) -> None:
    note = add_note(connection, N, A, None, "celadon", 3)
    assert change_note(connection, N, "porcelain", U, 4) == Undo(U, Act.EDIT_NOTE)
    undo.play(connection, U, 9)
    assert notes_of(connection, A) == [note]
    assert not found(connection, "porcelain", "note_words")
    assert found(connection, "celadon", "note_words")
    assert words.is_whole(connection)


def test_nothing_of_a_note_outlives_its_conversation(connection: Connection) -> None:
    add_note(connection, N, A, None, "celadon", 3)
    remove_note(connection, N, U, 4)
    assert removal.remove_conversation(connection, A).texts == 1
    assert not undo.is_kept(connection, U)


def test_a_note_that_nobody_can_have_back_is_noted_as_gone(connection: Connection) -> None:
    add_note(connection, N, A, None, "celadon", 3)
    add_note(connection, M, A, None, "porcelain", 4)
    other = fresh()
    remove_note(connection, N, U, 5)
    remove_note(connection, M, other, 6)
    undo.play(connection, other, 9)
    assert purge_marks.last_purge(connection) is None
    assert undo.forget(connection, U) == Purged(texts=1, oldest=3)
    assert purge_marks.last_purge(connection) == PurgeMark(3, None)
    assert undo.forget(connection, U) == Purged()
