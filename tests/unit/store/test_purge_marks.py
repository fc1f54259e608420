from app.store.driver import Connection
from app.store.purge_marks import PurgeMark, forget_purges, last_purge, note_purge


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
