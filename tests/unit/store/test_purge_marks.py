from app.domain.purged import Purged
from app.store.driver import Connection
from app.store.purge_marks import PurgeMark, forget_purges, last_purge, note_purge, note_removed


def test_purges_are_one_span_of_time(connection: Connection) -> None:
    assert last_purge(connection) is None
    for oldest, now in ((50, 100), (20, 110), (70, 120)):
        note_purge(connection, oldest, now)
    assert last_purge(connection) == PurgeMark(oldest=20, at=120)


def test_a_new_span_begins_when_no_backup_holds_any_of_the_old_one(connection: Connection) -> None:
    note_purge(connection, 20, 100)
    forget_purges(connection)
    assert last_purge(connection) is None
    note_purge(connection, 50, 120)
    assert last_purge(connection) == PurgeMark(50, 120)


def test_what_was_removed_is_yet_to_leave_the_file(connection: Connection) -> None:
    note_removed(connection, Purged())
    assert last_purge(connection) is None
    note_purge(connection, 50, 100)
    note_removed(connection, Purged(texts=1, oldest=70))
    assert last_purge(connection) == PurgeMark(50, None)
    note_purge(connection, 70, 120)
    assert last_purge(connection) == PurgeMark(50, 120)


def test_only_the_mark_that_is_known_is_forgotten(connection: Connection) -> None:
    note_purge(connection, 50, 100)
    note_removed(connection, Purged(texts=1, oldest=70))
    forget_purges(connection, PurgeMark(50, 100))
    assert last_purge(connection) == PurgeMark(50, None)
    forget_purges(connection, PurgeMark(50, None))
    assert last_purge(connection) is None
