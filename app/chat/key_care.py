"""What a person does about the ways into the archive while it is open. The archive is never rewritten."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from app.chat.api_key_place import ApiKeyPlace
from app.chat.giving_up import until_given_up
from app.chat.key_rotation import rotate_key
from app.chat.way_in import Entered
from app.credentials import key_changes
from app.credentials.unlocking import ways
from app.domain.errors import KeyringUnavailable
from app.domain.ways import KeyState
from app.store.copies import Progress
from app.system.profile import Profile
from app.system.worker_thread import WorkerThread, run_once

T = TypeVar("T")


class KeyCare:
    """Holds the open archive's key, for as long as it is open. All work is done in the keyring's thread."""

    def __init__(
        self,
        profile: Profile,
        entered: Entered,
        api_keys: ApiKeyPlace,
        thread: WorkerThread,
        now: Callable[[], int],
    ) -> None:
        self._profile = profile
        self._key = entered.key
        self._keyring = entered.keyring
        self._api_keys = api_keys
        self._thread = thread
        self._now = now

    async def state(self) -> KeyState:
        return await self._do(self._state)

    async def create_recovery_key(self) -> str:
        """Make a recovery key and return it, to be shown once. It is pending until typed back."""
        made = await self._do(lambda: key_changes.create_recovery_key(self._profile, self._key))
        return made.text

    async def confirm_recovery_key(self, typed: str) -> None:
        """Compare what was typed back. Raises RecoveryKeyMistyped or WrongRecoveryKey."""
        await self._do(lambda: key_changes.confirm_recovery_key(self._profile, typed, self._now()))

    async def defer_recovery_key(self) -> None:
        """Note that the person puts it off; the reminder comes again in a week."""
        await self._do(lambda: key_changes.defer_recovery_key(self._profile, self._now()))

    async def set_passphrase(self, passphrase: str, *, alone: bool) -> None:
        """Let a passphrase open the archive, beside the keyring or in its place. Raises EmptyPassphrase.

        The API keys go along: into the archive, where the keyring is left.
        """

        def change() -> None:
            key_changes.set_passphrase(self._profile, self._key, passphrase)
            if alone:
                self._api_keys.take_in()
                key_changes.use_passphrase_only(self._profile, self._keyring, passphrase)
                self._api_keys.settle()
            else:
                self._put_into_keyring()

        await self._do(change)

    async def remove_passphrase(self) -> None:
        """Let the keyring alone open the archive, besides the recovery key."""

        def change() -> None:
            self._put_into_keyring()
            key_changes.remove_passphrase(self._profile, self._key)

        await self._do(change)

    async def keep_in_keyring(self) -> None:
        """Put the key into this computer's keyring, such as after the recovery key opened the archive."""
        await self._do(self._put_into_keyring)

    async def change_key(self, progress: Progress) -> None:
        """Put the archive, which must be closed by now, under a new key. Opening it comes next, as ever.

        Cancelling gives it up as long as that is possible; what it leaves is settled at the next opening.
        """

        def change(tell: Progress) -> Coroutine[Any, Any, object]:
            return run_once(
                "changing the key",
                lambda: rotate_key(self._profile, self._keyring, self._key, now=self._now(), progress=tell),
            )

        await until_given_up(change, progress)

    def _state(self) -> KeyState:
        open_ways, recovery = ways(self._profile), key_changes.recovery_state(self._profile)
        return KeyState(
            open_ways.keyring is not None, open_ways.passphrase, recovery.stage, recovery.deferred_at
        )

    def _put_into_keyring(self) -> None:
        """Let the keyring hold the archive's key, and the API keys beside it."""
        if self._keyring is None:
            raise KeyringUnavailable("No keyring service answers on this computer.")
        key_changes.keep_in_keyring(self._profile, self._keyring, self._key)
        self._api_keys.settle()

    async def _do(self, work: Callable[[], T]) -> T:
        return await self._thread.run("looking after keys", work)
