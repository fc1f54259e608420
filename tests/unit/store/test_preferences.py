import pytest

from app.domain.preference import Preference
from app.store.driver import Connection
from app.store.preferences import forget_preference, read_preference, write_preference

DAYS = Preference("days", 30)


@pytest.mark.parametrize(
    ("default", "value"), [(True, False), (1, 2**70), (1.0, 2.0), ("a", "grüße\0\ud83d")]
)
def test_a_value_comes_back_in_its_type(
    connection: Connection, default: bool | float | str, value: bool | float | str
) -> None:
    preference = Preference("name", default)
    assert read_preference(connection, preference) == default
    write_preference(connection, preference, value)
    kept = read_preference(connection, preference)
    assert type(kept) is type(value)
    assert kept == (value.replace("\ud83d", "�") if isinstance(value, str) else value)


def test_the_newest_value_counts_until_it_is_forgotten(connection: Connection) -> None:
    for value in (1, 2):
        write_preference(connection, DAYS, value)
    assert read_preference(connection, DAYS) == 2
    forget_preference(connection, DAYS)
    assert read_preference(connection, DAYS) == 30


def test_what_another_version_has_kept_there_counts_as_not_set(connection: Connection) -> None:
    write_preference(connection, Preference("days", "many"), "few")
    assert read_preference(connection, DAYS) == 30
