from app.store.driver import Connection
from app.store.kept_api_keys import read_api_key, write_api_key


def test_a_key_is_kept_under_its_name_until_it_is_forgotten(connection: Connection) -> None:
    assert read_api_key(connection, "api:one") is None
    for key in ("first", "second"):
        write_api_key(connection, "api:one", key)
    assert read_api_key(connection, "api:one") == "second"
    assert read_api_key(connection, "api:other") is None
    write_api_key(connection, "api:one", None)
    assert read_api_key(connection, "api:one") is None
