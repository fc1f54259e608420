import stat
from dataclasses import replace
from pathlib import Path

import pytest

from app.credentials.sidecar import ArchiveState, Sidecar
from app.credentials.sidecar_files import mend_sidecar, read_sidecar, require_sidecar, write_sidecar
from app.domain.errors import SidecarLost, StoreFromFuture, StoreReadOnly
from app.system.profile import Profile

SIDECAR = Sidecar("some-id", "some keyring", "0123456789abcdef", ArchiveState.NEW)
NEWER = replace(SIDECAR, state=ArchiveState.READY)


def both(profile: Profile) -> tuple[Path, Path]:
    return profile.sidecar, profile.sidecar_copy


def test_a_sidecar_is_written_twice_and_for_its_owner_alone(profile: Profile) -> None:
    write_sidecar(profile, SIDECAR)
    for path in both(profile):
        assert Sidecar.from_json(path.read_bytes()) == SIDECAR
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_sidecar(profile) == require_sidecar(profile) == SIDECAR


def test_where_there_is_none_there_is_none(profile: Profile) -> None:
    assert read_sidecar(profile) is None
    with pytest.raises(SidecarLost):
        require_sidecar(profile)
    assert profile.traces() == []


@pytest.mark.parametrize("damage", [None, b"", b"{", SIDECAR.to_json()[:-9]])
@pytest.mark.parametrize("harmed", [0, 1])
def test_what_is_missing_or_damaged_is_mended_from_the_other(
    profile: Profile, harmed: int, damage: bytes | None
) -> None:
    write_sidecar(profile, SIDECAR)
    path = both(profile)[harmed]
    path.unlink() if damage is None else path.write_bytes(damage)
    assert read_sidecar(profile) == SIDECAR
    assert (path.read_bytes() if path.exists() else None) == damage
    mend_sidecar(profile)
    assert Sidecar.from_json(path.read_bytes()) == SIDECAR


@pytest.mark.parametrize("older", [0, 1])
def test_where_they_differ_what_was_written_later_counts(profile: Profile, older: int) -> None:
    write_sidecar(profile, SIDECAR)
    before = both(profile)[older].read_bytes()
    write_sidecar(profile, replace(require_sidecar(profile), state=ArchiveState.READY))
    both(profile)[older].write_bytes(before)
    assert read_sidecar(profile) == NEWER
    mend_sidecar(profile)
    assert [Sidecar.from_json(path.read_bytes()) for path in both(profile)] == [NEWER, NEWER]


@pytest.mark.parametrize("foreign", [0, 1])
def test_one_of_another_history_is_told_and_nothing_is_written_over(profile: Profile, foreign: int) -> None:
    write_sidecar(profile, SIDECAR)
    both(profile)[foreign].write_bytes(replace(SIDECAR, archive_id="another").to_json())
    before = [path.read_bytes() for path in both(profile)]
    for ask in (read_sidecar, mend_sidecar, require_sidecar):
        with pytest.raises(SidecarLost, match="different histories"):
            ask(profile)
    assert [path.read_bytes() for path in both(profile)] == before


def test_where_both_are_damaged_nothing_is_made_up(profile: Profile) -> None:
    for path in both(profile):
        path.write_bytes(b"{")
    with pytest.raises(SidecarLost, match=r"archive\.json"):
        read_sidecar(profile)
    assert [path.read_bytes() for path in both(profile)] == [b"{", b"{"]


@pytest.mark.parametrize("newer", [0, 1])
def test_one_of_a_newer_sotto_is_left_as_it_is(profile: Profile, newer: int) -> None:
    write_sidecar(profile, SIDECAR)
    both(profile)[newer].write_bytes(b'{"format": 2}')
    before = [path.read_bytes() for path in both(profile)]
    with pytest.raises(StoreFromFuture):
        read_sidecar(profile)
    assert [path.read_bytes() for path in both(profile)] == before


def test_a_copy_that_cannot_be_mended_hinders_nobody(profile: Profile) -> None:
    write_sidecar(profile, SIDECAR)
    profile.sidecar_copy.unlink()
    (profile.folder / "archive.copy.json.partial").mkdir()
    mend_sidecar(profile)
    assert read_sidecar(profile) == SIDECAR
    with pytest.raises(StoreReadOnly):
        write_sidecar(profile, SIDECAR)


def test_a_place_that_cannot_be_read_is_the_worlds_fault(profile: Profile) -> None:
    profile.sidecar.mkdir()
    with pytest.raises(StoreReadOnly):
        read_sidecar(profile)
