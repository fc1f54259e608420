"""What may bring back a history that does not open, besides trying again: what loses least is first."""

from enum import StrEnum

from app.domain.errors import (
    AppError,
    ArchiveMissing,
    KeyMismatch,
    LogOfAnother,
    NothingReadable,
    SecretMalformed,
    SecretMissing,
    SidecarLost,
    StoreDamaged,
    StoreMissing,
)

_GONE = (
    ArchiveMissing,
    StoreMissing,
    NothingReadable,
    SidecarLost,
    KeyMismatch,
    SecretMalformed,
    SecretMissing,
)


class Remedy(StrEnum):
    RESTORE = "restore"  # a backup takes the archive's place
    RESCUE = "rescue"  # what can be read of the archive goes into a new one
    SET_LOG_ASIDE = "set-log-aside"  # a log that is another history's gets another name


def remedies_for(error: AppError) -> tuple[Remedy, ...]:
    """Return what may help after `error`. A file without its key can be replaced, but not read."""
    if isinstance(error, LogOfAnother):
        return (Remedy.SET_LOG_ASIDE,)
    if isinstance(error, _GONE):
        return (Remedy.RESTORE,)
    return (Remedy.RESTORE, Remedy.RESCUE) if isinstance(error, StoreDamaged) else ()
