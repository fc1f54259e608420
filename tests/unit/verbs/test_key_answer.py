from app.credentials.key_changes import set_passphrase
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import unlock
from app.domain.ways import Answer, Way
from app.system.profile import Profile
from app.verbs.key_answer import answer_for, answer_to_backup

WORDS = "four words are enough"


def test_a_keyring_is_enough(kept: Profile, keyring: OsKeyring) -> None:
    assert answer_for(kept) == Answer(Way.KEYRING)
    set_passphrase(kept, unlock(kept, keyring, str).key, WORDS)
    assert answer_for(kept) == Answer(Way.KEYRING)


def test_a_folder_without_a_history_asks_nobody(profile: Profile) -> None:
    assert answer_for(profile) == Answer(Way.KEYRING)


def test_a_backup_is_opened_by_what_was_typed_for_it() -> None:
    assert answer_to_backup(None) == Answer(Way.KEYRING)
    assert answer_to_backup(None, WORDS) == Answer(Way.PASSPHRASE, WORDS)
    assert answer_to_backup("a key", WORDS) == Answer(Way.RECOVERY_KEY, "a key")
