from app.store.driver import Connection
from app.store.kept_values import read_value, write_value


def test_a_value_is_kept_under_its_name_until_it_is_forgotten(connection: Connection) -> None:
    assert read_value(connection, "api:one") is None
    for key in ("first", "second"):
        write_value(connection, "api:one", key)
    assert read_value(connection, "api:one") == "second"
    assert read_value(connection, "api:other") is None
    write_value(connection, "api:one", None)
    assert read_value(connection, "api:one") is None
