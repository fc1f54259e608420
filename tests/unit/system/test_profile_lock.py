import json
import stat
from pathlib import Path

import pytest

from app.domain.errors import ProfileInUse
from app.system.profile_lock import LastEnd, ProfileLock
from tests.fixtures.child_program import StartChild

HOLD = """
    import sys, time
    from pathlib import Path
    from app.system.profile_lock import LastEnd, ProfileLock

    lock = ProfileLock(Path(sys.argv[1]))
    lock.acquire("the other window")
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile.lock"


def test_a_second_process_is_told_who_holds_the_profile(path: Path, child: StartChild) -> None:
    holder = child(HOLD, path)
    holder.until("held")
    with pytest.raises(ProfileInUse) as refusal:
        ProfileLock(path).acquire("me")
    assert refusal.value.summary == (
        f"This profile is open already, in the other window (process {holder.process.pid})."
    )


def test_a_killed_process_holds_nothing(path: Path, child: StartChild) -> None:
    holder = child(HOLD, path)
    holder.until("held")
    holder.kill()
    lock = ProfileLock(path)
    lock.acquire("me")
    assert json.loads(path.read_text())["purpose"] == "me"
    lock.release()


def test_a_programs_own_children_do_not_inherit_the_lock(path: Path, child: StartChild) -> None:
    lock = ProfileLock(path)
    lock.acquire("me")
    sleeper = child("import time; print('awake', flush=True); time.sleep(60)")
    sleeper.until("awake")
    lock.release()
    lock.acquire("me again")
    lock.release()


def test_a_released_profile_can_be_taken_again(path: Path) -> None:
    one, other = ProfileLock(path), ProfileLock(path)
    one.acquire("one")
    one.acquire("one, asking twice")
    with pytest.raises(ProfileInUse):
        other.acquire("other")
    one.release()
    one.release()
    other.acquire("other")
    with pytest.raises(ProfileInUse, match="in other"):
        one.acquire("one")
    other.release()
    assert path.exists()


def test_the_note_is_private_and_takes_the_place_of_the_last_one(path: Path) -> None:
    lock = ProfileLock(path)
    for purpose in ("one with a long name", "me"):
        lock.acquire(purpose)
        assert json.loads(path.read_text())["purpose"] == purpose
        lock.release()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("note", ["", "{}", "[]", "7", "not JSON", "\udcff"])
def test_a_note_that_cannot_be_read_names_nobody(path: Path, note: str) -> None:
    holder = ProfileLock(path)
    holder.acquire("me")
    path.write_bytes(note.encode(errors="surrogateescape"))
    with pytest.raises(ProfileInUse, match="in another process"):
        ProfileLock(path).acquire("other")
    holder.release()


def test_a_folder_that_cannot_be_written_is_not_taken_for_a_held_profile(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ProfileLock(tmp_path / "missing" / "profile.lock").acquire("me")


def test_a_place_that_takes_no_note_is_not_kept_locked(path: Path) -> None:
    """/dev/full can be locked, but nothing can be written to it."""
    path.symlink_to("/dev/full")
    for _ in range(2):
        with pytest.raises(OSError, match="Invalid argument"):
            ProfileLock(path).acquire("me")


@pytest.mark.parametrize("state", LastEnd)
def test_the_next_owner_learns_how_the_last_one_ended(path: Path, state: LastEnd) -> None:
    lock = ProfileLock(path)
    lock.acquire("one")
    lock.note(state)
    lock.release()
    for name in ("other", "a third, which never came to open the archive"):
        later = ProfileLock(path)
        later.acquire(name)
        assert later.last_end is state
        assert json.loads(path.read_text())["purpose"] == name
        later.release()


def test_on_a_first_run_nothing_ended_badly(path: Path) -> None:
    lock = ProfileLock(path)
    lock.acquire("me")
    assert lock.last_end is LastEnd.CLEAN
    lock.note(LastEnd.OPEN)
    lock.release()
    lock.note(LastEnd.CLEAN)  # too late: another may hold it by now
    assert json.loads(path.read_text())["archive"] == "open"
