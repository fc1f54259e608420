"""Room kept back for the day when the disk is full: then even deleting needs some, and a reply must end.

With a full disk SQLite can write nothing, not even what would free a page. The ballast is a file of real
bytes that is let go at that moment, and made again when there is room.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from app.domain.errors import DiskFull, ReserveUsed, StoreBusy
from app.store.driver import Connection, pragma
from app.store.sqlite_errors import translated
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import create_privately

T = TypeVar("T")
_SIZE = 8 << 20
_PLENTY = 64 << 20
_TOO_LITTLE = 1 << 20


class Ballast:
    """Used on the writer's thread; `news` may be asked for on any."""

    def __init__(self, path: Path, *, size: int = _SIZE, plenty: int = _PLENTY) -> None:
        self._path = path
        self._size = size
        self._plenty = plenty
        self._news: ReserveUsed | None = None

    @property
    def is_kept(self) -> bool:
        return self._path.exists() and self._path.stat().st_size == self._size

    def news(self) -> ReserveUsed | None:
        """Return once, after the ballast has been let go, what a person should be told."""
        news, self._news = self._news, None
        return news

    def keep(self) -> None:
        """Make the ballast where it is missing and there is plenty of room. Never raises for the disk."""
        with suppress(OSError):
            if self.is_kept or shutil.disk_usage(self._path.parent).free < self._plenty:
                return
            self._path.unlink(missing_ok=True)
            create_privately(self._path)
            with self._path.open("r+b") as file:
                _fill(file.fileno(), self._size)

    def make_room(self) -> None:
        """Let the ballast go before the archive is opened, if there is hardly room to open it."""
        with suppress(OSError):
            if shutil.disk_usage(self._path.parent).free < _TOO_LITTLE:
                self._let_go()

    def write(self, connection: Connection, work: Callable[[], T]) -> T:
        """Do `work`, one whole transaction; once more, with the ballast let go, where the disk is full."""
        try:
            with translated():
                done = work()
        except DiskFull:
            with disk_errors_translated():
                if not self._let_go():
                    raise
            _fold_log(connection)
            with translated():
                return work()
        if not self.is_kept:
            self.keep()
        return done

    def _let_go(self) -> bool:
        """Free the room. False if there was none to free."""
        if not self._path.exists() or not self._path.stat().st_size:
            return False
        self._path.unlink()
        self._news = ReserveUsed("The disk is full. The room that was kept back for that is in use now.")
        return True


def _fill(descriptor: int, size: int) -> None:
    """Claim real room: a file with holes would promise what the disk does not have."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)
    else:
        os.write(descriptor, bytes(size))
    os.fsync(descriptor)


def _fold_log(connection: Connection) -> None:
    """Begin the write-ahead log anew, so that it grows no further. A reader may hold that up; no matter."""
    with suppress(DiskFull, StoreBusy), translated():
        pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
