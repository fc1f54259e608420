"""First aid on a real profile and keyring, with a damaged archive and a backup of it."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from app.chat.first_aid import FirstAid
from app.chat.way_in import enter
from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import create_recovery_key
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar_files import require_sidecar
from app.credentials.unlocking import confirm
from app.domain.errors import BackupUnreadable, SecretMissing, StoreDamaged
from app.domain.ids import IdSource
from app.domain.ways import Answer, Way
from app.store.backups import make_backup, path_for
from app.store.driver import open_connection, pragma
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock
from tests.unit.store.damage import ITEMS, small_archive, with_a_bit_flipped

KEYRING = Answer(Way.KEYRING)
NOW = 1_795_176_000_000_000


@dataclass
class Patient:
    profile: Profile
    lock: ProfileLock
    aid: FirstAid
    key: ArchiveKey
    recovery_key: str

    def items(self) -> int:
        with closing(open_connection(self.profile.archive, self.key.key_and_salt)) as connection:
            return int(pragma(connection, "SELECT count(*) FROM item"))

    def names(self) -> set[str]:
        return {path.name for path in self.profile.folder.iterdir()}


@pytest.fixture
def patient(profile: Profile, ids: IdSource) -> Iterator[Patient]:
    """An archive of which the first page is damaged, and a backup from before that."""
    key = enter(profile, KEYRING, ids.next).key
    content = small_archive(profile.archive, key.key_and_salt)
    confirm(profile)
    recovery_key = create_recovery_key(profile, key).text
    backup = path_for(profile.backups, NOW)
    with closing(open_connection(profile.archive, key.key_and_salt)) as connection:
        make_backup(connection, backup, key.key_and_salt, require_sidecar(profile).to_json())
    profile.archive.write_bytes(with_a_bit_flipped(content, 1))
    lock = ProfileLock(profile.lock)
    lock.acquire("a test")
    lock.note(LastEnd.OPEN)
    yield Patient(profile, lock, FirstAid(profile, lock, lambda: NOW, ids.next), key, recovery_key)
    lock.release()


async def test_a_backup_takes_the_place_of_what_is_damaged(patient: Patient) -> None:
    before = patient.profile.archive.read_bytes()
    (backup,) = await patient.aid.backups()
    aside = await patient.aid.restore(patient.aid.path_of(backup), KEYRING)
    assert aside is not None
    assert (patient.items(), aside.read_bytes()) == (ITEMS + 1, before)
    assert patient.lock.last_end is LastEnd.CLEAN


async def test_without_the_keyrings_key_the_ways_into_a_backup_are_offered(
    patient: Patient, keyring: OsKeyring
) -> None:
    keyring.delete(f"archive:{patient.key.archive_id}")
    (backup,) = await patient.aid.backups()
    path = patient.aid.path_of(backup)
    with pytest.raises(SecretMissing) as missing:
        await patient.aid.restore(path, KEYRING)
    assert Way.RECOVERY_KEY in await patient.aid.ways_into_backup(path, missing.value)
    await patient.aid.restore(path, Answer(Way.RECOVERY_KEY, patient.recovery_key))
    assert patient.items() == ITEMS + 1


async def test_what_is_rescued_lies_beside_until_it_takes_over(patient: Patient) -> None:
    before = patient.profile.archive.read_bytes()
    told: list[tuple[int, int]] = []
    rescued = await patient.aid.rescue(KEYRING, lambda done, of: told.append((done, of)))
    assert (rescued.report.conversations, rescued.report.messages) == (1, ITEMS + 1)
    assert told == sorted(told)
    assert patient.profile.archive.read_bytes() == before
    aside = await patient.aid.take_over(rescued)
    assert aside is not None
    assert (patient.items(), aside.read_bytes()) == (ITEMS + 1, before)
    assert not rescued.folder.exists()
    assert patient.lock.last_end is LastEnd.CLEAN


async def test_a_rescue_that_fails_leaves_nothing(patient: Patient) -> None:
    patient.profile.archive.write_bytes(b"noise" * 5000)
    before = patient.names()
    with pytest.raises(StoreDamaged):
        await patient.aid.rescue(KEYRING)
    assert patient.names() == before


async def test_a_rescue_that_is_given_up_leaves_nothing(patient: Patient) -> None:
    before = patient.names()
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()

    def tell_begun() -> None:
        loop.call_soon_threadsafe(begun.set)

    work = asyncio.create_task(patient.aid.rescue(KEYRING, lambda *_: tell_begun()))
    await begun.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert patient.names() == before


async def test_a_file_that_is_no_backup_has_no_ways(patient: Patient) -> None:
    with pytest.raises(BackupUnreadable):
        await patient.aid.ways_into_backup(patient.profile.archive, SecretMissing("Gone."))
