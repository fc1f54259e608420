import pytest

from app.domain.errors import BugError
from app.domain.ids import ConversationId
from app.store import marks
from app.store.driver import Connection
from tests.unit.store.writing import Writing

A, MISSING = ConversationId("a"), ConversationId("missing")


@pytest.fixture(autouse=True)
def _one(writing: Writing) -> None:
    writing.conversation("a")


def flags(connection: Connection) -> tuple[int | None, ...]:
    row: tuple[int | None, ...] = connection.execute(
        "SELECT pinned_at, archived_at, is_unread FROM conversation"
    ).fetchone()
    return row


def test_what_is_archived_is_not_pinned_and_the_other_way_round(connection: Connection) -> None:
    marks.pin(connection, A, 5)
    assert flags(connection) == (5, None, 0)
    marks.archive(connection, A, 6)
    assert flags(connection) == (None, 6, 0)
    marks.pin(connection, A, None)
    assert flags(connection) == (None, 6, 0)
    marks.pin(connection, A, 7)
    assert flags(connection) == (7, None, 0)
    marks.archive(connection, A, None)
    assert flags(connection) == (7, None, 0)


def test_a_conversation_is_marked_unread_and_read(connection: Connection) -> None:
    for unread in (True, False):
        marks.mark_unread(connection, A, unread=unread)
        assert flags(connection) == (None, None, int(unread))


def test_settings_are_kept_as_they_are(connection: Connection) -> None:
    assert marks.settings(connection, A) == {}
    marks.set_settings(connection, A, {"temperature": 1.0, "model": "größer\ud83d"})
    assert marks.settings(connection, A) == {"temperature": 1.0, "model": "größer�"}


def test_a_conversation_that_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    for ask in (
        lambda: marks.pin(connection, MISSING, 1),
        lambda: marks.archive(connection, MISSING, 1),
        lambda: marks.mark_unread(connection, MISSING, unread=True),
        lambda: marks.settings(connection, MISSING),
        lambda: marks.set_settings(connection, MISSING, {}),
    ):
        with pytest.raises(BugError):
            ask()
