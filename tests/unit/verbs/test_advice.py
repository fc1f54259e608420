import pytest

from app.domain.errors import (
    AppError,
    ArchiveMissing,
    DiskFull,
    KeyMismatch,
    LogOfAnother,
    NothingReadable,
    NotThisHistory,
    StoreDamaged,
)
from app.verbs.advice import sentence_for

RESTORE = " `sotto restore` brings back a backup"


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (StoreDamaged("It is damaged."), f"{RESTORE}, and `sotto salvage` what can still be read."),
        (NothingReadable("It is damaged."), f"{RESTORE}."),
        (NotThisHistory("It is another."), f"{RESTORE}, and `sotto salvage` what can still be read."),
        (LogOfAnother("It is another's. Move it."), ""),
        (ArchiveMissing("It is gone."), f"{RESTORE}."),
        (KeyMismatch("It is another's."), ""),
        (DiskFull("It is full."), ""),
    ],
)
def test_what_may_help_stands_behind_what_is_wrong(error: AppError, advice: str) -> None:
    assert sentence_for(error) == f"{error.summary}{advice}"
