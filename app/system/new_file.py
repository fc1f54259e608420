"""Files that a person asked for, anywhere: whole or not there at all, and never over another unasked."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import DiskFull, FileExists, PlaceUnwritable
from app.system.private_file import PARTIAL, sync_folder

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


@contextmanager
def new_file(path: Path, *, may_replace: bool = False) -> Iterator[BinaryIO]:
    """Write a file beside its place, which it takes when all of it is on the disk.

    Whatever is raised meanwhile leaves nothing. Raises FileExists, DiskFull, PlaceUnwritable.
    """
    require_free(path, may_replace=may_replace)
    partial = path.with_name(f".{secrets.token_hex(8)}{PARTIAL}")
    with place_errors_translated(), ExitStack() as at_end:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE)
        at_end.callback(partial.unlink, missing_ok=True)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if may_replace:
            partial.replace(path)
        else:
            take_free_place(partial, path)
        sync_folder(path.parent)


def require_free(path: Path, *, may_replace: bool = False) -> None:
    """Raise FileExists where something has the name already: a folder never gives way."""
    with place_errors_translated():
        if path.is_dir() or (not may_replace and os.path.lexists(path)):
            raise FileExists("There is a file of that name already.")


def private_folder(path: Path) -> None:
    """Have a folder there, which others cannot look into if it is new."""
    with place_errors_translated():
        path.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)


@contextmanager
def place_errors_translated() -> Iterator[None]:
    """Raise DiskFull or PlaceUnwritable for what the operating system raises."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull("The disk is full.") from error
        raise PlaceUnwritable("The file cannot be written there.") from error


def take_free_place(partial: Path, path: Path) -> None:
    """Give the file its name, unless somebody else was faster. Not every system knows links."""
    try:
        path.hardlink_to(partial)
    except FileExistsError as error:
        raise FileExists("There is a file of that name already.") from error
    except OSError:
        require_free(path)
        partial.replace(path)
    else:
        with suppress(FileNotFoundError):
            partial.unlink()
