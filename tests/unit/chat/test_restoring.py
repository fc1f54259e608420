"""A backup becomes the archive again, here and on another machine."""

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.chat.key_rotation import rotate_key
from app.chat.restoring import restore, ways_into
from app.chat.way_in import enter
from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import (
    confirm_recovery_key,
    create_recovery_key,
    keep_in_keyring,
    set_passphrase,
    use_passphrase_only,
)
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar_files import require_sidecar
from app.credentials.unlocking import confirm
from app.domain.errors import (
    BackupOfAnother,
    BackupUnreadable,
    FileExists,
    RecoveryKeyMistyped,
    SecretMissing,
    StoreFromFuture,
)
from app.domain.ids import IdSource
from app.domain.ways import Answer, Way
from app.store.backup_file import extract_archive
from app.store.backups import make_backup
from app.store.driver import open_connection, transaction
from app.store.migrate import SCHEMA_VERSION, migrate
from app.system.private_file import create_privately
from app.system.profile import Profile, log_of

KEYRING = Answer(Way.KEYRING)
WORDS = "four words are enough"
WRITE = "INSERT INTO setting (name, value) VALUES (?, '')"
NOW = 1_795_176_000_000_000


@dataclass
class Kept:
    """A profile whose archive holds "old" in a backup and "new" besides in the archive itself."""

    profile: Profile
    backup: Path
    recovery_key: str
    key: ArchiveKey


def rows(profile: Profile, ids: IdSource, answer: Answer = KEYRING) -> list[str]:
    return names_in(profile.archive, enter(profile, answer, ids.next).key)


def names_in(archive: Path, key: ArchiveKey) -> list[str]:
    with closing(open_connection(archive, key.key_and_salt)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM setting ORDER BY name")]


@pytest.fixture
def kept(profile: Profile, ids: IdSource, tmp_path: Path) -> Kept:
    key = enter(profile, KEYRING, ids.next).key
    create_privately(profile.archive)
    backup = tmp_path / "mine.backup"
    with closing(open_connection(profile.archive, key.key_and_salt)) as connection:
        migrate(connection)
        confirm(profile)
        recovery_key = create_recovery_key(profile, key).text
        confirm_recovery_key(profile, recovery_key, 1)
        connection.execute(WRITE, ("old",))
        make_backup(connection, backup, key.key_and_salt, require_sidecar(profile).to_json())
        with transaction(connection):
            connection.execute(WRITE, ("new",))
    return Kept(profile, backup, recovery_key, key)


def bring_back(kept: Kept, profile: Profile, ids: IdSource, answer: Answer = KEYRING) -> Path | None:
    return restore(profile, kept.backup, answer, now=NOW, new_id=ids.next).aside


def test_the_archive_that_was_there_keeps_its_bytes_under_another_name(kept: Kept, ids: IdSource) -> None:
    before = kept.profile.archive.read_bytes()
    aside = bring_back(kept, kept.profile, ids)
    assert rows(kept.profile, ids) == ["old"]
    assert aside == kept.profile.folder / "archive.db.before-restore-20261120-120000"
    assert aside.read_bytes() == before
    assert not kept.profile.restoring.exists()


def test_on_another_machine_the_recovery_key_opens_it(
    kept: Kept, ids: IdSource, keyring: OsKeyring, tmp_path: Path
) -> None:
    keyring.delete(f"archive:{kept.key.archive_id}")
    elsewhere = Profile(tmp_path / "elsewhere")
    elsewhere.make()
    with pytest.raises(SecretMissing):
        bring_back(kept, elsewhere, ids)
    typed = Answer(Way.RECOVERY_KEY, kept.recovery_key)
    assert bring_back(kept, elsewhere, ids, typed) is None
    assert rows(elsewhere, ids, typed) == ["old"]


def test_a_backup_from_before_the_passphrase_opens_by_it(
    kept: Kept, ids: IdSource, keyring: OsKeyring
) -> None:
    set_passphrase(kept.profile, kept.key, WORDS)
    use_passphrase_only(kept.profile, keyring, WORDS)
    by_passphrase = Answer(Way.PASSPHRASE, WORDS)
    assert Way.PASSPHRASE in ways_into(kept.backup, kept.profile)
    bring_back(kept, kept.profile, ids, by_passphrase)
    assert rows(kept.profile, ids, by_passphrase) == ["old"]


def test_a_backup_under_a_former_key_opens_by_the_passphrase_as_well(
    kept: Kept, ids: IdSource, keyring: OsKeyring
) -> None:
    set_passphrase(kept.profile, kept.key, WORDS)
    rotate_key(kept.profile, keyring, kept.key, now=NOW)
    use_passphrase_only(kept.profile, keyring, WORDS)
    by_passphrase = Answer(Way.PASSPHRASE, WORDS)
    bring_back(kept, kept.profile, ids, by_passphrase)
    assert rows(kept.profile, ids, by_passphrase) == ["old"]


def test_what_a_backup_has_left_undone_is_not_done_in_the_keyring(
    kept: Kept, ids: IdSource, keyring: OsKeyring, tmp_path: Path
) -> None:
    set_passphrase(kept.profile, kept.key, WORDS)
    use_passphrase_only(kept.profile, None, WORDS)  # it still has to leave the keyring
    with closing(open_connection(kept.profile.archive, kept.key.key_and_salt)) as connection:
        sidecar = require_sidecar(kept.profile).to_json()
        make_backup(connection, tmp_path / "later.backup", kept.key.key_and_salt, sidecar)
    keep_in_keyring(kept.profile, keyring, kept.key)
    later = replace(kept, backup=tmp_path / "later.backup")
    elsewhere = Profile(tmp_path / "elsewhere")
    elsewhere.make()
    bring_back(later, elsewhere, ids, Answer(Way.PASSPHRASE, WORDS))
    assert rows(elsewhere, ids, Answer(Way.PASSPHRASE, WORDS)) == ["new", "old"]
    assert rows(kept.profile, ids) == ["new", "old"]


def test_a_profile_beside_that_cannot_be_read_hinders_no_restoring(
    kept: Kept, ids: IdSource, tmp_path: Path
) -> None:
    kept.profile.sidecar.write_bytes(b'{"format": 99}')
    elsewhere = Profile(tmp_path / "elsewhere")
    elsewhere.make()
    restore(elsewhere, kept.backup, KEYRING, now=NOW, new_id=ids.next, own=kept.profile)
    assert rows(elsewhere, ids) == ["old"]


def test_a_damaged_archive_is_set_aside_as_it_is(kept: Kept, ids: IdSource) -> None:
    kept.profile.archive.write_bytes(b"noise" * 5000)
    aside = bring_back(kept, kept.profile, ids)
    assert aside is not None
    assert aside.read_bytes() == b"noise" * 5000
    assert rows(kept.profile, ids) == ["old"]


def test_a_log_that_cannot_be_folded_in_is_kept_beside_it(kept: Kept, ids: IdSource) -> None:
    log = kept.profile.archive.with_name("archive.db-wal")
    log.write_bytes(b"a log")
    kept.profile.archive.write_bytes(b"noise" * 5000)
    aside = bring_back(kept, kept.profile, ids)
    assert aside is not None
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"a log"
    assert rows(kept.profile, ids) == ["old"]


def test_the_log_of_an_unclean_end_goes_with_its_own_archive_and_never_into_the_backups(
    kept: Kept, ids: IdSource, tmp_path: Path
) -> None:
    log = log_of(kept.profile.archive)
    with closing(open_connection(kept.profile.archive, kept.key.key_and_salt)) as connection:
        connection.execute(WRITE, ("newest",))
        left = {path: path.read_bytes() for path in (kept.profile.archive, log)}
    for path, content in left.items():
        path.write_bytes(content)
    aside = bring_back(kept, kept.profile, ids)
    assert rows(kept.profile, ids) == ["old"]
    assert aside is not None
    assert names_in(aside, kept.key) == ["new", "newest", "old"]

    sibling = tmp_path / "sibling.db"  # the control: a log goes into any copy of its archive
    extract_archive(kept.backup, sibling)
    log_of(sibling).write_bytes(left[log])
    assert names_in(sibling, kept.key) == ["new", "newest", "old"]


def test_an_archive_that_is_gone_comes_back(kept: Kept, ids: IdSource) -> None:
    kept.profile.archive.unlink()
    assert bring_back(kept, kept.profile, ids) is None
    assert rows(kept.profile, ids) == ["old"]


def test_a_lost_sidecar_comes_back_with_it(kept: Kept, ids: IdSource) -> None:
    for path in (kept.profile.sidecar, kept.profile.sidecar_copy):
        path.unlink()
    assert bring_back(kept, kept.profile, ids) is not None
    assert rows(kept.profile, ids) == ["old"]


def test_a_backup_of_before_a_change_of_the_key_opens_with_its_own(
    kept: Kept, ids: IdSource, keyring: OsKeyring
) -> None:
    rotate_key(kept.profile, keyring, kept.key, now=NOW)
    former = require_sidecar(kept.profile).check_value
    typed = Answer(Way.RECOVERY_KEY, kept.recovery_key)
    aside = bring_back(kept, kept.profile, ids, typed)
    assert rows(kept.profile, ids) == rows(kept.profile, ids, typed) == ["old"]
    assert enter(kept.profile, KEYRING, ids.next).key == kept.key
    secret = keyring.get(f"archive:{kept.key.archive_id}:{former}")
    assert secret is not None
    assert aside is not None
    with closing(open_connection(aside, ArchiveKey.from_secret(secret).key_and_salt)) as connection:
        assert connection.execute("SELECT count(*) FROM setting").fetchone() == (2,)


def test_another_historys_backup_is_refused(kept: Kept, ids: IdSource, tmp_path: Path) -> None:
    other = Profile(tmp_path / "other")
    other.make()
    key = enter(other, KEYRING, ids.next).key
    create_privately(other.archive)
    with closing(open_connection(other.archive, key.key_and_salt)) as connection:
        migrate(connection)
    confirm(other)
    before = other.archive.read_bytes()
    with pytest.raises(BackupOfAnother):
        bring_back(kept, other, ids)
    assert other.archive.read_bytes() == before
    assert not other.restoring.exists()


def test_a_backup_of_a_newer_program_is_refused_before_anything_is_changed(kept: Kept, ids: IdSource) -> None:
    with closing(open_connection(kept.profile.archive, kept.key.key_and_salt)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        newer = kept.backup.with_name("newer.backup")
        make_backup(connection, newer, kept.key.key_and_salt, require_sidecar(kept.profile).to_json())
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    before = kept.profile.archive.read_bytes()
    with pytest.raises(StoreFromFuture):
        bring_back(replace(kept, backup=newer), kept.profile, ids)
    assert kept.profile.archive.read_bytes() == before
    assert not list(kept.profile.folder.glob("*before-restore*"))


def test_what_does_not_open_changes_nothing(kept: Kept, ids: IdSource) -> None:
    def everything() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in kept.profile.folder.iterdir() if path.is_file()}

    before = everything()
    with pytest.raises(RecoveryKeyMistyped):
        bring_back(kept, kept.profile, ids, Answer(Way.RECOVERY_KEY, "4T7K"))
    kept.backup.write_bytes(kept.backup.read_bytes()[:-1])
    with pytest.raises(BackupUnreadable):
        bring_back(kept, kept.profile, ids)
    assert everything() == before


@pytest.mark.parametrize("place", [200, 60_000, -25])
def test_a_damaged_backup_is_told_as_such_and_changes_nothing(kept: Kept, ids: IdSource, place: int) -> None:
    content, before = bytearray(kept.backup.read_bytes()), kept.profile.archive.read_bytes()
    content[place] ^= 1
    kept.backup.write_bytes(content)
    with pytest.raises(BackupUnreadable, match="The backup is damaged"):
        restore(kept.profile, kept.backup, KEYRING, now=NOW, new_id=ids.next)
    assert kept.profile.archive.read_bytes() == before
    assert not kept.profile.restoring.exists()


def test_a_persons_own_folder_of_that_name_is_left_alone(kept: Kept, ids: IdSource, tmp_path: Path) -> None:
    elsewhere = Profile(tmp_path / "elsewhere")
    mine = elsewhere.restoring / "chair.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("varnish")
    with pytest.raises(FileExists, match="Give it another name"):
        restore(elsewhere, kept.backup, KEYRING, now=NOW, new_id=ids.next)
    assert mine.read_text() == "varnish"


def test_what_a_crash_has_left_of_a_restore_is_in_nobodys_way(kept: Kept, ids: IdSource) -> None:
    Profile(kept.profile.restoring).make()
    for name in ("archive.db", "archive.db-wal", "archive.json.partial"):
        (kept.profile.restoring / name).write_bytes(b"half")
    restore(kept.profile, kept.backup, KEYRING, now=NOW, new_id=ids.next)
    assert rows(kept.profile, ids) == ["old"]
    assert not kept.profile.restoring.exists()
