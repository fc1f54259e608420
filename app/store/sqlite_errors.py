"""From SQLite's codes to ours: the world's fault becomes a StoreError, all else is a bug of ours."""

from types import MappingProxyType

from sqlcipher3 import dbapi2

from app.domain.errors import (
    BugError,
    DiskFull,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreReadOnly,
)

_PRIMARY_CODE = 0xFF

# The key has been checked before the file is opened, so "not a database" is damage and not a wrong key.
_WORLD = MappingProxyType(
    {
        5: (StoreBusy, "Another program is using the archive."),
        6: (StoreBusy, "Another program is using the archive."),
        8: (StoreReadOnly, "The archive may not be written."),
        10: (StoreDamaged, "The disk reported an error while the archive was in use."),
        11: (StoreDamaged, "A part of the archive's file is damaged."),
        13: (DiskFull, "The disk is full."),
        14: (StoreReadOnly, "The archive's file or its folder may not be opened."),
        23: (StoreReadOnly, "The archive may not be opened."),
        26: (StoreDamaged, "The beginning of the archive's file is damaged."),
    }
)
# A copy's errors come without their codes, only with SQLite's fixed sentences for them.
_CODES_OF_SENTENCES = MappingProxyType(
    {
        "database is locked": 5,
        "database table is locked": 6,
        "attempt to write a readonly database": 8,
        "disk I/O error": 10,
        "database disk image is malformed": 11,
        "database or disk is full": 13,
        "unable to open database file": 14,
        "file is not a database": 26,
    }
)


class translated:  # noqa: N801  # used like a function; every piece of work passes here
    """Raise our own errors for those of the driver."""

    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, dbapi2.Error):
            raise _ours(error) from error


def _ours(error: Exception) -> StoreError | BugError:
    code = getattr(error, "sqlite_errorcode", _CODES_OF_SENTENCES.get(str(error), 0)) & _PRIMARY_CODE
    if code in _WORLD:
        kind, summary = _WORLD[code]
        return kind(summary)
    return BugError(f"SQLite refused with {getattr(error, 'sqlite_errorname', type(error).__name__)}.")
