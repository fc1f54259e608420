"""Where the API keys of a profile lie: in the keyring, or in the archive if only a passphrase opens that."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from app.credentials.api_keys import ApiKeys, ArchiveApiKeys, KeyringApiKeys, move_api_keys
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import ways
from app.domain.errors import KeyringUnavailable
from app.store import kept_values, providers
from app.store.archive import Archive
from app.system.profile import Profile

T = TypeVar("T")


class ApiKeyPlace:
    """Has the face of ApiKeys. Made on the loop's thread, used in the one that may wait for a keyring."""

    def __init__(self, profile: Profile, keyring: OsKeyring | None, archive: Archive) -> None:
        self._profile = profile
        self._keyring = keyring
        self._archive = archive
        self._loop = asyncio.get_running_loop()

    def get(self, origin: str) -> str | None:
        return self._place().get(origin)

    def set(self, origin: str, api_key: str) -> None:
        self._place().set(origin, api_key)

    def delete(self, origin: str) -> None:
        self._place().delete(origin)

    def settle(self) -> None:
        """Bring the keys to where they belong now. Without a keyring they can only stay."""
        services = self._wait_for(self._archive.read(providers.list_providers))
        if self._keyring is None or not services:
            return
        origins = {service.settings.origin for service in services}
        in_keyring, in_archive = KeyringApiKeys(self._keyring), self._in_archive()
        if ways(self._profile).keyring is None:
            move_api_keys(in_keyring, in_archive, origins)
        else:
            move_api_keys(in_archive, in_keyring, origins)

    def _place(self) -> ApiKeys:
        if ways(self._profile).keyring is None:
            return self._in_archive()
        if self._keyring is None:
            raise KeyringUnavailable("No keyring service answers on this computer.")
        return KeyringApiKeys(self._keyring)

    def _in_archive(self) -> ApiKeys:
        def read(name: str) -> str | None:
            return self._wait_for(self._archive.read(kept_values.read_value, name))

        def write(name: str, api_key: str | None) -> None:
            self._wait_for(self._archive.write(kept_values.write_value, name, api_key))

        return ArchiveApiKeys(read, write)

    def _wait_for(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()
