"""API keys follow the archive's own key: into the keyring, or out of it."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from app.chat.api_key_place import ApiKeyPlace
from app.credentials.api_keys import KeyringApiKeys
from app.credentials.key_changes import keep_in_keyring, use_passphrase_only
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.unlocking import confirm, unlock, unlock_with_passphrase
from app.domain.errors import KeyringUnavailable
from app.domain.ids import IdSource, ProviderId
from app.domain.library import SavedProvider
from app.domain.settings import ProviderSettings
from app.store import providers
from app.store.archive import Archive
from app.system.profile import Profile
from app.system.worker_thread import WorkerThread
from tests.fixtures.locked_archive import quick_passphrase_slot

SERVICE = ProviderSettings("https://models.example/v1", "m", name="mine")
OTHER = ProviderSettings("https://other.example/v1", "m", name="other")
ORIGIN = SERVICE.origin
WORDS = "four words are enough"
T = TypeVar("T")


@pytest.fixture
async def archive(profile: Profile, keyring: OsKeyring, ids: IdSource) -> AsyncIterator[Archive]:
    opened, first = Archive(), unlock(profile, keyring, ids.next)
    await opened.open(profile.archive, first.key.key_and_salt, is_new=True, now=1)
    confirm(profile)
    sidecar = require_sidecar(profile)
    write_sidecar(profile, replace(sidecar, slots=(quick_passphrase_slot(first.key, WORDS),)))
    for service in (OTHER, SERVICE):
        kept = SavedProvider(ProviderId(ids.next()), service)
        await opened.write(providers.keep_provider, kept, 1)
    yield opened
    await opened.close()


@pytest.fixture
async def place(profile: Profile, keyring: OsKeyring, archive: Archive) -> ApiKeyPlace:
    return ApiKeyPlace(profile, keyring, archive)


@pytest.fixture
def wait_for(keyring_thread: WorkerThread) -> Callable[..., object]:
    return lambda work: keyring_thread.run("work", work)


async def test_they_lie_in_the_keyring_as_long_as_the_archives_key_does(
    place: ApiKeyPlace, keyring: OsKeyring, wait_for: Callable[..., object]
) -> None:
    await wait_for(lambda: place.set(ORIGIN, "sk-mine"))
    assert KeyringApiKeys(keyring).get(ORIGIN) == "sk-mine"
    await wait_for(place.settle)
    assert await wait_for(lambda: place.get(ORIGIN)) == "sk-mine"
    await wait_for(lambda: place.delete(ORIGIN))
    assert KeyringApiKeys(keyring).get(ORIGIN) is None


async def test_they_go_into_the_archive_with_a_passphrase_alone_and_back(
    place: ApiKeyPlace, profile: Profile, keyring: OsKeyring, wait_for: Callable[..., object]
) -> None:
    await wait_for(lambda: place.set(ORIGIN, "sk-mine"))
    use_passphrase_only(profile, keyring, WORDS)
    await wait_for(place.settle)
    assert KeyringApiKeys(keyring).get(ORIGIN) is None
    assert await wait_for(lambda: place.get(ORIGIN)) == "sk-mine"

    keep_in_keyring(profile, keyring, unlock_with_passphrase(profile, WORDS).key)
    await wait_for(place.settle)
    assert KeyringApiKeys(keyring).get(ORIGIN) == "sk-mine"
    assert await wait_for(lambda: place.get(ORIGIN)) == "sk-mine"


async def test_without_a_keyring_only_the_archive_holds_any(
    profile: Profile, keyring: OsKeyring, archive: Archive, wait_for: Callable[..., object]
) -> None:
    place = ApiKeyPlace(profile, None, archive)
    with pytest.raises(KeyringUnavailable):
        await wait_for(lambda: place.get(ORIGIN))
    use_passphrase_only(profile, keyring, WORDS)
    await wait_for(lambda: place.set(ORIGIN, "sk-mine"))
    await wait_for(place.settle)
    assert await wait_for(lambda: place.get(ORIGIN)) == "sk-mine"
