"""The power is cut at each step of a migration and of the backup before it. Prints how many were survived.

The step beyond today's schema is scripted, and rewrites every row of a real archive. The cuts fall at each
change of a file, before each statement, and inside the statements that take long.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.chat.key_rotation import settle_key
from app.chat.precaution import back_up_first, open_archive
from app.credentials.keyring_entries import key_entry
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import unlock, unlock_with_recovery_key
from app.domain.errors import SecretMissing
from app.domain.ids import IdSource
from app.store.archive import Archive
from app.store.backup_file import extract_archive, sidecar_of
from app.store.backups import list_backups
from app.store.driver import Connection, open_connection, pragma, transaction
from app.store.migrate import SCHEMA_VERSION, Preparation, migrate
from app.system.private_file import create_privately
from tests.faults.conftest import Tell
from tests.faults.test_power_cut import disk_after, recorded
from tests.fixtures.child_program import StartChild
from tests.fixtures.crash_points import Steps, crash_points
from tests.fixtures.locked_archive import ROWS, WORDS, LockedArchive, locked_archive
from tests.fixtures.small_disk import on_small_disk
from tests.fixtures.tomorrow import STEP, TOMORROW, let_tomorrow_come, whole_version

pytestmark = pytest.mark.slow

NOW = 1_795_176_000_000_000
LATER = NOW + 60_000_000
OPERATIONS_BETWEEN_CUTS = 4000  # of SQLite's machine, inside one statement
AGAIN_AFTER_EVERY = [9, pytest.param(1, marks=[pytest.mark.long, pytest.mark.timeout(1800)])]
IMAGES = [100, pytest.param(1000, marks=[pytest.mark.long, pytest.mark.timeout(3600)])]


@pytest.fixture
def archive(
    tmp_path: Path, keyring: OsKeyring, ids: IdSource, monkeypatch: pytest.MonkeyPatch
) -> LockedArchive:
    made = locked_archive(tmp_path, keyring, ids, in_keyring=True)
    let_tomorrow_come(monkeypatch)
    return made


def migration_of(archive: LockedArchive) -> Callable[[Steps], object]:
    """Open the archive, and cut at every statement from the backup on."""

    def act(steps: Steps) -> None:
        def back_up(source: Connection) -> None:
            source.set_trace_callback(steps.tick)
            source.set_progress_handler(steps.tick, OPERATIONS_BETWEEN_CUTS)
            back_up_first(source, archive.profile, archive.key, NOW, steps.tick)

        asyncio.run(open_and_close(archive, back_up))

    return act


async def open_and_close(archive: LockedArchive, prepare: Preparation) -> None:
    store, key = Archive(), archive.key.key_and_salt
    await store.open(archive.profile.archive, key, is_new=False, now=NOW, before_migration=prepare)
    await store.close()


async def opened_as_ever(archive: LockedArchive) -> None:
    """Once more, as the program does at its next start."""
    store = Archive()
    await open_archive(store, archive.profile, archive.key, is_new=False, now=LATER)
    await store.close()


def version_of(path: Path, archive: LockedArchive) -> int:
    with closing(open_connection(path, archive.key.key_and_salt)) as connection:
        return whole_version(connection, ROWS)


def whole_backups(archive: LockedArchive, place: Path) -> int:
    """How many backups there are, having seen that each holds all of the archive as it was before."""
    backups = list_backups(archive.profile.backups)
    for backup in backups:
        path = archive.profile.backups / backup.name
        assert sidecar_of(path) == archive.profile.sidecar.read_bytes()
        place.unlink(missing_ok=True)
        extract_archive(path, place)
        assert version_of(place, archive) == SCHEMA_VERSION
    return len(backups)


@pytest.mark.parametrize("every", AGAIN_AFTER_EVERY)
def test_wherever_the_power_is_cut_it_opens_as_old_or_as_new_and_a_backup_is_there(
    archive: LockedArchive, ids: IdSource, tmp_path: Path, tell: Tell, every: int
) -> None:
    ends: Counter[str] = Counter()
    for point in crash_points(migration_of(archive), archive.profile.folder, archive.lay_out):
        by_keyring_and_without_it(archive, ids)
        assert archive.opens_whole(archive.key)
        version = version_of(archive.profile.archive, archive)
        backups = whole_backups(archive, tmp_path / "unpacked")
        ends[f"{'old' if version == SCHEMA_VERSION else 'new'}, backups: {backups}"] += 1
        if point % every == 0:
            asyncio.run(opened_as_ever(archive))
            assert version_of(archive.profile.archive, archive) == TOMORROW
            assert whole_backups(archive, tmp_path / "unpacked") == 1
            assert not list(archive.profile.backups.glob("*.partial*"))
    tell(f"{ends.total()} of {ends.total()} crash points of a migration survived: {dict(ends)}")
    assert set(ends) == {"old, backups: 0", "old, backups: 1", "new, backups: 1"}
    assert ends["old, backups: 1"] > len(STEP)


def by_keyring_and_without_it(archive: LockedArchive, ids: IdSource) -> None:
    """See that the keyring leads to the key, and when its entry is gone, the recovery key does."""
    unlocked = [unlock(archive.profile, archive.keyring, ids.next)]
    archive.keyring.delete(key_entry(archive.key.archive_id))
    with pytest.raises(SecretMissing):
        unlock(archive.profile, archive.keyring, ids.next)
    unlocked.append(unlock_with_recovery_key(archive.profile, archive.recovery_key.text))
    keys = {settle_key(archive.profile, archive.keyring, each) for each in unlocked}
    assert keys == {archive.key}


def test_a_migration_step_by_step_would_be_found_out(archive: LockedArchive) -> None:
    """The control: the cuts fall where a migration without a transaction leaves neither old nor new."""

    def migrate_carelessly(steps: Steps) -> None:
        with closing(open_connection(archive.profile.archive, archive.key.key_and_salt)) as source:
            source.set_trace_callback(steps.tick)
            for statement in (*STEP, f"PRAGMA user_version = {TOMORROW}"):
                source.execute(statement)

    def is_whole() -> bool:
        try:
            return version_of(archive.profile.archive, archive) in (SCHEMA_VERSION, TOMORROW)
        except AssertionError:
            return False

    cuts = crash_points(migrate_carelessly, archive.profile.folder, archive.lay_out)
    assert {is_whole() for _ in cuts} == {True, False}


MIGRATE = """
import os, sys
from pathlib import Path
from app.store.driver import open_connection
from app.store.migrate import migrate
from tests.fixtures.tomorrow import STEPS_OF_TOMORROW

connection = open_connection(Path(sys.argv[1]), os.environ["ARCHIVE_KEY"])
migrate(connection, lambda _: None, steps=STEPS_OF_TOMORROW)
os.write(1, b"STORED 0\\n")
connection.close()
"""


@pytest.mark.parametrize("images", IMAGES)
def test_a_disk_that_lost_what_was_not_synced_holds_the_old_or_the_new(
    tmp_path: Path, archive_key: str, tell: Tell, images: int
) -> None:
    path, rows, chance = tmp_path / "archive.db", 300, random.Random(images)  # noqa: S311 (dice, no secret)
    before = {path.name: older_archive(path, archive_key, rows)}
    acts = recorded(path, archive_key, MIGRATE)
    done = next(place for place, act in enumerate(acts) if act.kind == "told")
    ends: Counter[int] = Counter()
    for _ in range(images):
        until = chance.randrange(len(acts) + 1)
        disk_after(acts[:until], before, chance).put(tmp_path / "cut")
        with closing(open_connection(tmp_path / "cut" / path.name, archive_key)) as connection:
            assert pragma(connection, "PRAGMA integrity_check") == "ok"
            version = whole_version(connection, rows)
        assert version == TOMORROW or until <= done
        ends[version] += 1
    tell(f"{images} power cuts in a migration: {ends[SCHEMA_VERSION]} old, {ends[TOMORROW]} new, all whole")
    assert set(ends) == {SCHEMA_VERSION, TOMORROW}


def older_archive(path: Path, key: str, rows: int) -> bytes:
    create_privately(path)
    with closing(open_connection(path, key)) as connection:
        migrate(connection)
        with transaction(connection):
            connection.executemany("INSERT INTO setting (name, value) VALUES (?, ?)", settings(rows))
    return path.read_bytes()


def settings(rows: int) -> Iterator[tuple[str, str]]:
    return ((f"row {number}", "x" * 500) for number in range(rows))


MIGRATE_ON_A_SMALL_DISK = """
    import asyncio, shutil
    from contextlib import closing
    from functools import partial
    from app.chat.precaution import back_up_first, open_archive
    from app.credentials.unlocking import unlock_with_passphrase
    from app.domain.errors import DiskFull
    from app.store import archive as opening
    from app.store.archive import Archive
    from app.store.backups import list_backups
    from app.store.driver import open_connection
    from app.store.migrate import migrate
    from app.system.profile import Profile
    from tests.fixtures.tomorrow import STEPS_OF_TOMORROW, whole_version

    opening.migrate = partial(migrate, steps=STEPS_OF_TOMORROW)
    profile, filler = Profile(disk / "profile"), disk / "filler"
    shutil.copytree(sys.argv[3], profile.folder)
    key = unlock_with_passphrase(profile, sys.argv[4]).key

    def back_up_and_fill(source):
        back_up_first(source, profile, key, 1)
        with filler.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                print("full", flush=True)

    async def open_on_a_full_disk():
        store = Archive()
        place, secret = profile.archive, key.key_and_salt
        try:
            await store.open(place, secret, is_new=False, now=1, before_migration=back_up_and_fill)
        except DiskFull:
            print("told")
        finally:
            await store.close()

    async def open_with_room():
        store = Archive()
        await open_archive(store, profile, key, is_new=False, now=2)
        await store.close()

    def tell():
        with closing(open_connection(profile.archive, key.key_and_salt)) as connection:
            print(whole_version(connection, int(sys.argv[5])), len(list_backups(profile.backups)))

    asyncio.run(open_on_a_full_disk())
    filler.unlink()
    tell()
    asyncio.run(open_with_room())
    tell()
"""


def test_a_disk_that_fills_up_meanwhile_costs_nothing_but_the_attempt(
    tmp_path: Path, keyring: OsKeyring, ids: IdSource, child: StartChild
) -> None:
    older = locked_archive(tmp_path, keyring, ids, in_keyring=False)
    arguments = (older.profile.folder, WORDS, str(ROWS))
    migrating = on_small_disk(child, tmp_path / "disk", "80m", MIGRATE_ON_A_SMALL_DISK, *arguments)
    told = migrating.ends().splitlines()
    assert told == ["full", "told", f"{SCHEMA_VERSION} 1", f"{TOMORROW} 1"]
