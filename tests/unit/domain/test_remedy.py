import pytest

from app.domain.errors import (
    AppError,
    ArchiveMissing,
    DiskFull,
    KeyMismatch,
    KeyringLocked,
    LogOfAnother,
    NothingReadable,
    ProfileInUse,
    SidecarLost,
    StoreDamaged,
    StoreMissing,
)
from app.domain.remedy import Remedy, remedies_for


def test_a_damaged_file_can_be_replaced_or_read_as_far_as_possible() -> None:
    assert remedies_for(StoreDamaged("Damaged.")) == (Remedy.RESTORE, Remedy.RESCUE)


def test_a_log_of_another_history_is_moved_aside() -> None:
    assert remedies_for(LogOfAnother("Another's.")) == (Remedy.SET_LOG_ASIDE,)


@pytest.mark.parametrize("error", [ArchiveMissing, StoreMissing, SidecarLost, KeyMismatch, NothingReadable])
def test_what_is_gone_or_has_no_key_can_only_be_replaced(error: type[AppError]) -> None:
    assert remedies_for(error("Gone.")) == (Remedy.RESTORE,)


@pytest.mark.parametrize("error", [DiskFull, KeyringLocked, ProfileInUse])
def test_what_passes_needs_no_remedy(error: type[AppError]) -> None:
    assert remedies_for(error("Later.")) == ()
