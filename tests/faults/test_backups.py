"""The power is cut at each step of a backup, a restore and a rescue. Prints how many were survived."""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from app.chat.key_rotation import settle_key
from app.chat.rescuing import rescue, take_over
from app.chat.restoring import restore
from app.chat.way_in import enter
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar_files import require_sidecar
from app.credentials.unlocking import unlock, unlock_with_recovery_key
from app.domain.ids import IdSource
from app.domain.ways import Answer, Way
from app.store.backup_file import extract_archive, sidecar_of
from app.store.backups import list_backups, make_backup, path_for
from app.store.driver import open_connection, pragma
from app.system.profile import Profile, log_of
from tests.fixtures.crash_points import Steps, crash_points
from tests.fixtures.locked_archive import ROWS, LockedArchive, locked_archive

pytestmark = pytest.mark.slow

NOW = 1_795_176_000_000_000


@pytest.fixture(params=[True, False], ids=["key in the keyring", "key in no keyring"])
def archive(
    request: pytest.FixtureRequest, tmp_path: Path, keyring: OsKeyring, ids: IdSource
) -> LockedArchive:
    return locked_archive(tmp_path, keyring, ids, in_keyring=request.param)


def back_up(archive: LockedArchive, path: Path, steps: Steps | None = None) -> None:
    key = archive.key.key_and_salt
    sidecar = require_sidecar(archive.profile).to_json()
    with closing(open_connection(archive.profile.archive, key)) as connection:
        make_backup(connection, path, key, sidecar, progress=steps.tick if steps else None)


def rows_of(path: Path, key_and_salt: str) -> int:
    with closing(open_connection(path, key_and_salt)) as connection:
        assert pragma(connection, "PRAGMA quick_check") == "ok"
        return int(pragma(connection, "SELECT count(*) FROM setting"))


def test_a_backup_cut_off_anywhere_is_there_whole_or_not_at_all(
    archive: LockedArchive, tmp_path: Path
) -> None:
    folder = archive.profile.backups
    survived: Counter[str] = Counter()
    act = lambda steps: back_up(archive, path_for(folder, NOW), steps)  # noqa: E731
    for at in crash_points(act, archive.profile.folder, archive.lay_out):
        backups = list_backups(folder)
        for backup in backups:
            unpacked = tmp_path / f"unpacked {at}"
            extract_archive(folder / backup.name, unpacked)
            assert sidecar_of(folder / backup.name) == archive.profile.sidecar.read_bytes()
            assert rows_of(unpacked, archive.key.key_and_salt) == ROWS
        assert archive.opens_whole(archive.key)
        back_up(archive, path_for(folder, NOW + 1_000_000))
        survived["whole" if backups else "none yet"] += 1
    print(f"\nbackup: {survived.total()} of {survived.total()} crash points, {dict(survived)}")
    assert survived["whole"] <= 1, "what bears a backup's name was proved before, and has but to lose another"
    assert len(list_backups(folder)) == 1, "the last one came to its end"


def test_a_restore_cut_off_anywhere_leaves_the_old_or_the_new_and_loses_nothing(
    archive: LockedArchive, tmp_path: Path, ids: IdSource
) -> None:
    backup = tmp_path / "before.backup"
    back_up(archive, backup)
    typed = archive.recovery_key.text

    def lay_out() -> None:
        """The archive holds one row more than the backup, in the log that an unclean end has left."""
        archive.lay_out()
        file = archive.profile.archive
        with closing(open_connection(file, archive.key.key_and_salt)) as connection:
            connection.execute("INSERT INTO setting (name, value) VALUES ('newer', '')")
            left = {path: path.read_bytes() for path in (file, log_of(file))}
        for path, content in left.items():
            path.write_bytes(content)

    def act(_steps: Steps) -> object:
        answer = Answer(Way.RECOVERY_KEY, typed)
        return restore(archive.profile, backup, answer, now=NOW, new_id=ids.next)

    survived: Counter[str] = Counter()
    for _ in crash_points(act, archive.profile.folder, lay_out):
        unlocked = unlock_with_recovery_key(archive.profile, typed)
        key = settle_key(archive.profile, archive.keyring, unlocked).key_and_salt
        found = rows_of(archive.profile.archive, key)
        asides = list(archive.profile.folder.glob("archive.db.before-restore-*"))
        assert found == ROWS + 1 or (found == ROWS and [rows_of(path, key) for path in asides] == [ROWS + 1])
        if archive.keyring.get(f"archive:{archive.key.archive_id}"):
            assert unlock(archive.profile, archive.keyring, ids.next).key == archive.key
        survived["the old one" if found > ROWS else "the backup"] += 1
    print(f"\nrestore: {survived.total()} of {survived.total()} crash points, {dict(survived)}")
    assert set(survived) == {"the old one", "the backup"}


def test_a_rescue_cut_off_anywhere_leaves_the_old_or_the_new_and_loses_nothing(
    archive: LockedArchive, ids: IdSource
) -> None:
    profile, place = archive.profile, Profile(archive.profile.folder / "rescued")
    typed = Answer(Way.RECOVERY_KEY, archive.recovery_key.text)

    def lay_out() -> None:
        """The newest row is in the log that an unclean end has left."""
        archive.lay_out()
        with closing(open_connection(profile.archive, archive.key.key_and_salt)) as connection:
            connection.execute("INSERT INTO setting (name, value) VALUES ('newer', '')")

    def act(_steps: Steps) -> object:
        rescue(profile, place, typed, now=NOW, new_id=ids.next)
        return take_over(profile, place, NOW)

    survived: Counter[str] = Counter()
    for _ in crash_points(act, profile.folder, lay_out):
        key = enter(profile, typed, ids.next).key.key_and_salt
        asides = list(profile.folder.glob("archive.db.before-rescue-*[0-9]"))
        whole = [path for path in (profile.archive, *asides) if rows_of(path, key) == ROWS + 1]
        assert whole, "the newest row is in the archive, or in what was moved aside"
        survived["both" if len(whole) > 1 else whole[0].name.partition("-2")[0]] += 1
    print(f"\nrescue: {survived.total()} of {survived.total()} crash points, {dict(survived)}")
    assert survived["both"]
