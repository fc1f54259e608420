"""The sidecar: the file beside the archive that tells which key it needs and where that is kept."""

import json
from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Self

from app.domain.errors import KeyMismatch
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import write_privately


class SidecarFormat(IntEnum):
    FIRST = 1


class ArchiveState(StrEnum):
    """NEW from the making of the key until the archive has once been opened with it; READY ever after."""

    NEW = "new"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Sidecar:
    archive_id: str
    keyring: str
    check_value: str
    state: ArchiveState
    format: SidecarFormat = SidecarFormat.FIRST

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Return what the file holds, or None if there is none.

        Raises KeyMismatch if it makes no sense, and StoreError if it cannot be read at all.
        """
        with disk_errors_translated():
            if not path.exists():
                return None
            content = path.read_bytes()
        try:
            fields = json.loads(content)
            fields["state"] = ArchiveState(fields["state"])
            fields["format"] = SidecarFormat(fields["format"])
            return cls(**fields)
        except (ValueError, KeyError, TypeError):
            raise KeyMismatch(f"The file {path.name} cannot be read, so no key can be checked.") from None

    def write(self, path: Path) -> None:
        """Replace what the file holds. Raises StoreError."""
        with disk_errors_translated():
            write_privately(path, json.dumps(asdict(self), indent=1).encode())
