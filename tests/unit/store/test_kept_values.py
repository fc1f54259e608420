from app.store.driver import Connection
from app.store.kept_values import read_value, read_values, write_value


def test_a_value_is_kept_under_its_name_until_it_is_forgotten(connection: Connection) -> None:
    assert read_value(connection, "api:one") is None
    for key in ("first", "second"):
        write_value(connection, "api:one", key)
    assert read_value(connection, "api:one") == "second"
    assert read_value(connection, "api:other") is None
    write_value(connection, "api:one", None)
    assert read_value(connection, "api:one") is None


def test_values_can_be_read_by_the_beginning_of_their_names(connection: Connection) -> None:
    for name in ("api:two", "api:one", "ap", "api%", "API:three"):
        write_value(connection, name, name.upper())
    assert read_values(connection, "api:") == {"one": "API:ONE", "two": "API:TWO"}
