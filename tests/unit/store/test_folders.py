import pytest

from app.domain.errors import BugError, EmptyName, NameTaken, UndoOutdated
from app.domain.ids import ConversationId, FolderId, UndoId
from app.domain.library import Folder
from app.domain.undo import Act, Undo
from app.store import marks, removal, undo
from app.store.conversations import trash
from app.store.driver import Connection, transaction
from app.store.folders import (
    add_folder,
    folder_of,
    list_folders,
    move,
    remove_folder,
    rename_folder,
    within,
)
from tests.unit.store.writing import Writing

WORK, HOME, MISSING = FolderId("work"), FolderId("home"), FolderId("missing")
A, B = ConversationId("a"), ConversationId("b")
U = UndoId("u")


@pytest.fixture(autouse=True)
def _two_folders(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.conversation("b")
    add_folder(connection, WORK, " Work ", 1)
    add_folder(connection, HOME, "home", 1)


def test_folders_are_listed_by_name_with_their_conversations(connection: Connection) -> None:
    move(connection, [A], WORK, U, 1)
    move(connection, [B], WORK, UndoId("v"), 1)
    trash(connection, B, 2)
    assert list_folders(connection) == [Folder(HOME, "home"), Folder(WORK, "Work", 1)]


@pytest.mark.parametrize("name", ["WORK", "work", " Work"])
def test_two_folders_cannot_bear_one_name(connection: Connection, name: str) -> None:
    with pytest.raises(NameTaken):
        add_folder(connection, FolderId("x"), name, 1)
    with pytest.raises(NameTaken):
        rename_folder(connection, HOME, name, U, 1)


def test_a_folder_may_be_spelt_anew(connection: Connection) -> None:
    rename_folder(connection, WORK, "WORK", U, 1)
    assert [folder.name for folder in list_folders(connection)] == ["home", "WORK"]


def test_a_folders_new_name_can_be_undone(connection: Connection) -> None:
    assert rename_folder(connection, WORK, "Trade", U, 2) == Undo(U, Act.RENAME_FOLDER)
    assert [folder.name for folder in list_folders(connection)] == ["home", "Trade"]
    undo.play(connection, U, 9)
    assert [folder.name for folder in list_folders(connection)] == ["home", "Work"]


def test_a_removed_folder_comes_back_beside_one_made_meanwhile(connection: Connection) -> None:
    remove_folder(connection, WORK, U, 3)
    add_folder(connection, FolderId("new"), "new", 4)
    undo.play(connection, U, 9)
    assert [folder.name for folder in list_folders(connection)] == ["home", "new", "Work"]


def test_a_folder_needs_a_name(connection: Connection) -> None:
    with pytest.raises(EmptyName):
        add_folder(connection, FolderId("x"), " \n", 1)
    with pytest.raises(EmptyName):
        rename_folder(connection, WORK, "", U, 1)


def test_a_move_can_be_undone(connection: Connection) -> None:
    assert move(connection, [A], WORK, U, 1) == Undo(U, Act.MOVE)
    move(connection, [A], None, UndoId("v"), 2)
    assert folder_of(connection, A) is None
    assert undo.play(connection, UndoId("v"), 9) == (A,)
    assert folder_of(connection, A) == WORK
    undo.play(connection, U, 9)
    assert folder_of(connection, A) is None


def test_many_are_moved_and_moved_back_at_once(connection: Connection) -> None:
    move(connection, [A, B], WORK, U, 1)
    assert within(connection, WORK) == [B, A]
    undo.play(connection, U, 9)
    assert within(connection, WORK) == []


def test_what_is_archived_is_not_counted(connection: Connection) -> None:
    move(connection, [A, B], WORK, U, 1)
    marks.archive(connection, [A], 2, UndoId("v"), 2)
    assert list_folders(connection) == [Folder(HOME, "home"), Folder(WORK, "Work", 1)]


def test_removing_a_folder_removes_nothing_in_it_and_can_be_undone(connection: Connection) -> None:
    move(connection, [A], WORK, UndoId("m"), 1)
    move(connection, [B], WORK, UndoId("n"), 1)
    trash(connection, B, 2)
    with transaction(connection):
        assert remove_folder(connection, WORK, U, 3) == Undo(U, Act.DELETE_FOLDER)
    assert [folder_of(connection, each) for each in (A, B)] == [None, None]
    assert [folder.id for folder in list_folders(connection)] == [HOME]
    with transaction(connection):
        undo.play(connection, U, 9)
    assert [folder_of(connection, each) for each in (A, B)] == [WORK, WORK]
    with pytest.raises(NameTaken):
        add_folder(connection, FolderId("x"), "work", 1)


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    for ask in (
        lambda: rename_folder(connection, MISSING, "x", U, 1),
        lambda: remove_folder(connection, MISSING, U, 1),
        lambda: move(connection, [A], MISSING, U, 1),
        lambda: move(connection, [ConversationId("x")], WORK, U, 1),
        lambda: within(connection, MISSING),
        lambda: folder_of(connection, ConversationId("x")),
    ):
        with pytest.raises(BugError):
            ask()


def test_a_folder_comes_back_around_all_but_what_was_moved_on_since(connection: Connection) -> None:
    move(connection, [A, B], WORK, UndoId("m"), 1)
    remove_folder(connection, WORK, U, 3)
    move(connection, [A], HOME, UndoId("n"), 4)
    undo.play(connection, U, 9)
    assert [folder_of(connection, each) for each in (A, B)] == [HOME, WORK]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_folder_comes_back_around_all_but_what_was_deleted_for_ever(connection: Connection) -> None:
    move(connection, [A, B], WORK, UndoId("m"), 1)
    remove_folder(connection, WORK, U, 3)
    removal.remove_conversation(connection, A)
    assert undo.concerned(connection, U) == (B,)
    undo.play(connection, U, 9)
    assert within(connection, WORK) == [B]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_folder_whose_name_another_bears_stays_gone(connection: Connection) -> None:
    move(connection, [A, B], WORK, UndoId("m"), 1)
    remove_folder(connection, WORK, U, 3)
    move(connection, [A], HOME, UndoId("n"), 4)
    add_folder(connection, FolderId("x"), "WORK", 5)
    with pytest.raises(UndoOutdated):
        undo.play(connection, U, 9)
    assert [folder_of(connection, each) for each in (A, B)] == [HOME, None]


def test_a_move_is_taken_back_for_those_that_were_not_deleted_for_ever(connection: Connection) -> None:
    move(connection, [A, B], WORK, U, 1)
    removal.remove_conversation(connection, A)
    undo.play(connection, U, 9)
    assert folder_of(connection, B) is None
