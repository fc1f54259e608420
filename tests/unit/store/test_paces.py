import pytest

from app.store.copies import bytes_needed
from app.store.driver import Connection
from app.store.kept_values import read_value
from app.store.paces import SlowWork, note_seconds, seconds_expected

CHECK, BACKUP = SlowWork.CHECK, SlowWork.BACKUP


UNTRIED = 20 << 20


def test_the_first_time_a_slow_machine_is_expected(connection: Connection) -> None:
    assert seconds_expected(connection, CHECK) == bytes_needed(connection) / UNTRIED


def test_the_next_time_is_expected_to_take_as_long_for_as_much(connection: Connection) -> None:
    note_seconds(connection, CHECK, 2.0)
    assert seconds_expected(connection, CHECK) == pytest.approx(2.0, rel=0.01)
    assert seconds_expected(connection, BACKUP) < 1
    before = bytes_needed(connection)
    connection.execute("INSERT INTO setting (name, value) VALUES ('big', ?)", ("x" * before,))
    grown = bytes_needed(connection) / before
    assert seconds_expected(connection, CHECK) == pytest.approx(2.0 * grown, rel=0.01)


@pytest.mark.parametrize(("seconds", "is_noted"), [(10.5, False), (20.0, True), (2.0, True)])
def test_only_what_differs_is_written(connection: Connection, seconds: float, *, is_noted: bool) -> None:
    note_seconds(connection, BACKUP, 10.0)
    before = read_value(connection, "pace of a backup")
    note_seconds(connection, BACKUP, seconds)
    assert (read_value(connection, "pace of a backup") != before) is is_noted


def test_what_took_no_time_tells_nothing(connection: Connection) -> None:
    note_seconds(connection, BACKUP, 0.0)
    assert read_value(connection, "pace of a backup") is None
