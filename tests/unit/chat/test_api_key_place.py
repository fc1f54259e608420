"""API keys follow the archive's own key: into the keyring, or out of it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.chat.api_key_place import ApiKeyPlace
from app.credentials.api_keys import KeyringApiKeys
from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import keep_in_keyring, use_passphrase_only
from app.credentials.keyring_entries import remember_folder
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.unlocking import confirm, unlock, unlock_with_passphrase
from app.domain.errors import KeyringRefused, KeyringUnavailable
from app.domain.ids import IdSource
from app.store.archive import Archive
from app.system.profile import Profile
from app.system.worker_thread import WorkerThread
from tests.fixtures.locked_archive import quick_passphrase_slot

ORIGIN = "https://models.example:443"
WORDS = "four words are enough"

Do = Callable[[Callable[[], object]], Awaitable[object]]


@pytest.fixture
def key(profile: Profile, keyring: OsKeyring, ids: IdSource) -> ArchiveKey:
    return unlock(profile, keyring, ids.next).key


@pytest.fixture
async def archive(profile: Profile, key: ArchiveKey) -> AsyncIterator[Archive]:
    opened = Archive()
    await opened.open(profile.archive, key.key_and_salt, is_new=True, now=1)
    confirm(profile)
    write_sidecar(profile, replace(require_sidecar(profile), slots=(quick_passphrase_slot(key, WORDS),)))
    yield opened
    await opened.close()


@pytest.fixture
async def place(profile: Profile, key: ArchiveKey, keyring: OsKeyring, archive: Archive) -> ApiKeyPlace:
    return ApiKeyPlace(profile, key.archive_id, keyring, archive)


@pytest.fixture
def in_keyring(keyring: OsKeyring, key: ArchiveKey) -> KeyringApiKeys:
    return KeyringApiKeys(keyring, key.archive_id)


@pytest.fixture
def do(keyring_thread: WorkerThread) -> Do:
    return lambda work: keyring_thread.run("work", work)


async def test_they_lie_in_the_keyring_as_long_as_the_archives_key_does(
    place: ApiKeyPlace, in_keyring: KeyringApiKeys, do: Do
) -> None:
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    assert in_keyring.get(ORIGIN) == "sk-mine"
    await do(place.settle)
    assert await do(lambda: place.get(ORIGIN)) == "sk-mine"
    await do(lambda: place.delete(ORIGIN))
    assert in_keyring.get(ORIGIN) is None


async def test_they_go_into_the_archive_with_a_passphrase_alone_and_back(
    place: ApiKeyPlace, profile: Profile, keyring: OsKeyring, in_keyring: KeyringApiKeys, do: Do
) -> None:
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    await do(place.take_in)
    use_passphrase_only(profile, keyring, WORDS)
    await do(place.settle)
    assert in_keyring.get(ORIGIN) is None
    assert await do(lambda: place.get(ORIGIN)) == "sk-mine"

    keep_in_keyring(profile, keyring, unlock_with_passphrase(profile, WORDS).key)
    await do(place.settle)
    assert in_keyring.get(ORIGIN) == "sk-mine"
    assert await do(place.all) == {ORIGIN: "sk-mine"}


async def test_without_a_keyring_only_the_archive_holds_any(
    profile: Profile, key: ArchiveKey, keyring: OsKeyring, archive: Archive, do: Do
) -> None:
    place = ApiKeyPlace(profile, key.archive_id, None, archive)
    with pytest.raises(KeyringUnavailable):
        await do(lambda: place.get(ORIGIN))
    use_passphrase_only(profile, keyring, WORDS)
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    await do(place.settle)
    assert await do(lambda: place.get(ORIGIN)) == "sk-mine"


async def test_a_change_cut_short_before_the_keyring_is_left_leaves_them_there(
    place: ApiKeyPlace, in_keyring: KeyringApiKeys, keyring_thread: WorkerThread, do: Do
) -> None:
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    await do(place.take_in)
    await do(lambda: place.set(ORIGIN, "sk-newer"))
    await place.settle_at_opening(keyring_thread)
    in_keyring.delete(ORIGIN)
    assert await do(lambda: place.get(ORIGIN)) is None


@pytest.mark.parametrize("answers", [True, False], ids=["cut short", "no keyring"])
async def test_what_a_keyring_was_left_with_is_fetched_at_the_next_opening(
    place: ApiKeyPlace,
    profile: Profile,
    key: ArchiveKey,
    archive: Archive,
    in_keyring: KeyringApiKeys,
    keyring_thread: WorkerThread,
    do: Do,
    answers: bool,
) -> None:
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    left_by = place if answers else ApiKeyPlace(profile, key.archive_id, None, archive)
    await do(left_by.take_in)
    use_passphrase_only(profile, None, WORDS)
    assert in_keyring.get(ORIGIN) == "sk-mine"
    await place.settle_at_opening(keyring_thread)
    assert in_keyring.get(ORIGIN) is None
    assert await do(lambda: place.get(ORIGIN)) == "sk-mine"


async def test_a_keyring_that_was_not_left_is_not_asked(
    place: ApiKeyPlace, profile: Profile, keyring: OsKeyring, in_keyring: KeyringApiKeys, do: Do
) -> None:
    use_passphrase_only(profile, keyring, WORDS)
    in_keyring.set(ORIGIN, "sk-of-a-copy")
    await do(place.settle)
    assert in_keyring.get(ORIGIN) == "sk-of-a-copy"
    assert await do(place.all) == {}


async def test_a_way_back_cut_short_is_ended_at_the_next_opening(
    place: ApiKeyPlace,
    profile: Profile,
    key: ArchiveKey,
    keyring: OsKeyring,
    in_keyring: KeyringApiKeys,
    keyring_thread: WorkerThread,
    do: Do,
) -> None:
    use_passphrase_only(profile, keyring, WORDS)
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    keep_in_keyring(profile, keyring, key)
    assert await do(lambda: place.get(ORIGIN)) == "sk-mine"
    await place.settle_at_opening(keyring_thread)
    assert in_keyring.get(ORIGIN) == "sk-mine"
    assert await do(lambda: place.get(ORIGIN)) == "sk-mine"


async def test_what_the_keyring_refuses_at_the_opening_stays_in_the_archive(
    place: ApiKeyPlace,
    profile: Profile,
    key: ArchiveKey,
    keyring: OsKeyring,
    keyring_thread: WorkerThread,
    monkeypatch: pytest.MonkeyPatch,
    do: Do,
) -> None:
    def refuse(*_: str) -> None:
        raise KeyringRefused("The keyring refused.")

    use_passphrase_only(profile, keyring, WORDS)
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    keep_in_keyring(profile, keyring, key)
    monkeypatch.setattr(keyring, "set", refuse)
    await place.settle_at_opening(keyring_thread)
    assert await do(lambda: place.get(ORIGIN)) == "sk-mine"


async def test_another_profile_keeps_its_key_of_the_same_service(
    place: ApiKeyPlace, profile: Profile, keyring: OsKeyring, do: Do
) -> None:
    others = KeyringApiKeys(keyring, "another archive")
    others.set(ORIGIN, "sk-others")
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    await do(lambda: place.delete(ORIGIN))
    assert others.get(ORIGIN) == "sk-others"
    await do(place.take_in)
    use_passphrase_only(profile, keyring, WORDS)
    await do(place.settle)
    assert others.get(ORIGIN) == "sk-others"
    assert await do(lambda: place.get(ORIGIN)) is None


async def test_a_copy_in_another_folder_keeps_them(
    place: ApiKeyPlace,
    profile: Profile,
    key: ArchiveKey,
    keyring: OsKeyring,
    in_keyring: KeyringApiKeys,
    tmp_path: Path,
    do: Do,
) -> None:
    await do(lambda: place.set(ORIGIN, "sk-mine"))
    remember_folder(Profile(tmp_path / "a copy"), keyring, key.archive_id)
    await do(lambda: place.delete(ORIGIN))
    assert in_keyring.get(ORIGIN) == "sk-mine"
    await do(place.take_in)
    use_passphrase_only(profile, keyring, WORDS)
    await do(place.settle)
    assert in_keyring.get(ORIGIN) == "sk-mine"
