import pytest

from app.domain.errors import BugError
from app.domain.ids import ConversationId, UndoId
from app.domain.undo import Act, Undo
from app.store import marks, undo
from app.store.driver import Connection
from tests.unit.store.writing import Writing

A, B, MISSING = ConversationId("a"), ConversationId("b"), ConversationId("missing")
U = UndoId("u")


@pytest.fixture(autouse=True)
def _two(writing: Writing) -> None:
    writing.conversation("a")
    writing.conversation("b")


def flags(connection: Connection) -> list[tuple[int | None, ...]]:
    return connection.execute(
        "SELECT pinned_at, archived_at, is_unread FROM conversation ORDER BY id"
    ).fetchall()


def test_what_is_archived_is_not_pinned_and_the_other_way_round(connection: Connection) -> None:
    marks.pin(connection, [A], 5, UndoId("1"), 5)
    assert flags(connection)[0] == (5, None, 0)
    marks.archive(connection, [A], 6, UndoId("2"), 6)
    assert flags(connection)[0] == (None, 6, 0)
    marks.pin(connection, [A], None, UndoId("3"), 6)
    assert flags(connection)[0] == (None, 6, 0)
    marks.pin(connection, [A], 7, UndoId("4"), 7)
    assert flags(connection)[0] == (7, None, 0)
    marks.archive(connection, [A], None, UndoId("5"), 7)
    assert flags(connection)[0] == (7, None, 0)


def test_many_are_archived_and_all_of_it_is_taken_back(connection: Connection) -> None:
    marks.pin(connection, [A], 5, UndoId("p"), 5)
    before = flags(connection)
    assert marks.archive(connection, [A, B], 6, U, 6) == Undo(U, Act.ARCHIVE)
    assert flags(connection) == [(None, 6, 0), (None, 6, 0)]
    undo.play(connection, U, 9)
    assert flags(connection) == before


def test_a_pin_is_taken_back(connection: Connection) -> None:
    assert marks.pin(connection, [A, B], 5, U, 5) == Undo(U, Act.PIN)
    undo.play(connection, U, 9)
    assert flags(connection) == [(None, None, 0), (None, None, 0)]


def test_what_changes_is_marked_unread_or_read_and_told(connection: Connection) -> None:
    assert marks.mark_unread(connection, [A], unread=True) == [A]
    assert marks.mark_unread(connection, [A, B], unread=True) == [B]
    assert flags(connection) == [(None, None, 1), (None, None, 1)]
    assert marks.mark_unread(connection, [A, B, MISSING], unread=False) == [A, B]
    assert flags(connection) == [(None, None, 0), (None, None, 0)]


def test_settings_are_kept_as_they_are(connection: Connection) -> None:
    assert marks.settings(connection, A) == {}
    marks.set_settings(connection, A, {"temperature": 1.0, "model": "größer\ud83d"})
    assert marks.settings(connection, A) == {"temperature": 1.0, "model": "größer�"}


def test_a_conversation_that_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    for ask in (
        lambda: marks.pin(connection, [MISSING], 1, U, 1),
        lambda: marks.archive(connection, [MISSING], 1, U, 1),
        lambda: marks.settings(connection, MISSING),
        lambda: marks.set_settings(connection, MISSING, {}),
    ):
        with pytest.raises(BugError):
            ask()
