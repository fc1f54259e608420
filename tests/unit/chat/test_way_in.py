"""Which way leads in, with and without a keyring."""

import shutil
from pathlib import Path

import pytest
from keyring import errors as library

from app.chat import way_in
from app.chat.way_in import Entered, enter, ways_to_offer, ways_when_locked
from app.credentials.key_changes import create_recovery_key, set_passphrase, use_passphrase_only
from app.credentials.keyring_entries import folder_entry, folders_entry
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import confirm
from app.domain.errors import (
    ArchiveMissing,
    DiskFull,
    KeyringLocked,
    KeyringUnavailable,
    PassphraseNeeded,
    SecretMissing,
    WrongPassphrase,
)
from app.domain.ids import IdSource
from app.domain.ways import Answer, Way
from app.system.profile import Profile

WORDS = "four words are enough"
KEYRING = Answer(Way.KEYRING)
GONE = SecretMissing("Gone.")


@pytest.fixture
def entered(profile: Profile, ids: IdSource) -> Entered:
    first = enter(profile, KEYRING, ids.next)
    profile.archive.touch()
    confirm(profile)
    return first


def take_keyring_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> OsKeyring:
        raise KeyringUnavailable("No keyring service answers on this computer.")

    monkeypatch.setattr(way_in, "open_keyring", nobody)


class CountingBackend:
    """A keyring that is locked, and shows the person a prompt each time it is asked."""

    def __init__(self) -> None:
        self.prompts = 0

    def get_password(self, _service: str, _name: str) -> str | None:
        self.prompts += 1
        raise library.KeyringLocked


def test_a_locked_keyring_is_asked_once_and_not_again_until_the_person_says_so(
    profile: Profile, keyring: OsKeyring, entered: Entered, ids: IdSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = CountingBackend()
    locked = OsKeyring(backend, keyring.kind)  # type: ignore[arg-type]
    with monkeypatch.context() as patch:
        patch.setattr(way_in, "open_keyring", lambda: locked)
        with pytest.raises(KeyringLocked):
            enter(profile, KEYRING, ids.next)
    assert backend.prompts == 1
    assert enter(profile, KEYRING, ids.next).key == entered.key


def test_a_first_run_makes_a_key_in_the_keyring(profile: Profile, ids: IdSource) -> None:
    first = enter(profile, KEYRING, ids.next)
    assert first.is_new
    assert enter(profile, KEYRING, ids.next).key == first.key


def test_every_way_leads_to_the_same_key(
    profile: Profile, keyring: OsKeyring, entered: Entered, ids: IdSource
) -> None:
    typed = create_recovery_key(profile, entered.key).text
    set_passphrase(profile, entered.key, WORDS)
    answers = (KEYRING, Answer(Way.PASSPHRASE, WORDS), Answer(Way.RECOVERY_KEY, typed))
    all_entered = [enter(profile, answer, ids.next) for answer in answers]
    assert {each.key for each in all_entered} == {entered.key}
    assert {each.keyring.kind for each in all_entered if each.keyring} == {keyring.kind}


def test_without_a_keyring_a_passphrase_leads_in(
    profile: Profile, entered: Entered, ids: IdSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_passphrase(profile, entered.key, WORDS)
    take_keyring_away(monkeypatch)
    again = enter(profile, Answer(Way.PASSPHRASE, WORDS), ids.next)
    assert (again.key, again.keyring) == (entered.key, None)
    with pytest.raises(KeyringUnavailable):
        enter(profile, KEYRING, ids.next)


def test_a_first_run_without_a_keyring_can_begin_with_a_passphrase(
    profile: Profile, ids: IdSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_keyring_away(monkeypatch)
    with pytest.raises(KeyringUnavailable) as told:
        enter(profile, KEYRING, ids.next)
    assert ways_to_offer(profile, told.value) == (Way.KEYRING, Way.NEW_PASSPHRASE)
    assert enter(profile, Answer(Way.NEW_PASSPHRASE, WORDS), ids.next).is_new
    profile.archive.touch()
    confirm(profile)
    with pytest.raises(PassphraseNeeded) as needed:
        enter(profile, KEYRING, ids.next)
    assert ways_to_offer(profile, needed.value) == (Way.PASSPHRASE,)


def test_a_key_is_asked_for_only_where_one_may_help(profile: Profile, entered: Entered) -> None:
    assert ways_to_offer(profile, KeyringLocked("Locked.")) == ()
    set_passphrase(profile, entered.key, WORDS)
    assert ways_to_offer(profile, GONE) == (Way.PASSPHRASE, Way.KEYRING)
    create_recovery_key(profile, entered.key)
    assert ways_to_offer(profile, GONE) == (Way.PASSPHRASE, Way.RECOVERY_KEY, Way.KEYRING)
    assert ways_to_offer(profile, DiskFull("Full.")) == ()


def test_behind_a_lock_the_keyring_helps_only_who_has_no_passphrase(
    profile: Profile, keyring: OsKeyring, entered: Entered
) -> None:
    assert ways_when_locked(profile) == (Way.KEYRING,)
    create_recovery_key(profile, entered.key)
    assert ways_when_locked(profile) == (Way.KEYRING, Way.RECOVERY_KEY)
    set_passphrase(profile, entered.key, WORDS)
    assert ways_when_locked(profile) == (Way.PASSPHRASE, Way.RECOVERY_KEY)
    use_passphrase_only(profile, keyring, WORDS)
    assert ways_when_locked(profile) == (Way.PASSPHRASE, Way.RECOVERY_KEY)


def test_a_wrong_answer_changes_nothing(profile: Profile, entered: Entered, ids: IdSource) -> None:
    set_passphrase(profile, entered.key, WORDS)
    before = profile.sidecar.read_bytes()
    with pytest.raises(WrongPassphrase):
        enter(profile, Answer(Way.PASSPHRASE, "something else"), ids.next)
    assert profile.sidecar.read_bytes() == before


def test_where_the_archive_is_gone_no_key_is_asked_for(
    profile: Profile, entered: Entered, ids: IdSource
) -> None:
    set_passphrase(profile, entered.key, WORDS)
    profile.archive.unlink()
    with pytest.raises(ArchiveMissing) as told:
        enter(profile, KEYRING, ids.next)
    assert ways_to_offer(profile, told.value) == ()


def test_the_keyring_is_told_of_a_folder_once_and_of_a_copy_as_well(
    profile: Profile, ids: IdSource, keyring: OsKeyring, tmp_path: Path
) -> None:
    key = enter(profile, Answer(Way.KEYRING), ids.next).key
    profile.archive.write_bytes(b"an archive")
    confirm(profile)
    copy = Profile(shutil.copytree(profile.folder, tmp_path / "copy"))
    enter(copy, Answer(Way.KEYRING), ids.next)
    both = {folder_entry(profile), folder_entry(copy)}
    assert set(keyring.get(folders_entry(key.archive_id)).split()) == both
    keyring.delete(folders_entry(key.archive_id))
    enter(profile, Answer(Way.KEYRING), ids.next)
    assert keyring.get(folders_entry(key.archive_id)) is None
