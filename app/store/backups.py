"""Backups: one file each, with the encrypted archive and, behind it, what is needed to unlock it elsewhere.

The trailer holds the sidecar, which has no secrets, and a sum over all that stands before it. Then come the
trailer's length and a mark, so that it is found from the file's end.
"""

import hashlib
import json
import os
import re
import shutil
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from app.domain.backup import Backup, Reason
from app.domain.errors import BackupDamaged, DiskFull, StoreReadOnly
from app.store.copies import Contents, Progress, bytes_needed, copy_archive, remove_copy, verify_copy
from app.store.driver import Connection
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import PARTIAL, create_privately, sync_folder

_ENDING = ".backup"
_MARK = b"Sotto backup 1\r\n"
_LENGTH_BYTES = 8
_LONGEST_TRAILER = 1 << 20
_PIECE = 1 << 20
_SPARE_BYTES = 1 << 20
_BYTES_A_SECOND = 30_000_000  # copied and proved
_NAME = re.compile(r"sotto-\d{8}-\d{6}\.backup")


@dataclass(frozen=True, slots=True)
class Estimate:
    bytes: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup's trailer tells. `sidecar` is what lay beside the archive, to the letter."""

    made_at: int
    reason: Reason
    archive_bytes: int
    sum: str
    sidecar: bytes = field(repr=False)
    contents: Contents


def backup_name(now: int) -> str:
    return f"sotto-{datetime.fromtimestamp(now // 1_000_000, UTC):%Y%m%d-%H%M%S}{_ENDING}"


def estimate(connection: Connection) -> Estimate:
    """Return about how much room and time a backup takes."""
    size = bytes_needed(connection) + _SPARE_BYTES
    return Estimate(size, size / _BYTES_A_SECOND)


def make_backup(
    connection: Connection,
    target: Path,
    key_and_salt: str,
    sidecar: bytes,
    *,
    now: int,
    reason: Reason,
    progress: Progress | None = None,
) -> Backup:
    """Write a proved backup to the new file `target`. It has that name only when it is whole.

    Raises DiskFull where there is no room, StoreReadOnly where there is such a file, StoreError, or what
    `progress` raises. Nothing is left behind then.
    """
    with disk_errors_translated(), ExitStack() as on_failure:
        if target.exists():
            raise StoreReadOnly("There is a file of that name already; it has been left as it is.")
        if shutil.disk_usage(target.parent).free < estimate(connection).bytes:
            raise DiskFull("There is no room for a backup.")
        partial = target.with_name(target.name + PARTIAL)
        remove_copy(partial)  # of a run that was cut short
        on_failure.callback(remove_copy, partial)
        contents = copy_archive(connection, partial, key_and_salt, progress=progress)
        verify_copy(partial, key_and_salt, contents, progress=progress)
        _add_trailer(partial, sidecar, contents, now, reason)
        read_backup(partial)
        partial.rename(target)
        on_failure.pop_all()
        sync_folder(target.parent)
        return Backup(target.name, now, target.stat().st_size, reason)


def read_backup(path: Path) -> Kept:
    """Return what the trailer tells, once the whole file agrees with it. Raises BackupDamaged, StoreError."""
    with disk_errors_translated(), path.open("rb") as file:
        kept = _read_trailer(file)
        if _sum_of(file, kept.archive_bytes) != kept.sum:
            raise BackupDamaged("The backup is damaged.")
    return kept


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, newest first. What cannot be read is not among them."""
    with disk_errors_translated():
        found = [_listed(path) for path in folder.glob(f"*{_ENDING}") if _NAME.fullmatch(path.name)]
    return tuple(sorted(filter(None, found), key=lambda backup: backup.made_at, reverse=True))


def unpack(backup: Path, target: Path, key_and_salt: str | None, *, progress: Progress | None = None) -> Kept:
    """Write the archive of a backup to the new file `target` and prove it; with its key, all of it.

    Raises BackupDamaged, StoreError, or what `progress` raises; `target` is then gone again.
    """
    kept = read_backup(backup)
    with disk_errors_translated(), ExitStack() as on_failure:
        if shutil.disk_usage(target.parent).free < kept.archive_bytes + _SPARE_BYTES:
            raise DiskFull("There is no room for what is in the backup.")
        create_privately(target)
        on_failure.callback(remove_copy, target)
        with backup.open("rb") as file, target.open("r+b") as unpacked:
            for piece in _pieces(file, kept.archive_bytes):
                unpacked.write(piece)
                if progress:
                    progress(unpacked.tell(), kept.archive_bytes)
            unpacked.flush()
            os.fsync(unpacked.fileno())
        if key_and_salt is not None:
            verify_copy(target, key_and_salt, kept.contents)
        sync_folder(target.parent)
        on_failure.pop_all()
    return kept


def _add_trailer(partial: Path, sidecar: bytes, contents: Contents, now: int, reason: Reason) -> None:
    with partial.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        trailer = json.dumps(
            {
                "made_at": now,
                "reason": reason,
                "archive_bytes": size,
                "sum": _sum_of(file, size),
                "sidecar": b64encode(sidecar).decode(),
                "contents": [contents.application_id, contents.user_version, contents.rows],
            }
        ).encode()
        file.seek(size)
        file.write(trailer + len(trailer).to_bytes(_LENGTH_BYTES, "big") + _MARK)
        file.flush()
        os.fsync(file.fileno())


def _read_trailer(file: BinaryIO) -> Kept:
    end = file.seek(0, os.SEEK_END) - _LENGTH_BYTES - len(_MARK)
    file.seek(max(0, end))
    length = int.from_bytes(file.read(_LENGTH_BYTES), "big")
    if end < 0 or file.read() != _MARK or not 0 < length <= min(end, _LONGEST_TRAILER):
        raise BackupDamaged("This file is no backup, or its end is missing.")
    file.seek(end - length)
    try:
        told = json.loads(file.read(length))
        application_id, user_version, rows = told["contents"]
        kept = Kept(
            int(told["made_at"]),
            Reason(told["reason"]),
            int(told["archive_bytes"]),
            str(told["sum"]),
            b64decode(told["sidecar"], validate=True),
            Contents(application_id, user_version, tuple((name, count) for name, count in rows)),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BackupDamaged("The end of the backup cannot be read.") from error
    if kept.archive_bytes != end - length:
        raise BackupDamaged("The backup is not as long as it says.")
    return kept


def _listed(path: Path) -> Backup | None:
    try:
        with path.open("rb") as file:
            kept = _read_trailer(file)
    except BackupDamaged:
        return None
    return Backup(path.name, kept.made_at, path.stat().st_size, kept.reason)


def _sum_of(file: BinaryIO, size: int) -> str:
    file.seek(0)
    total = hashlib.sha256()
    for piece in _pieces(file, size):
        total.update(piece)
    return total.hexdigest()


def _pieces(file: BinaryIO, size: int) -> Iterator[bytes]:
    while size > 0 and (piece := file.read(min(_PIECE, size))):
        size -= len(piece)
        yield piece
