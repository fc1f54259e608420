"""The sidecar: what lies beside the archive and tells which key it needs and what opens it. No secrets."""

import json
from dataclasses import asdict, dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import Any, Self

from app.credentials.archive_key import ArchiveKey
from app.credentials.slots import Slot, SlotKind
from app.credentials.stretching import Stretching
from app.domain.errors import KeyMismatch, RotationUnfinished, SidecarLost, StoreFromFuture


class SidecarFormat(IntEnum):
    FIRST = 1


class ArchiveState(StrEnum):
    """NEW from the making of the key until the archive has once been opened with it; READY ever after."""

    NEW = "new"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Rotation:
    """A change of the archive's key under way: how the next key is known, and the slots that hold it."""

    check_value: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """`keyring` is the kind that holds the key, or None where only a passphrase opens the archive.

    `left_keyring` is one that the key has left, until it is certain that its entry is gone. `former` are the
    check values of the keys that the keyring holds besides, for the backups that were made under them; of one
    that has been left, `former_slots` hold them. The `generation` tells which of two was written later, and
    `folder` the one of which the keyring has been told: in a copy it is another's.
    """

    archive_id: str
    keyring: str | None
    check_value: str
    state: ArchiveState
    slots: tuple[Slot, ...] = ()
    rotation: Rotation | None = None
    recovery_deferred_at: int | None = None
    left_keyring: str | None = None
    former: tuple[str, ...] = ()
    former_slots: tuple[Slot, ...] = ()
    generation: int = field(default=0, compare=False)
    folder: str = field(default="", compare=False)
    format: SidecarFormat = SidecarFormat.FIRST

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Read what `to_json` wrote. Raises SidecarLost, or StoreFromFuture if a newer Sotto wrote it."""
        try:
            fields = json.loads(content)
            if fields["format"] > max(SidecarFormat):
                raise StoreFromFuture("A newer Sotto has written down how the archive opens.")
            return cls._from_fields(fields)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise SidecarLost("What tells how the archive opens cannot be read.") from None

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode()

    def knows(self, key: ArchiveKey) -> bool:
        """Whether the key is this archive's, now or at the end of the rotation under way."""
        values = (self.check_value, self.rotation.check_value) if self.rotation else (self.check_value,)
        return key.archive_id == self.archive_id and key.check_value in values

    def require_settled(self, key: ArchiveKey) -> None:
        """See that the key is the archive's one. Raises KeyMismatch, or RotationUnfinished between two."""
        if not self.knows(key):
            raise KeyMismatch("The key is not this archive's.")
        if self.rotation is not None:
            raise RotationUnfinished("A change of the archive's key has yet to reach its end.")

    def settled(self, key: ArchiveKey) -> Self:
        """Return what it is where `key` is the archive's one, and no rotation stands between two."""
        if self.rotation and key.check_value == self.rotation.check_value:
            return replace(self, check_value=key.check_value, slots=self.rotation.slots, rotation=None)
        return replace(self, rotation=None)

    def all_slots(self, kind: SlotKind) -> tuple[Slot, ...]:
        """The slots of a kind, those of a rotation under way included."""
        rotating = self.rotation.slots if self.rotation else ()
        return tuple(slot for slot in (*self.slots, *rotating) if slot.kind is kind)

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> Self:
        rotation = fields["rotation"]
        return cls(
            **fields
            | {
                "archive_id": _text(fields["archive_id"]),
                "keyring": _text_or_none(fields["keyring"]),
                "left_keyring": _text_or_none(fields["left_keyring"]),
                "check_value": _text(fields["check_value"]),
                "former": tuple(map(_text, fields["former"])),
                "former_slots": _slots(fields.get("former_slots", [])),
                "generation": _count(fields.get("generation", 0)),
                "folder": _text(fields.get("folder", "")),
                "state": ArchiveState(fields["state"]),
                "slots": _slots(fields["slots"]),
                "rotation": None if rotation is None else _rotation(rotation),
                "recovery_deferred_at": _moment(fields["recovery_deferred_at"]),
                "format": SidecarFormat(fields["format"]),
            }
        )


def _rotation(fields: dict[str, Any]) -> Rotation:
    return Rotation(_text(fields["check_value"]), _slots(fields["slots"]))


def _slots(fields: list[dict[str, Any]]) -> tuple[Slot, ...]:
    return tuple(_slot(each) for each in fields)


def _slot(fields: dict[str, Any]) -> Slot:
    stretching = fields["stretching"]
    return Slot(
        **fields
        | {
            "kind": SlotKind(fields["kind"]),
            "mark": _text(fields["mark"]),
            "stretching": None if stretching is None else Stretching(**stretching),
            "confirmed_at": _moment(fields["confirmed_at"]),
        }
    )


def _count(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _moment(value: object) -> int | None:
    if value is not None and type(value) is not int:
        raise TypeError
    return value
