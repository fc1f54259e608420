import stat
from pathlib import Path

import pytest

from app.system.profile import Profile, default_profile


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_owner_may_look_into_a_profile(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "deep" / "profile")
    profile.make()
    assert (mode(profile.folder), mode(profile.logs)) == (0o700, 0o700)


def test_a_folder_that_was_open_to_others_is_closed(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.logs.mkdir()
    profile.logs.chmod(0o755)
    tmp_path.chmod(0o755)
    profile.make()
    assert (mode(profile.folder), mode(profile.logs)) == (0o700, 0o700)


def test_a_folder_that_its_owner_made_read_only_stays_so(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.logs.mkdir()
    tmp_path.chmod(0o555)
    profile.make()
    assert mode(profile.folder) == 0o500


def test_making_it_again_keeps_what_it_holds(profile: Profile) -> None:
    profile.archive.write_text("kept")
    profile.make()
    assert profile.archive.read_text() == "kept"


def test_a_fresh_profile_has_no_traces(profile: Profile) -> None:
    profile.lock.touch()
    (profile.logs / "sotto.log").touch()
    (profile.folder / "notes.txt").touch()
    assert profile.traces() == []


@pytest.mark.parametrize(
    "name", ["archive.db", "archive.db-wal", "archive.db-shm", "archive.json", "archive.backup"]
)
def test_whatever_an_archive_leaves_is_a_trace(profile: Profile, name: str) -> None:
    (profile.folder / name).touch()
    assert profile.traces() == [profile.folder / name]


def test_a_file_that_was_never_finished_is_no_trace(profile: Profile) -> None:
    (profile.folder / "archive.json.partial").touch()
    assert profile.traces() == []


def test_the_name_of_the_folder_is_not_a_pattern(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "[a]*")
    profile.make()
    profile.archive.touch()
    assert profile.traces() == [profile.archive]


def test_without_a_choice_the_profile_lies_where_the_system_keeps_such_things(own_home: Path) -> None:
    assert default_profile() == Profile(own_home / "data" / "sotto")
