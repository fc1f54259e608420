import secrets

import pytest

from app.credentials.api_keys import (
    ApiKeys,
    ArchiveApiKeys,
    KeyringApiKeys,
    copy_api_keys,
    move_api_keys,
)
from app.credentials.os_keyring import OsKeyring
from app.domain.settings import origin_of


@pytest.fixture
def host() -> str:
    return f"{secrets.token_hex(8)}.example"


@pytest.fixture
def archive_id() -> str:
    return secrets.token_hex(8)


class Settings:
    """The settings of an archive, as the functions that reach them."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def all(self, beginning: str) -> dict[str, str]:
        return {
            name.removeprefix(beginning): value
            for name, value in self.kept.items()
            if name.startswith(beginning)
        }

    def write(self, name: str, value: str | None) -> None:
        if value is None:
            self.kept.pop(name, None)
        else:
            self.kept[name] = value

    @property
    def keys(self) -> ArchiveApiKeys:
        return ArchiveApiKeys(self.kept.get, self.all, self.write)


@pytest.fixture(params=["keyring", "archive"])
def keys(request: pytest.FixtureRequest, keyring: OsKeyring, archive_id: str) -> ApiKeys:
    return KeyringApiKeys(keyring, archive_id) if request.param == "keyring" else Settings().keys


def test_a_key_comes_back_to_its_own_service_alone(keys: ApiKeys, host: str) -> None:
    keys.set(origin_of(f"https://{host}/v1"), "sk-ä")
    assert keys.get(origin_of(f"HTTPS://{host.upper()}:443/other")) == "sk-ä"
    for other in (f"http://{host}", f"https://{host}:8443", f"https://api.{host}", f"https://{host}.evil"):
        assert keys.get(origin_of(other)) is None


def test_the_newest_key_counts_until_it_is_deleted(keys: ApiKeys, host: str) -> None:
    origin = origin_of(f"https://{host}")
    for key in ("sk-old", "sk-new"):
        keys.set(origin, key)
    assert keys.all() == {origin: "sk-new"}
    keys.delete(origin)
    keys.delete(origin)
    assert keys.get(origin) is None
    assert keys.all() == {}


def test_each_archive_has_its_own(keyring: OsKeyring, archive_id: str) -> None:
    one, other = KeyringApiKeys(keyring, archive_id), KeyringApiKeys(keyring, f"{archive_id}-other")
    one.set("https://a.example", "sk-one")
    assert other.get("https://a.example") is None
    other.set("https://a.example", "sk-other")
    one.delete("https://a.example")
    assert other.all() == {"https://a.example": "sk-other"}


def test_nothing_is_left_in_the_keyring_of_one_that_was_deleted(keyring: OsKeyring, archive_id: str) -> None:
    keys = KeyringApiKeys(keyring, archive_id)
    for origin in ("https://a.example", "https://b.example:8443"):
        keys.set(origin, "sk")
    keys.delete("https://a.example")
    assert list(keys.all()) == ["https://b.example:8443"]
    keys.delete("https://b.example:8443")
    assert keyring.get(f"api:{archive_id}") is None


def test_keys_are_copied_and_the_copy_is_as_new_as_they_are(keyring: OsKeyring, archive_id: str) -> None:
    inside, outside = Settings(), KeyringApiKeys(keyring, archive_id)
    inside.keys.set("https://a.example", "sk-old")
    outside.set("https://a.example", "sk-new")
    copy_api_keys(outside, inside.keys)
    assert inside.keys.all() == outside.all() == {"https://a.example": "sk-new"}


def test_keys_move_where_they_are_missing_and_leave_nothing_behind(
    keyring: OsKeyring, archive_id: str
) -> None:
    inside, outside = Settings(), KeyringApiKeys(keyring, archive_id)
    for origin in ("https://a.example", "https://b.example"):
        inside.keys.set(origin, "sk-inside")
    outside.set("https://b.example", "sk-newer")
    move_api_keys(inside.keys, outside, leave=True)
    assert len(inside.kept) == 2
    move_api_keys(inside.keys, outside)
    assert inside.kept == {}
    assert outside.all() == {"https://a.example": "sk-inside", "https://b.example": "sk-newer"}
