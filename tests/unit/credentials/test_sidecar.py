import json
import stat
from dataclasses import asdict
from pathlib import Path

import pytest

from app.credentials.sidecar import ArchiveState, Sidecar, SidecarFormat
from app.domain.errors import KeyMismatch, StoreReadOnly

SIDECAR = Sidecar("some-id", "some keyring", "0123456789abcdef", ArchiveState.NEW)
FIELDS = asdict(SIDECAR)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.json"


def test_a_sidecar_survives_being_written_down(path: Path) -> None:
    SIDECAR.write(path)
    assert Sidecar.read(path) == SIDECAR
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_written_down_can_be_read_by_any_program(path: Path) -> None:
    SIDECAR.write(path)
    assert json.loads(path.read_text()) == {
        "archive_id": "some-id",
        "keyring": "some keyring",
        "check_value": "0123456789abcdef",
        "state": "new",
        "format": 1,
    }
    read = Sidecar.read(path)
    assert read
    assert (type(read.state), type(read.format)) == (ArchiveState, SidecarFormat)


def test_where_there_is_none_there_is_none(path: Path) -> None:
    assert Sidecar.read(path) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b"null",
        b"\xff\xfe",
        b"{}",
        json.dumps(FIELDS | {"state": "lost"}).encode(),
        json.dumps(FIELDS | {"format": 2}).encode(),
        json.dumps(FIELDS | {"more": 1}).encode(),
        json.dumps({name: FIELDS[name] for name in FIELDS if name != "check_value"}).encode(),
    ],
)
def test_one_that_makes_no_sense_is_told_of_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(KeyMismatch, match=r"archive\.json"):
        Sidecar.read(path)
    assert path.read_bytes() == content


def test_every_cut_short_sidecar_is_told_of(path: Path) -> None:
    SIDECAR.write(path)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(KeyMismatch):
            Sidecar.read(path)


def test_a_place_that_cannot_be_read_or_written_is_the_worlds_fault(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreReadOnly):
        Sidecar.read(path)
    with pytest.raises(StoreReadOnly):
        SIDECAR.write(path)
