from dataclasses import replace
from pathlib import Path

import pytest

from app.credentials.archive_key import ArchiveKey
from app.credentials.keyring_entries import (
    fetch_keys,
    folder_entry,
    former_key_entry,
    key_entry,
    next_key_entry,
    require_keyring,
)
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar import ArchiveState, Rotation, Sidecar
from app.domain.errors import KeyMismatch, KeyringUnavailable, SecretMalformed, SecretMissing, WrongKeyring
from app.domain.ids import IdSource
from app.system.profile import Profile


@pytest.fixture
def key(ids: IdSource) -> ArchiveKey:
    return ArchiveKey.new(ids.next())


@pytest.fixture
def following(key: ArchiveKey) -> ArchiveKey:
    return ArchiveKey.new(key.archive_id)


@pytest.fixture
def sidecar(key: ArchiveKey, keyring: OsKeyring) -> Sidecar:
    return Sidecar(key.archive_id, keyring.kind, key.check_value, ArchiveState.READY)


@pytest.fixture
def rotating(sidecar: Sidecar, following: ArchiveKey) -> Sidecar:
    return replace(sidecar, rotation=Rotation(following.check_value, ()))


def keep(keyring: OsKeyring, key: ArchiveKey, current: str | None, following: str | None) -> None:
    for entry, secret in ((key_entry, current), (next_key_entry, following)):
        if secret:
            keyring.set(entry(key.archive_id), secret)
        else:
            keyring.delete(entry(key.archive_id))


def test_outside_a_rotation_there_is_one_key(
    keyring: OsKeyring, sidecar: Sidecar, key: ArchiveKey, following: ArchiveKey
) -> None:
    keep(keyring, key, key.secret, following.secret)
    assert fetch_keys(sidecar, keyring) == (key,)


def test_in_a_rotation_both_are_fetched(
    keyring: OsKeyring, rotating: Sidecar, key: ArchiveKey, following: ArchiveKey
) -> None:
    keep(keyring, key, key.secret, following.secret)
    assert fetch_keys(rotating, keyring) == (key, following)
    keep(keyring, key, key.secret, None)
    assert fetch_keys(rotating, keyring) == (key,)
    keep(keyring, key, following.secret, following.secret)
    assert fetch_keys(rotating, keyring) == (following,)
    keep(keyring, key, None, following.secret)
    assert fetch_keys(rotating, keyring) == (following,)
    keep(keyring, key, key.secret, "no key")
    assert fetch_keys(rotating, keyring) == (key,)


def test_a_key_that_a_rotation_has_left_as_the_next_one_is_found(
    keyring: OsKeyring, sidecar: Sidecar, key: ArchiveKey
) -> None:
    for current in (None, "no key", ArchiveKey.new(key.archive_id).secret):
        keep(keyring, key, current, key.secret)
        assert fetch_keys(sidecar, keyring) == (key,)


def test_a_former_key_opens_what_was_made_under_it(
    keyring: OsKeyring, sidecar: Sidecar, key: ArchiveKey
) -> None:
    keyring.set(former_key_entry(key.archive_id, key.check_value), key.secret)
    for current in (None, "no key", ArchiveKey.new(key.archive_id).secret):
        keep(keyring, key, current, None)
        assert fetch_keys(sidecar, keyring) == (key,)


def test_without_any_that_fits_the_current_one_tells_what_is_wrong(
    keyring: OsKeyring, sidecar: Sidecar, rotating: Sidecar, key: ArchiveKey
) -> None:
    stranger = ArchiveKey.new(key.archive_id).secret
    for state in (sidecar, rotating):
        for current, told in ((None, SecretMissing), ("no key", SecretMalformed), (stranger, KeyMismatch)):
            for other in (None, "no key", stranger):
                keep(keyring, key, current, other)
                with pytest.raises(told):
                    fetch_keys(state, keyring)


def test_the_keyring_must_be_the_archives_own(keyring: OsKeyring, sidecar: Sidecar) -> None:
    assert require_keyring(sidecar, keyring) is keyring
    with pytest.raises(KeyringUnavailable):
        require_keyring(sidecar, None)
    with pytest.raises(WrongKeyring):
        require_keyring(replace(sidecar, keyring="another"), keyring)
    with pytest.raises(WrongKeyring):
        fetch_keys(replace(sidecar, keyring=None), keyring)


def test_a_folder_has_an_entry_of_its_own(tmp_path: Path) -> None:
    one, other = Profile(tmp_path / "one"), Profile(tmp_path / "other")
    assert folder_entry(one) != folder_entry(other)
    assert str(tmp_path) not in folder_entry(one)
