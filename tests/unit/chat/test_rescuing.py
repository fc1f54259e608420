from pathlib import Path

import pytest

from app.chat.rescuing import leave, leave_unfinished, place_for, rescue, take_over
from app.chat.way_in import enter
from app.credentials.sidecar_files import read_sidecar
from app.credentials.unlocking import confirm
from app.domain.errors import StoreDamaged
from app.domain.ids import IdSource
from app.domain.salvage_report import SalvageReport
from app.domain.ways import Answer, Way
from app.system.profile import Profile
from tests.unit.store.damage import ITEMS, small_archive, with_a_bit_flipped

KEYRING = Answer(Way.KEYRING)
NOW = 1_795_176_000_000_000


@pytest.fixture
def damaged(profile: Profile, ids: IdSource) -> Profile:
    """A profile of whose archive the first page is damaged."""
    key = enter(profile, KEYRING, ids.next).key
    content = small_archive(profile.archive, key.key_and_salt)
    confirm(profile)
    profile.archive.write_bytes(with_a_bit_flipped(content, 1))
    return profile


@pytest.fixture
def place(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "beside")


def rescued(damaged: Profile, place: Profile, ids: IdSource) -> SalvageReport:
    return rescue(damaged, place, KEYRING, now=NOW, new_id=ids.next)


def test_what_can_be_read_opens_with_the_same_key(damaged: Profile, place: Profile, ids: IdSource) -> None:
    before = damaged.archive.read_bytes()
    assert rescued(damaged, place, ids).messages == ITEMS + 1
    assert damaged.archive.read_bytes() == before
    assert read_sidecar(place) == read_sidecar(damaged)
    assert not enter(place, KEYRING, ids.next).is_new


def test_where_nothing_can_be_read_that_is_said(damaged: Profile, place: Profile, ids: IdSource) -> None:
    damaged.archive.write_bytes(b"noise" * 5000)
    with pytest.raises(StoreDamaged):
        rescued(damaged, place, ids)
    leave(place)
    assert not place.folder.exists()


def test_it_takes_the_place_of_the_damaged_one_which_is_kept(
    damaged: Profile, place: Profile, ids: IdSource
) -> None:
    before = damaged.archive.read_bytes()
    rescued(damaged, place, ids)
    after = place.archive.read_bytes()
    aside = take_over(damaged, place, NOW)
    assert aside == damaged.folder / "archive.db.before-rescue-20261120-120000"
    assert (aside.read_bytes(), damaged.archive.read_bytes()) == (before, after)
    assert not place.folder.exists()


def test_only_what_a_crash_cut_short_is_cleared_away(damaged: Profile, ids: IdSource) -> None:
    whole, half = place_for(damaged, NOW), place_for(damaged, NOW + 1_000_000)
    rescued(damaged, whole, ids)
    half.make()
    half.archive.write_bytes(b"half an archive")
    leave_unfinished(damaged)
    assert whole.archive.exists()
    assert not half.folder.exists()
    assert damaged.archive.exists()
