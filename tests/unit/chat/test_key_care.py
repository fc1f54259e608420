from asyncio import to_thread
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from app.chat.api_key_place import ApiKeyPlace
from app.chat.key_care import KeyCare
from app.chat.way_in import Entered
from app.credentials.api_keys import KeyringApiKeys
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import (
    confirm,
    unlock,
    unlock_with_passphrase,
    unlock_with_recovery_key,
)
from app.domain.errors import KeyringUnavailable, PassphraseNeeded, RecoveryKeyMistyped, WrongRecoveryKey
from app.domain.ids import IdSource
from app.domain.settings import ProviderSettings
from app.domain.ways import KeyState, RecoveryStage
from app.store.archive import Archive
from app.system.clock import now_us
from app.system.profile import Profile
from app.system.worker_thread import WorkerThread

SERVICE = ProviderSettings("https://models.example/v1", "m", name="mine")
WORDS = "four words are enough"


@pytest.fixture
async def archive(profile: Profile, keyring: OsKeyring, ids: IdSource) -> AsyncIterator[Archive]:
    """The archive of a profile that has been opened once."""
    opened, first = Archive(), unlock(profile, keyring, ids.next)
    await opened.open(profile.archive, first.key.key_and_salt, is_new=True, now=1)
    confirm(profile)
    yield opened
    await opened.close()


@pytest.fixture
def entered(profile: Profile, archive: Archive, keyring: OsKeyring, ids: IdSource) -> Entered:
    assert archive
    return Entered(unlock(profile, keyring, ids.next).key, False, keyring)


@pytest.fixture
async def care(
    profile: Profile, keyring: OsKeyring, keyring_thread: WorkerThread, entered: Entered, archive: Archive
) -> KeyCare:
    place = ApiKeyPlace(profile, entered.key.archive_id, keyring, archive)
    return KeyCare(profile, entered, place, keyring_thread, now_us)


async def test_at_first_the_keyring_alone_opens_it(care: KeyCare) -> None:
    assert await care.state() == KeyState(True, False, RecoveryStage.NONE)


async def test_a_recovery_key_counts_once_it_was_typed_back(
    care: KeyCare, profile: Profile, entered: Entered
) -> None:
    shown = await care.create_recovery_key()
    assert (await care.state()).recovery is RecoveryStage.PENDING
    with pytest.raises(RecoveryKeyMistyped):
        await care.confirm_recovery_key(shown[:-1])
    await care.confirm_recovery_key(shown.lower().replace("-", " "))
    assert (await care.state()).recovery is RecoveryStage.CONFIRMED
    assert unlock_with_recovery_key(profile, shown).key == entered.key


async def test_a_new_recovery_key_takes_the_place_of_the_old_one(care: KeyCare, profile: Profile) -> None:
    old, new = await care.create_recovery_key(), await care.create_recovery_key()
    await care.confirm_recovery_key(new)
    with pytest.raises(WrongRecoveryKey):
        unlock_with_recovery_key(profile, old)


async def test_what_is_put_off_is_noted(care: KeyCare) -> None:
    before = now_us()
    assert (await care.state()).needs_reminder(before)
    await care.defer_recovery_key()
    state = await care.state()
    assert state.deferred_at is not None
    assert before <= state.deferred_at <= now_us()
    assert not state.needs_reminder(now_us())


async def test_a_passphrase_beside_the_keyring(
    care: KeyCare, profile: Profile, keyring: OsKeyring, ids: IdSource, entered: Entered
) -> None:
    await care.set_passphrase(WORDS, alone=False)
    assert await care.state() == KeyState(True, True, RecoveryStage.NONE)
    assert (await to_thread(unlock_with_passphrase, profile, WORDS)).key == entered.key
    assert unlock(profile, keyring, ids.next).key == entered.key


async def test_a_passphrase_alone_and_back(
    care: KeyCare, profile: Profile, keyring: OsKeyring, ids: IdSource, entered: Entered
) -> None:
    await care.set_passphrase(WORDS, alone=True)
    assert await care.state() == KeyState(False, True, RecoveryStage.NONE)
    with pytest.raises(PassphraseNeeded):
        unlock(profile, keyring, ids.next)
    await care.remove_passphrase()
    assert await care.state() == KeyState(True, False, RecoveryStage.NONE)
    assert unlock(profile, keyring, ids.next).key == entered.key


async def test_the_api_keys_go_along_with_the_archives_key(
    care: KeyCare, keyring: OsKeyring, entered: Entered
) -> None:
    in_keyring = KeyringApiKeys(keyring, entered.key.archive_id)
    in_keyring.set(SERVICE.origin, "sk-mine")
    for back in (
        care.keep_in_keyring,
        care.remove_passphrase,
        lambda: care.set_passphrase(WORDS, alone=False),
    ):
        await care.set_passphrase(WORDS, alone=True)
        assert in_keyring.get(SERVICE.origin) is None
        await back()
        assert in_keyring.get(SERVICE.origin) == "sk-mine"


NEEDS_A_KEYRING: dict[str, Callable[[KeyCare], Awaitable[None]]] = {
    "keeping the key there": lambda care: care.keep_in_keyring(),
    "a passphrase beside it": lambda care: care.set_passphrase(WORDS, alone=False),
    "removing the passphrase": lambda care: care.remove_passphrase(),
}


@pytest.mark.parametrize("act", NEEDS_A_KEYRING.values(), ids=NEEDS_A_KEYRING.keys())
async def test_without_a_keyring_the_passphrase_stays(
    profile: Profile,
    archive: Archive,
    entered: Entered,
    keyring_thread: WorkerThread,
    act: Callable[[KeyCare], Awaitable[None]],
) -> None:
    entered = replace(entered, keyring=None)
    place = ApiKeyPlace(profile, entered.key.archive_id, None, archive)
    care = KeyCare(profile, entered, place, keyring_thread, now_us)
    await care.set_passphrase(WORDS, alone=True)
    with pytest.raises(KeyringUnavailable):
        await act(care)
    assert (await to_thread(unlock_with_passphrase, profile, WORDS)).key == entered.key
