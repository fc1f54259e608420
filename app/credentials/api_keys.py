"""The keys of model services, one entry for each origin: a key never goes to another server than its own.

They lie in the keyring, or, where a profile opens by its passphrase alone, inside the archive itself.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

from app.credentials.os_keyring import OsKeyring


class ApiKeys(Protocol):
    def get(self, origin: str) -> str | None: ...

    def set(self, origin: str, api_key: str) -> None: ...

    def delete(self, origin: str) -> None: ...


class KeyringApiKeys:
    def __init__(self, keyring: OsKeyring) -> None:
        self._keyring = keyring

    def get(self, origin: str) -> str | None:
        return self._keyring.get(_entry(origin))

    def set(self, origin: str, api_key: str) -> None:
        self._keyring.set(_entry(origin), api_key)

    def delete(self, origin: str) -> None:
        self._keyring.delete(_entry(origin))


class ArchiveApiKeys:
    """`read` and `write` know a setting of the archive by its name; None written is nothing kept."""

    def __init__(self, read: Callable[[str], str | None], write: Callable[[str, str | None], None]) -> None:
        self._read = read
        self._write = write

    def get(self, origin: str) -> str | None:
        return self._read(_entry(origin))

    def set(self, origin: str, api_key: str) -> None:
        self._write(_entry(origin), api_key)

    def delete(self, origin: str) -> None:
        self._write(_entry(origin), None)


def move_api_keys(source: ApiKeys, target: ApiKeys, origins: Iterable[str]) -> None:
    """Take keys along when a profile changes between keyring and passphrase. Each is kept before it goes."""
    for origin in origins:
        api_key = source.get(origin)
        if api_key is not None:
            target.set(origin, api_key)
            source.delete(origin)


def _entry(origin: str) -> str:
    return f"api:{origin}"
