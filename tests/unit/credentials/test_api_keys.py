import secrets

import pytest

from app.credentials.api_keys import ApiKeys
from app.credentials.os_keyring import OsKeyring
from app.domain.settings import origin_of


@pytest.fixture
def host() -> str:
    return f"{secrets.token_hex(8)}.example"


def test_a_key_comes_back_to_its_own_service_alone(keyring: OsKeyring, host: str) -> None:
    keys = ApiKeys(keyring)
    keys.set(origin_of(f"https://{host}/v1"), "sk-ä")
    assert ApiKeys(keyring).get(origin_of(f"HTTPS://{host.upper()}:443/other")) == "sk-ä"
    for other in (f"http://{host}", f"https://{host}:8443", f"https://api.{host}", f"https://{host}.evil"):
        assert keys.get(origin_of(other)) is None


def test_the_newest_key_counts(keyring: OsKeyring, host: str) -> None:
    keys, origin = ApiKeys(keyring), origin_of(f"https://{host}")
    for key in ("sk-old", "sk-new"):
        keys.set(origin, key)
    assert keys.get(origin) == "sk-new"
