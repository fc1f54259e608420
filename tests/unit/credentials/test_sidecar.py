import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.credentials.archive_key import ArchiveKey
from app.credentials.recovery_key import RecoveryKey
from app.credentials.sidecar import ArchiveState, Rotation, Sidecar, SidecarFormat
from app.credentials.slots import Slot, SlotKind
from app.credentials.stretching import Stretching
from app.domain.errors import SidecarLost, StoreFromFuture

ID = "0191e5a0-0000-7000-8000-000000000000"
KEY, NEXT = ArchiveKey.new(ID), ArchiveKey.new(ID)
RECOVERY = replace(Slot.for_recovery(KEY, RecoveryKey.new()), confirmed_at=1_700_000_000_000)
PASSPHRASE = replace(RECOVERY, kind=SlotKind.PASSPHRASE, stretching=Stretching.new(), confirmed_at=None)
PLAIN = Sidecar(ID, "some keyring", KEY.check_value, ArchiveState.NEW)
FULL = Sidecar(
    ID,
    None,
    KEY.check_value,
    ArchiveState.READY,
    (RECOVERY, PASSPHRASE),
    Rotation(NEXT.check_value, (RECOVERY,)),
    recovery_deferred_at=7,
    left_keyring="some keyring",
    former=(NEXT.check_value,),
)


@pytest.mark.parametrize("sidecar", [PLAIN, FULL])
def test_a_sidecar_survives_being_written_down(sidecar: Sidecar) -> None:
    read = Sidecar.from_json(sidecar.to_json())
    assert read == sidecar
    assert (type(read.state), type(read.format)) == (ArchiveState, SidecarFormat)


def test_what_is_written_down_can_be_read_by_any_program() -> None:
    assert json.loads(PLAIN.to_json()) == {
        "archive_id": ID,
        "keyring": "some keyring",
        "check_value": KEY.check_value,
        "state": "new",
        "slots": [],
        "rotation": None,
        "recovery_deferred_at": None,
        "left_keyring": None,
        "former": [],
        "former_slots": [],
        "generation": 0,
        "folder": "",
        "format": 1,
    }


def test_a_sidecar_knows_its_own_key_and_the_next_one() -> None:
    other = ArchiveKey("0191e5a0-0000-7000-8000-000000000001", KEY.key_and_salt)
    assert [FULL.knows(key) for key in (KEY, NEXT, ArchiveKey.new(ID), other)] == [True, True, False, False]
    assert not PLAIN.knows(NEXT)


def test_slots_of_a_rotation_count_among_all() -> None:
    assert FULL.all_slots(SlotKind.RECOVERY) == (RECOVERY, RECOVERY)
    assert FULL.all_slots(SlotKind.PASSPHRASE) == (PASSPHRASE,)
    assert PLAIN.all_slots(SlotKind.RECOVERY) == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b"null", b"\xff\xfe", b"{}", b"[" * 100_000])
def test_what_is_no_sidecar_is_lost(content: bytes) -> None:
    with pytest.raises(SidecarLost):
        Sidecar.from_json(content)


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a state": lambda fields: fields.update(state="lost"),
    "an older format": lambda fields: fields.update(format=0),
    "a format of text": lambda fields: fields.update(format="1"),
    "a field more": lambda fields: fields.update(more=1),
    "a field less": lambda fields: fields.pop("check_value"),
    "a number for a text": lambda fields: fields.update(archive_id=7),
    "a text for a moment": lambda fields: fields.update(recovery_deferred_at="7"),
    "a former key of a number": lambda fields: fields.update(former=[7]),
    "slots of text": lambda fields: fields.update(slots="none"),
    "a slot of nothing": lambda fields: fields.update(slots=[None]),
    "an unknown kind": lambda fields: fields["slots"][0].update(kind="magic"),
    "a key that is none": lambda fields: fields["slots"][0].update(public_key="zz"),
    "a key of a number": lambda fields: fields["slots"][0].update(public_key=7),
    "a mark of a number": lambda fields: fields["slots"][0].update(mark=7),
    "all the memory": lambda fields: fields["slots"][1]["stretching"].update(memory_kib=64 << 20),
    "a salt that is none": lambda fields: fields["slots"][1]["stretching"].update(salt="zz"),
    "a rotation of nothing": lambda fields: fields.update(rotation={}),
    "a rotation without slots": lambda fields: fields["rotation"].update(slots=None),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_one_that_makes_no_sense_is_lost(change: Callable[[dict[str, Any]], object]) -> None:
    fields = json.loads(FULL.to_json())
    change(fields)
    with pytest.raises(SidecarLost):
        Sidecar.from_json(json.dumps(fields).encode())


def test_every_cut_short_sidecar_is_lost() -> None:
    whole = FULL.to_json()
    for length in range(len(whole)):
        with pytest.raises(SidecarLost):
            Sidecar.from_json(whole[:length])


def test_one_of_a_newer_sotto_is_told_as_such_whatever_else_it_holds() -> None:
    with pytest.raises(StoreFromFuture):
        Sidecar.from_json(b'{"format": 2, "new": "things"}')
