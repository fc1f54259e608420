"""From the disk's refusals to ours, for the files that Sotto reads and writes beside the archive."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.errors import DiskFull, StoreReadOnly

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def disk_errors_translated() -> Iterator[None]:
    """Raise DiskFull or StoreReadOnly for what the operating system raises."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull("The disk is full.") from error
        raise StoreReadOnly("A file in the profile's folder may not be read or written.") from error
