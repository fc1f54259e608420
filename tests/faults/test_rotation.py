"""The power is cut at each step of a change of the archive's key. Prints how many were survived, and how."""

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.chat.key_rotation import rotate_key, settle_key
from app.credentials.archive_key import ArchiveKey
from app.credentials.keyring_entries import next_key_entry
from app.credentials.os_keyring import OsKeyring
from app.credentials.rotating import begin_rotation, finish_rotation
from app.credentials.sidecar_files import require_sidecar
from app.credentials.unlocking import Unlocked, unlock, unlock_with_passphrase, unlock_with_recovery_key
from app.domain.errors import KeyMismatch
from app.domain.ids import IdSource
from app.store.backup_file import extract_archive
from app.store.backups import list_backups
from app.store.copies import copy_archive, remove_copy
from app.store.driver import open_connection, pragma
from app.store.probing import key_opens
from tests.fixtures.child_program import StartChild
from tests.fixtures.crash_points import MOST_STEPS, Steps, crash_points, is_cut
from tests.fixtures.locked_archive import ROWS, WORDS, LockedArchive, locked_archive
from tests.fixtures.small_disk import on_small_disk

NOW = 1_795_176_000_000_000

Way = Callable[[LockedArchive, IdSource], Unlocked]


def by_keyring(archive: LockedArchive, ids: IdSource) -> Unlocked:
    return unlock(archive.profile, archive.keyring, ids.next)


def by_passphrase(archive: LockedArchive, _ids: IdSource) -> Unlocked:
    return unlock_with_passphrase(archive.profile, WORDS)


def by_recovery_key(archive: LockedArchive, _ids: IdSource) -> Unlocked:
    return unlock_with_recovery_key(archive.profile, archive.recovery_key.text)


WITH_KEYRING = (by_keyring, by_passphrase, by_recovery_key)
WITHOUT_KEYRING = (by_passphrase, by_recovery_key)


def everything(archive: LockedArchive) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in archive.profile.folder.iterdir() if path.is_file()}


def settled(archive: LockedArchive, ids: IdSource, way: Way) -> ArchiveKey:
    return settle_key(archive.profile, archive.keyring, way(archive, ids))


def rotation_of(archive: LockedArchive, *, in_keyring: bool) -> Callable[[Steps], ArchiveKey]:
    def rotate(steps: Steps) -> ArchiveKey:
        keyring = steps.on(archive.keyring) if in_keyring else None
        return rotate_key(archive.profile, keyring, archive.key, now=NOW, progress=steps.tick)

    return rotate


def survived(archive: LockedArchive, ids: IdSource, first: Way, ways: tuple[Way, ...]) -> ArchiveKey:
    """See that the archive opens whole by the first way, and after that by all of them with the same key."""
    key = settled(archive, ids, first)
    assert archive.opens_whole(key)
    assert {settled(archive, ids, way) for way in ways} == {key}
    assert require_sidecar(archive.profile).rotation is None
    assert not list(archive.profile.folder.glob("archive.db*rotating*"))
    return key


def whole_backups(archive: LockedArchive) -> int:
    """How many backups there are, having seen that each opens with the former key and holds every row."""
    backups = list_backups(archive.profile.backups)
    for backup in backups:
        unpacked = archive.profile.backups / "unpacked"
        extract_archive(archive.profile.backups / backup.name, unpacked)
        with closing(open_connection(unpacked, archive.key.key_and_salt)) as connection:
            assert pragma(connection, "SELECT count(*) FROM setting") == ROWS
        remove_copy(unpacked)
    return len(backups)


def firsts(ways: tuple[Way, ...]) -> list[object]:
    """Which way is taken first after a cut: all in turn, or, at length, each of them after every cut."""
    at_length = [pytest.param((way,), id=way.__name__, marks=pytest.mark.long) for way in ways]
    return [pytest.param(ways, id="all in turn"), *at_length]


@pytest.mark.slow
@pytest.mark.parametrize("ways", firsts(WITH_KEYRING))
@pytest.mark.parametrize("loses_next", [False, True], ids=["keyring intact", "keyring lost the next key"])
def test_wherever_the_power_is_cut_the_archive_opens_by_every_way(
    tmp_path: Path, keyring: OsKeyring, ids: IdSource, ways: tuple[Way, ...], loses_next: bool
) -> None:
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=True)
    rotate, ends = rotation_of(archive, in_keyring=True), Counter[str]()
    for point in crash_points(rotate, archive.profile.folder, archive.lay_out):
        first, is_begun = ways[point % len(ways)], require_sidecar(archive.profile).rotation is not None
        if loses_next:
            keyring.delete(next_key_entry(archive.key.archive_id))
            if not_by_keyring(archive, ids):
                ends["not by the keyring until another way was taken"] += 1
                first = by_recovery_key if first is by_keyring else first
        key = survived(archive, ids, first, WITH_KEYRING)
        assert whole_backups(archive) == 1 or (key == archive.key and not is_begun)
        ends["old key" if key == archive.key else "new key"] += 1
    tell(ends, "with a keyring that lost the next key" if loses_next else "with a keyring")
    assert (ends["not by the keyring until another way was taken"] > 0) is loses_next


@pytest.mark.slow
@pytest.mark.parametrize("ways", firsts(WITHOUT_KEYRING))
def test_wherever_the_power_is_cut_a_passphrase_is_enough(
    tmp_path: Path, keyring: OsKeyring, ids: IdSource, ways: tuple[Way, ...]
) -> None:
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=False)
    rotate, ends = rotation_of(archive, in_keyring=False), Counter[str]()
    for point in crash_points(rotate, archive.profile.folder, archive.lay_out):
        is_begun = require_sidecar(archive.profile).rotation is not None
        key = survived(archive, ids, ways[point % len(ways)], WITHOUT_KEYRING)
        assert whole_backups(archive) == 1 or (key == archive.key and not is_begun)
        ends["old key" if key == archive.key else "new key"] += 1
    tell(ends, "without a keyring")


@pytest.mark.slow
def test_what_is_not_cut_ends_under_the_new_key_and_leaves_nothing(
    tmp_path: Path, keyring: OsKeyring, ids: IdSource
) -> None:
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=True)
    assert not is_cut(rotation_of(archive, in_keyring=True), archive.profile.folder, MOST_STEPS)
    assert keyring.get(next_key_entry(archive.key.archive_id)) is None
    assert survived(archive, ids, by_keyring, WITH_KEYRING) != archive.key


@pytest.mark.slow
def test_a_rotation_that_lets_the_key_go_too_early_would_be_found_out(
    tmp_path: Path, keyring: OsKeyring, ids: IdSource
) -> None:
    """The control: the cuts fall where another order would lose everything."""
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=True)
    profile = archive.profile

    def rotate_carelessly(steps: Steps) -> None:
        following = begin_rotation(profile, keyring, archive.key)
        with closing(open_connection(profile.archive, archive.key.key_and_salt)) as source:
            copy_archive(source, profile.rotating, following.key_and_salt)
        finish_rotation(profile, steps.on(keyring), following)
        profile.rotating.replace(profile.archive)

    def opens() -> bool:
        try:
            return key_opens(profile.archive, settled(archive, ids, by_keyring).key_and_salt)
        except KeyMismatch:
            return False

    opened = {opens() for _ in crash_points(rotate_carelessly, profile.folder, archive.lay_out)}
    assert opened == {True, False}


def tell(ends: Counter[str], how: str) -> None:
    points = ends["old key"] + ends["new key"]
    print(f"\n{points} of {points} crash points of a rotation {how} survived with every row: {dict(ends)}")
    assert points > 20
    assert ends["old key"] > 0 < ends["new key"]


def not_by_keyring(archive: LockedArchive, ids: IdSource) -> bool:
    """Whether the keyring has only the key that no longer opens the archive. Nothing may be changed then."""
    if require_sidecar(archive.profile).rotation is None:
        return False
    before = everything(archive)
    unlocked = by_keyring(archive, ids)
    try:
        settle_key(archive.profile, archive.keyring, unlocked)
    except KeyMismatch:
        assert everything(archive) == before
        return True
    return False


ROTATE_ON_A_SMALL_DISK = """
    import shutil
    from app.chat.key_rotation import rotate_key, settle_key
    from app.credentials.sidecar_files import require_sidecar
    from app.credentials.unlocking import unlock_with_passphrase
    from app.domain.errors import DiskFull
    from app.system.profile import Profile

    words = sys.argv[4]
    profile, filler = Profile(disk / "profile"), disk / "filler"
    shutil.copytree(sys.argv[3], profile.folder)

    def kept():
        names = sorted(path.name for path in profile.folder.glob("archive*"))
        return names, profile.archive.read_bytes(), require_sidecar(profile)

    before = kept()

    def fill(*_):
        if sys.argv[5] == "copy" and not list(profile.backups.glob("*.backup")):
            return
        with filler.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                print("full", flush=True)

    try:
        rotate_key(profile, None, unlock_with_passphrase(profile, words).key, now=1, progress=fill)
    except DiskFull:
        print("told")
    filler.unlink()
    key = settle_key(profile, None, unlock_with_passphrase(profile, words))
    print(before == kept())
    rotate_key(profile, None, key, now=2)
    print(unlock_with_passphrase(profile, words).key != key)
"""


@pytest.mark.slow
@pytest.mark.parametrize("during", ["backup", "copy"])
def test_a_disk_that_fills_up_meanwhile_costs_nothing_but_the_attempt(
    tmp_path: Path, keyring: OsKeyring, ids: IdSource, child: StartChild, during: str
) -> None:
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=False)
    rotating = on_small_disk(
        child, tmp_path / "disk", "64m", ROTATE_ON_A_SMALL_DISK, archive.profile.folder, WORDS, during
    )
    output = rotating.ends()
    assert output.replace("full\n", "").split() == ["told", "True", "True"]
    assert "full" in output
