"""Where the API keys of a profile lie: in the keyring, or in the archive if only a passphrase opens that.

Before a keyring is left, the archive holds them too, with a note about it: so wherever the change is cut
short, and where that keyring does not answer, no service is without its key, and `settle` can end it later.
"""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from app.credentials.api_keys import (
    IN_ARCHIVE,
    ApiKeys,
    ArchiveApiKeys,
    KeyringApiKeys,
    copy_api_keys,
    move_api_keys,
)
from app.credentials.keyring_entries import opens_elsewhere
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import ways
from app.domain.errors import CredentialError, KeyringUnavailable
from app.store import kept_values
from app.store.archive import Archive
from app.store.driver import Connection
from app.system.profile import Profile
from app.system.worker_thread import WorkerThread

T = TypeVar("T")
_LEFT_KEYRING = "keyring left with API keys"


class ApiKeyPlace:
    """Has the face of ApiKeys. Made on the loop's thread, used in the one that may wait for a keyring."""

    def __init__(
        self, profile: Profile, archive_id: str, keyring: OsKeyring | None, archive: Archive
    ) -> None:
        self._profile = profile
        self._archive_id = archive_id
        self._keyring = keyring
        self._archive = archive
        self._loop = asyncio.get_running_loop()

    def get(self, origin: str) -> str | None:
        """Return the key, from the archive too where the keyring has yet to be given it."""
        return self._place().get(origin) or self._in_archive().get(origin)

    def set(self, origin: str, api_key: str) -> None:
        self._place().set(origin, api_key)

    def delete(self, origin: str) -> None:
        """Forget the key; not in a keyring that opens a copy of this archive elsewhere, which may need it."""
        keyring = self._home()
        if keyring and not opens_elsewhere(self._profile, keyring, self._archive_id):
            KeyringApiKeys(keyring, self._archive_id).delete(origin)
        self._in_archive().delete(origin)

    def all(self) -> dict[str, str]:
        return {**self._in_archive().all(), **self._place().all()}

    def take_in(self) -> None:
        """Let the archive hold them as well, before the keyring is left. `settle` follows."""
        left = ways(self._profile).keyring
        if left:
            self._note_left(left)
            if self._keyring:
                copy_api_keys(KeyringApiKeys(self._keyring, self._archive_id), self._in_archive())

    def settle(self) -> None:
        """Bring the keys to where they belong now. Without a keyring they can only stay."""
        keyring = self._keyring
        if keyring is None:
            return
        in_keyring, in_archive = KeyringApiKeys(keyring, self._archive_id), self._in_archive()
        if ways(self._profile).keyring is not None:
            move_api_keys(in_archive, in_keyring)
        elif keyring.kind == self._wait_for(self._archive.read(kept_values.read_value, _LEFT_KEYRING)):
            is_needed = opens_elsewhere(self._profile, keyring, self._archive_id)
            move_api_keys(in_keyring, in_archive, leave=is_needed)
        else:
            return
        self._note_left(None)

    async def settle_at_opening(self, thread: WorkerThread) -> None:
        """End a change of places that was cut short. What the keyring refuses is left for the next time."""
        if await self._archive.read(_may_be_unsettled):
            with suppress(CredentialError):
                await thread.run("settling keys", self.settle)

    def _place(self) -> ApiKeys:
        keyring = self._home()
        return KeyringApiKeys(keyring, self._archive_id) if keyring else self._in_archive()

    def _home(self) -> OsKeyring | None:
        """Return the keyring, or None where the archive is the place. Raises KeyringUnavailable."""
        if ways(self._profile).keyring is None:
            return None
        if self._keyring is None:
            raise KeyringUnavailable("No keyring service answers on this computer.")
        return self._keyring

    def _note_left(self, kind: str | None) -> None:
        self._wait_for(self._archive.write(kept_values.write_value, _LEFT_KEYRING, kind))

    def _in_archive(self) -> ArchiveApiKeys:
        def read(name: str) -> str | None:
            return self._wait_for(self._archive.read(kept_values.read_value, name))

        def read_all(beginning: str) -> dict[str, str]:
            return self._wait_for(self._archive.read(kept_values.read_values, beginning))

        def write(name: str, api_key: str | None) -> None:
            self._wait_for(self._archive.write(kept_values.write_value, name, api_key))

        return ArchiveApiKeys(read, read_all, write)

    def _wait_for(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


def _may_be_unsettled(connection: Connection) -> bool:
    is_noted = kept_values.read_value(connection, _LEFT_KEYRING) is not None
    return is_noted or bool(kept_values.read_values(connection, IN_ARCHIVE))
