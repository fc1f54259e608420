from app.domain.settings import ProviderSettings
from app.store.driver import Connection
from app.store.saved_settings import read_provider, write_provider

FIRST = ProviderSettings("http://127.0.0.1:8080/v1", "a model", 4096)
SECOND = ProviderSettings("https://bücher.example/v1", "größer/模型")


def test_before_anything_is_set_there_is_nothing(connection: Connection) -> None:
    assert read_provider(connection) is None


def test_the_newest_setting_counts(connection: Connection) -> None:
    for provider in (FIRST, SECOND):
        write_provider(connection, provider)
        assert read_provider(connection) == provider
    assert connection.execute("SELECT count(*) FROM setting").fetchone() == (1,)
