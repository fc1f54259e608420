import secrets

import pytest

from app.credentials.api_keys import ApiKeys, ArchiveApiKeys, KeyringApiKeys, move_api_keys
from app.credentials.os_keyring import OsKeyring
from app.domain.settings import origin_of


@pytest.fixture
def host() -> str:
    return f"{secrets.token_hex(8)}.example"


class Settings:
    """The settings of an archive, as the two functions that reach them."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def write(self, name: str, value: str | None) -> None:
        if value is None:
            self.kept.pop(name, None)
        else:
            self.kept[name] = value

    @property
    def keys(self) -> ArchiveApiKeys:
        return ArchiveApiKeys(self.kept.get, self.write)


@pytest.fixture(params=["keyring", "archive"])
def keys(request: pytest.FixtureRequest, keyring: OsKeyring) -> ApiKeys:
    return KeyringApiKeys(keyring) if request.param == "keyring" else Settings().keys


def test_a_key_comes_back_to_its_own_service_alone(keys: ApiKeys, host: str) -> None:
    keys.set(origin_of(f"https://{host}/v1"), "sk-ä")
    assert keys.get(origin_of(f"HTTPS://{host.upper()}:443/other")) == "sk-ä"
    for other in (f"http://{host}", f"https://{host}:8443", f"https://api.{host}", f"https://{host}.evil"):
        assert keys.get(origin_of(other)) is None


def test_the_newest_key_counts_until_it_is_deleted(keys: ApiKeys, host: str) -> None:
    origin = origin_of(f"https://{host}")
    for key in ("sk-old", "sk-new"):
        keys.set(origin, key)
    assert keys.get(origin) == "sk-new"
    keys.delete(origin)
    keys.delete(origin)
    assert keys.get(origin) is None


def test_keys_move_and_leave_nothing_behind(keyring: OsKeyring, host: str) -> None:
    inside, outside, origin = Settings(), KeyringApiKeys(keyring), origin_of(f"https://{host}")
    outside.set(origin, "sk-moved")
    move_api_keys(outside, inside.keys, [origin, "https://never.example"])
    assert (outside.get(origin), inside.kept) == (None, {f"api:{origin}": "sk-moved"})
    move_api_keys(inside.keys, outside, [origin])
    assert (outside.get(origin), inside.kept) == ("sk-moved", {})
