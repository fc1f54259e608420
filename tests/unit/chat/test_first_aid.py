"""First aid on a real profile and keyring, with a damaged archive and a backup of it."""

import asyncio
import shutil
from pathlib import Path

import pytest

from app.credentials.os_keyring import OsKeyring
from app.domain.errors import BackupUnreadable, LogOfAnother, SecretMissing, StoreDamaged
from app.domain.ways import Answer, Way
from app.system.profile import log_of
from app.system.profile_lock import LastEnd
from tests.fixtures.patient import Patient
from tests.unit.store.damage import ITEMS, crashed

KEYRING = Answer(Way.KEYRING)


async def test_a_backup_takes_the_place_of_what_is_damaged(patient: Patient) -> None:
    before = patient.profile.archive.read_bytes()
    (backup,) = await patient.aid.backups()
    aside = (await patient.aid.restore(patient.aid.path_of(backup), KEYRING)).aside
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
    assert keyring.get(f"archive:{patient.key.archive_id}") == patient.key.secret


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


async def test_a_log_of_another_history_is_kept_where_it_does_no_harm(
    patient: Patient, tmp_path: Path
) -> None:
    log = patient.give_log_of_another(tmp_path)
    with pytest.raises(LogOfAnother):
        patient.items()
    aside = await patient.aid.set_log_aside(KEYRING)
    assert aside is not None
    assert aside.read_bytes() == log
    assert patient.items() == ITEMS + 1


async def test_the_histories_own_log_is_not_moved(patient: Patient, tmp_path: Path) -> None:
    patient.give_log_of_another(tmp_path)
    own = crashed(tmp_path / "own", patient.key.key_and_salt)
    shutil.copy(log_of(own), log_of(patient.profile.archive))
    assert await patient.aid.set_log_aside(KEYRING) is None
    assert log_of(patient.profile.archive).read_bytes() == log_of(own).read_bytes()
