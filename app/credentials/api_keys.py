"""The keys of model services, one entry for each archive and origin: a key goes to its own server alone.

They lie in the keyring, or, where a profile opens by its passphrase alone, inside the archive itself.
"""

from collections.abc import Callable
from typing import Protocol

from app.credentials.keyring_entries import keep_listed, listed
from app.credentials.os_keyring import OsKeyring

IN_ARCHIVE = "api:"


class ApiKeys(Protocol):
    def get(self, origin: str) -> str | None: ...

    def set(self, origin: str, api_key: str) -> None: ...

    def delete(self, origin: str) -> None: ...

    def all(self) -> dict[str, str]:
        """Return every key by its origin."""


class KeyringApiKeys:
    """Those of one archive; `api:<archive>` lists their origins."""

    def __init__(self, keyring: OsKeyring, archive_id: str) -> None:
        self._keyring = keyring
        self._list = f"api:{archive_id}"

    def get(self, origin: str) -> str | None:
        return self._keyring.get(self._entry(origin))

    def set(self, origin: str, api_key: str) -> None:
        known = listed(self._keyring, self._list)
        if origin not in known:  # before the key, so that none is ever kept without being known
            keep_listed(self._keyring, self._list, known | {origin})
        self._keyring.set(self._entry(origin), api_key)

    def delete(self, origin: str) -> None:
        self._keyring.delete(self._entry(origin))
        known = listed(self._keyring, self._list)
        if origin in known:
            keep_listed(self._keyring, self._list, known - {origin})

    def all(self) -> dict[str, str]:
        found = {origin: self.get(origin) for origin in sorted(listed(self._keyring, self._list))}
        return {origin: api_key for origin, api_key in found.items() if api_key is not None}

    def _entry(self, origin: str) -> str:
        return f"{self._list}:{origin}"


class ArchiveApiKeys:
    """`read` and `write` know a setting of the archive by its name; None written is nothing kept.

    `read_all` returns what begins with a name, by what follows it.
    """

    def __init__(
        self,
        read: Callable[[str], str | None],
        read_all: Callable[[str], dict[str, str]],
        write: Callable[[str, str | None], None],
    ) -> None:
        self._read = read
        self._read_all = read_all
        self._write = write

    def get(self, origin: str) -> str | None:
        return self._read(IN_ARCHIVE + origin)

    def set(self, origin: str, api_key: str) -> None:
        self._write(IN_ARCHIVE + origin, api_key)

    def delete(self, origin: str) -> None:
        self._write(IN_ARCHIVE + origin, None)

    def all(self) -> dict[str, str]:
        return self._read_all(IN_ARCHIVE)


def copy_api_keys(source: ApiKeys, target: ApiKeys) -> None:
    """Let the target hold what the source does, in place of what it held for these services."""
    for origin, api_key in source.all().items():
        target.set(origin, api_key)


def move_api_keys(source: ApiKeys, target: ApiKeys, *, leave: bool = False) -> None:
    """Let the target hold what it lacks, and the source nothing, unless told to `leave` it as it is."""
    held = target.all()
    for origin, api_key in source.all().items():
        if origin not in held:
            target.set(origin, api_key)
        if not leave:
            source.delete(origin)
