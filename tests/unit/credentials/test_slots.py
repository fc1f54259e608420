from dataclasses import replace

import pytest

from app.credentials.archive_key import ArchiveKey
from app.credentials.recovery_key import RecoveryKey
from app.credentials.slots import Slot, SlotKind
from app.credentials.stretching import Stretching
from app.domain.errors import EmptyPassphrase, SidecarLost, WrongPassphrase, WrongRecoveryKey

ID = "0191e5a0-0000-7000-8000-000000000000"
OTHER_ID = "0191e5a0-0000-7000-8000-000000000001"
KEY = ArchiveKey.new(ID)
NEXT = ArchiveKey.new(ID)
RECOVERY = RecoveryKey.new()
WORDS = "four words are enough"


@pytest.fixture(scope="module")
def by_passphrase() -> Slot:
    return Slot.for_passphrase(KEY, WORDS)


@pytest.fixture
def by_recovery() -> Slot:
    return Slot.for_recovery(KEY, RECOVERY)


def test_a_recovery_key_opens_its_slot(by_recovery: Slot) -> None:
    assert by_recovery.kind is SlotKind.RECOVERY
    assert by_recovery.open_with_recovery_key(ID, RECOVERY) == KEY
    assert by_recovery.open_with_recovery_key(ID, RecoveryKey.parse(RECOVERY.text.lower())) == KEY


def test_a_passphrase_opens_its_slot(by_passphrase: Slot) -> None:
    assert by_passphrase.kind is SlotKind.PASSPHRASE
    assert by_passphrase.open_with_passphrase(ID, WORDS) == KEY


def test_another_secret_does_not(by_recovery: Slot, by_passphrase: Slot) -> None:
    with pytest.raises(WrongRecoveryKey):
        by_recovery.open_with_recovery_key(ID, RecoveryKey.new())
    with pytest.raises(WrongPassphrase):
        by_passphrase.open_with_passphrase(ID, WORDS.upper())
    with pytest.raises(WrongPassphrase):
        by_recovery.open_with_passphrase(ID, RECOVERY.text)


def test_a_slot_can_be_moved_to_no_other_archive(by_recovery: Slot) -> None:
    with pytest.raises(WrongRecoveryKey):
        by_recovery.open_with_recovery_key(OTHER_ID, RECOVERY)


def test_a_new_key_is_dropped_in_without_the_secret(by_recovery: Slot, by_passphrase: Slot) -> None:
    assert by_recovery.resealed(KEY, NEXT).open_with_recovery_key(ID, RECOVERY) == NEXT
    resealed = by_passphrase.resealed(KEY, NEXT)
    assert resealed.open_with_passphrase(ID, WORDS) == NEXT
    assert resealed.resealed(NEXT, KEY).open_with_passphrase(ID, WORDS) == KEY


def test_the_letter_box_of_a_stranger_gets_no_key(by_recovery: Slot) -> None:
    stranger = RecoveryKey.new()
    foreign = Slot.for_recovery(ArchiveKey.new(ID), stranger)
    swapped = replace(by_recovery, public_key=foreign.public_key)
    for put_up in (foreign, swapped, replace(foreign, mark=by_recovery.mark), replace(by_recovery, mark="")):
        with pytest.raises(SidecarLost):
            put_up.resealed(KEY, NEXT)


@pytest.mark.parametrize(
    "changed",
    [
        {"sealed": "00"},
        {"sealed": "00" * 200},
        {"public_key": "11" * 32},
        {"kind": SlotKind.PASSPHRASE, "stretching": Stretching("00" * 16, 64, 1, 1)},
    ],
)
def test_a_changed_slot_does_not_open(by_recovery: Slot, changed: dict[str, object]) -> None:
    slot = replace(by_recovery, **changed)  # type: ignore[arg-type]
    with pytest.raises(WrongRecoveryKey):
        slot.open_with_recovery_key(ID, RECOVERY)


def test_no_bit_of_what_is_sealed_can_be_changed(by_recovery: Slot) -> None:
    sealed = bytes.fromhex(by_recovery.sealed)
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(WrongRecoveryKey):
            replace(by_recovery, sealed=changed.hex()).open_with_recovery_key(ID, RECOVERY)


@pytest.mark.parametrize(
    "malformed",
    [{"public_key": "00"}, {"sealed": ""}, {"kind": SlotKind.PASSPHRASE}],
)
def test_what_is_no_slot_is_refused(by_recovery: Slot, malformed: dict[str, object]) -> None:
    with pytest.raises(SidecarLost):
        replace(by_recovery, **malformed)  # type: ignore[arg-type]


@pytest.mark.parametrize("passphrase", ["", " ", "\n\t"])
def test_a_passphrase_has_something_in_it(passphrase: str) -> None:
    with pytest.raises(EmptyPassphrase):
        Slot.for_passphrase(KEY, passphrase)


def test_nothing_in_a_slot_gives_a_secret_away(by_recovery: Slot, by_passphrase: Slot) -> None:
    for slot in (by_recovery, by_passphrase):
        for secret in (KEY.key_and_salt[:16], RECOVERY.bits.hex()[:16], WORDS):
            assert secret not in repr(slot)
