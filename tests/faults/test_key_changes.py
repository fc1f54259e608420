"""The power is cut at each step of a change to the ways into an archive. Prints how many were survived.

After each cut the ways that lead in are those from before the change or those from after it, never fewer; the
archive is the same to the byte.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from app.chat.key_rotation import settle_key
from app.credentials import key_changes
from app.credentials.archive_key import ArchiveKey
from app.credentials.keyring_entries import key_entry
from app.credentials.os_keyring import OsKeyring
from app.credentials.recovery_key import RecoveryKey
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.stretching import Stretching
from app.credentials.unlocking import Unlocked, unlock, unlock_with_passphrase, unlock_with_recovery_key
from app.domain.errors import CredentialError
from app.domain.ids import IdSource
from tests.fixtures.crash_points import Steps, crash_points, is_cut
from tests.fixtures.locked_archive import WORDS, LockedArchive, locked_archive

NEW_WORDS = "other words as well"
NEW_RECOVERY_KEY = RecoveryKey(bytes(range(32)))
NOW = 7

Change = Callable[[LockedArchive, OsKeyring], object]


def create_recovery_key(archive: LockedArchive, _keyring: OsKeyring) -> None:
    key_changes.create_recovery_key(archive.profile, archive.key)


def replace_recovery_key(archive: LockedArchive, _keyring: OsKeyring) -> None:
    key_changes.create_recovery_key(archive.profile, archive.key)
    key_changes.confirm_recovery_key(archive.profile, NEW_RECOVERY_KEY.text, NOW)


def defer_recovery_key(archive: LockedArchive, _keyring: OsKeyring) -> None:
    key_changes.defer_recovery_key(archive.profile, NOW)


def change_passphrase(archive: LockedArchive, _keyring: OsKeyring) -> None:
    key_changes.set_passphrase(archive.profile, archive.key, NEW_WORDS)


def remove_passphrase(archive: LockedArchive, _keyring: OsKeyring) -> None:
    key_changes.remove_passphrase(archive.profile, archive.key)


def leave_the_keyring(archive: LockedArchive, keyring: OsKeyring) -> None:
    key_changes.use_passphrase_only(archive.profile, keyring, WORDS)


def come_back_to_the_keyring(archive: LockedArchive, keyring: OsKeyring) -> None:
    key_changes.keep_in_keyring(archive.profile, keyring, archive.key)


def make_new_secrets_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are made in a child, and a passphrase is not stretched for a third of a second each time."""
    quick = Stretching("11" * 16, memory_kib=64, passes=1, lanes=1)
    monkeypatch.setattr(Stretching, "new", lambda: quick)
    monkeypatch.setattr(RecoveryKey, "new", lambda: NEW_RECOVERY_KEY)


def opening(archive: LockedArchive, ids: IdSource) -> frozenset[str]:
    """The ways that lead to the archive's key now. One that leads to another key would be a disaster."""
    ways: dict[str, Callable[[], Unlocked]] = {
        "keyring": lambda: unlock(archive.profile, archive.keyring, ids.next),
        "words": lambda: unlock_with_passphrase(archive.profile, WORDS),
        "new words": lambda: unlock_with_passphrase(archive.profile, NEW_WORDS),
        "recovery key": lambda: unlock_with_recovery_key(archive.profile, archive.recovery_key.text),
        "new recovery key": lambda: unlock_with_recovery_key(archive.profile, NEW_RECOVERY_KEY.text),
    }
    return frozenset(name for name, way in ways.items() if leads_to(archive.key, way))


def leads_to(key: ArchiveKey, way: Callable[[], Unlocked]) -> bool:
    try:
        unlocked = way()
    except CredentialError:
        return False
    assert unlocked == Unlocked(key, is_new=False)
    return True


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "in_keyring", "lost", "won"),
    [
        (create_recovery_key, True, set(), {"new recovery key"}),
        (replace_recovery_key, True, {"recovery key"}, {"new recovery key"}),
        (defer_recovery_key, True, set(), set()),
        (change_passphrase, True, {"words"}, {"new words"}),
        (change_passphrase, False, {"words"}, {"new words"}),
        (remove_passphrase, True, {"words"}, set()),
        (leave_the_keyring, True, {"keyring"}, set()),
        (come_back_to_the_keyring, False, set(), {"keyring"}),
    ],
)
def test_wherever_the_power_is_cut_every_promised_way_leads_in(
    tmp_path: Path,
    keyring: OsKeyring,
    ids: IdSource,
    monkeypatch: pytest.MonkeyPatch,
    change: Change,
    in_keyring: bool,
    lost: set[str],
    won: set[str],
) -> None:
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=in_keyring)
    make_new_secrets_known(monkeypatch)
    content, before = archive.profile.archive.read_bytes(), opening(archive, ids)
    states, ends = allowed(before, lost, won), Counter[str]()

    def act(steps: Steps) -> None:
        change(archive, steps.on(keyring))

    for _ in crash_points(act, archive.profile.folder, archive.lay_out):
        found = opening(archive, ids)
        ends["as before" if found == before else "as after"] += 1
        assert found in states
        assert archive.profile.archive.read_bytes() == content
        settled(archive)
        assert opening(archive, ids) == found
    archive.lay_out()
    assert not is_cut(act, archive.profile.folder, 0)
    assert opening(archive, ids) == (before - lost) | won
    print(f"\n{ends.total()} of {ends.total()} crash points of {change.__name__} survived: {dict(ends)}")
    assert ends["as before"] > 0


def allowed(before: frozenset[str], lost: set[str], won: set[str]) -> set[frozenset[str]]:
    """The states between which a change may be met: with what it wins before it loses anything."""
    return {before, before | won, (before - lost) | won}


def settled(archive: LockedArchive) -> None:
    """The next start brings to an end what can be: a keyring that was to be left is left."""
    key = settle_key(archive.profile, archive.keyring, Unlocked(archive.key, is_new=False))
    assert key == archive.key
    in_keyring = archive.keyring.get(key_entry(key.archive_id)) is not None
    sidecar = require_sidecar(archive.profile)
    assert sidecar.left_keyring is None
    assert in_keyring or sidecar.keyring is None


def test_a_way_to_another_key_would_be_noticed(tmp_path: Path, keyring: OsKeyring, ids: IdSource) -> None:
    """The control: what the search for open ways finds is really the archive's key."""
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=True)
    assert opening(archive, ids) == {"keyring", "words", "recovery key"}
    archive.key = ArchiveKey.new(archive.key.archive_id)
    with pytest.raises(AssertionError):
        opening(archive, ids)


@pytest.mark.slow
def test_a_change_that_lets_go_before_it_holds_would_be_found_out(
    tmp_path: Path, keyring: OsKeyring, ids: IdSource
) -> None:
    """The control: the cuts fall where a careless change would lose every way."""
    archive = locked_archive(tmp_path, keyring, ids, in_keyring=True)

    def write_anew(_steps: Steps) -> None:
        sidecar = require_sidecar(archive.profile)
        archive.profile.sidecar.unlink()
        archive.profile.sidecar_copy.unlink()
        write_sidecar(archive.profile, sidecar)

    folder = archive.profile.folder
    assert frozenset() in {opening(archive, ids) for _ in crash_points(write_anew, folder, archive.lay_out)}
