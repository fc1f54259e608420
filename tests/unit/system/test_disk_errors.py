from pathlib import Path

import pytest

from app.domain.errors import DiskFull, StoreReadOnly
from app.system.disk_errors import disk_errors_translated


def test_a_full_disk_is_told_apart() -> None:
    with pytest.raises(DiskFull) as told, disk_errors_translated():
        Path("/dev/full").write_text("x")
    assert isinstance(told.value.__cause__, OSError)


def test_all_other_refusals_are_a_place_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path, tmp_path / "missing", tmp_path / "file" / "inside"):
        with pytest.raises(StoreReadOnly) as told, disk_errors_translated():
            place.read_text()
        assert str(tmp_path) not in told.value.summary


def test_other_errors_pass() -> None:
    with pytest.raises(ValueError, match="ours"), disk_errors_translated():
        raise ValueError("ours")
