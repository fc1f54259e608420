"""What a backup is on the disk: the encrypted archive, and behind it all but a secret that opens it.

The sidecar's bytes stand behind the archive's last page, where SQLite does not look, with their length and a
mark at the very end. Nothing here opens the archive.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import BackupUnreadable
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import create_privately

_MARK = b"Sotto backup 1\n\0"
_LENGTH_BYTES = 8
_LARGEST_SIDECAR = 1 << 20
_PIECE = 1 << 20


def append_sidecar(path: Path, sidecar: bytes) -> None:
    """Complete a copy of an archive to a backup."""
    with disk_errors_translated(), path.open("ab") as file:
        file.write(sidecar + len(sidecar).to_bytes(_LENGTH_BYTES) + _MARK)
        file.flush()
        os.fsync(file.fileno())


def sidecar_of(path: Path) -> bytes:
    """Return the sidecar's bytes. Raises BackupUnreadable if this is no backup, or not a whole one."""
    with disk_errors_translated(), _opened(path) as file:
        _, sidecar = _parts(file)
    return sidecar


def pages_of(path: Path, size: int) -> Iterator[bytes]:
    """Yield the pages of the archive in a backup; what is left of one that is cut is the last."""
    with disk_errors_translated(), _opened(path) as file:
        left, _ = _parts(file)
        file.seek(0)
        while left > 0:
            yield file.read(min(left, size))
            left -= size


def extract_archive(path: Path, target: Path) -> None:
    """Write the archive that the backup holds to the new file `target`."""
    with disk_errors_translated(), _opened(path) as file:
        left, _ = _parts(file)
        file.seek(0)
        create_privately(target)
        with target.open("r+b") as copy:
            while left:
                piece = file.read(min(left, _PIECE))
                if not piece:
                    raise BackupUnreadable("The backup's file is not whole.")
                copy.write(piece)
                left -= len(piece)
            copy.flush()
            os.fsync(copy.fileno())


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open it, if it is a file: a pipe would keep us waiting for its other end. Raises BackupUnreadable."""
    if not path.is_file():
        raise BackupUnreadable("There is no such file.")
    try:
        file = path.open("rb")
    except OSError as error:
        raise BackupUnreadable("The backup's file may not be read.") from error
    with file:
        yield file


def _parts(file: BinaryIO) -> tuple[int, bytes]:
    """Return the archive's length and the sidecar's bytes."""
    tail = _LENGTH_BYTES + len(_MARK)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - tail))
    end = file.read(tail)
    length = int.from_bytes(end[:_LENGTH_BYTES])
    if end[_LENGTH_BYTES:] != _MARK or not 0 < length <= min(_LARGEST_SIDECAR, size - tail):
        raise BackupUnreadable("This file is not a whole backup of Sotto's.")
    file.seek(size - tail - length)
    return size - tail - length, file.read(length)
