import asyncio
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.chat.backing_up import BackingUp
from app.credentials.archive_key import ArchiveKey
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar import Sidecar
from app.credentials.sidecar_files import read_sidecar
from app.credentials.unlocking import confirm, unlock
from app.domain.errors import FileExists, PlaceUnwritable
from app.domain.ids import IdSource
from app.store import conversations, purge_marks, removal
from app.store.archive import Archive
from app.store.backup_file import sidecar_of
from app.store.backups import list_backups
from app.store.kept_values import read_value
from app.system.profile import Profile
from tests.unit.store.writing import ONE, begin

DAY = 24 * 3_600_000_000


class Clock:
    def __init__(self) -> None:
        self.now = 1_795_176_000_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def key(profile: Profile, keyring: OsKeyring, ids: IdSource) -> ArchiveKey:
    return unlock(profile, keyring, ids.next).key


@pytest.fixture
async def archive(profile: Profile, key: ArchiveKey) -> AsyncIterator[Archive]:
    opened = Archive()
    await opened.open(profile.archive, key.key_and_salt, is_new=True, now=1)
    confirm(profile)
    await begin(opened)
    yield opened
    await opened.close()


@pytest.fixture
def backing_up(profile: Profile, key: ArchiveKey, archive: Archive, clock: Clock) -> BackingUp:
    return BackingUp(profile, key, archive, clock)


async def test_a_place_that_cannot_be_written_to_is_told_as_such(
    backing_up: BackingUp, tmp_path: Path
) -> None:
    with pytest.raises(PlaceUnwritable, match="The backup cannot be written there"):
        await backing_up.back_up_to(tmp_path / "no such folder" / "a.backup")


async def names(backing_up: BackingUp) -> list[str]:
    return [backup.name for backup in (await backing_up.state()).backups]


async def test_a_backup_bears_the_sidecar_that_opens_it(backing_up: BackingUp, profile: Profile) -> None:
    path = await backing_up.back_up()
    assert await names(backing_up) == [path.name]
    assert Sidecar.from_json(sidecar_of(path)) == read_sidecar(profile)


async def test_the_room_is_told_before_it_is_needed(backing_up: BackingUp) -> None:
    state = await backing_up.state()
    path = await backing_up.back_up()
    assert 0 < state.bytes_needed <= path.stat().st_size < state.bytes_needed + 10_000
    assert state.bytes_free > state.bytes_needed


async def test_one_is_made_each_day_on_which_something_changed(
    backing_up: BackingUp, archive: Archive, profile: Profile, clock: Clock
) -> None:
    assert await backing_up.back_up_if_due()
    assert not await backing_up.back_up_if_due()
    await archive.write(conversations.rename, ONE, "Renamed", 9)
    clock.now = profile.archive.stat().st_mtime_ns // 1000 + 10 * DAY
    assert await backing_up.back_up_if_due()
    clock.now += DAY
    assert not await backing_up.back_up_if_due()
    assert len(await names(backing_up)) == 2


@pytest.fixture
async def backed_up(backing_up: BackingUp, clock: Clock) -> int:
    """Everything is in a backup of today, by a clock that agrees with that of the files. Returns tomorrow."""
    clock.now = time.time_ns() // 1000
    await backing_up.back_up()
    return clock.now + DAY


async def test_to_open_and_to_close_again_calls_for_no_backup(
    backed_up: int, archive: Archive, profile: Profile, key: ArchiveKey, clock: Clock
) -> None:
    await archive.close()
    opened, clock.now = Archive(), backed_up
    await opened.open(profile.archive, key.key_and_salt, is_new=False, now=1)
    is_made = await BackingUp(profile, key, opened, clock).back_up_if_due()
    await opened.close()
    assert not is_made
    assert len(list_backups(profile.backups)) == 1


async def test_a_change_after_a_backup_calls_for_the_next_one(
    backed_up: int, backing_up: BackingUp, archive: Archive, clock: Clock
) -> None:
    await archive.write(conversations.rename, ONE, "Renamed", 9)
    assert not await backing_up.back_up_if_due()
    clock.now = backed_up
    assert await backing_up.back_up_if_due()


async def test_a_change_during_a_backup_calls_for_the_next_one(
    backing_up: BackingUp, archive: Archive, clock: Clock
) -> None:
    clock.now = time.time_ns() // 1000
    loop, changes = asyncio.get_running_loop(), list[asyncio.Future[None]]()

    def change(_done: int, _of: int) -> None:
        writing = archive.write(conversations.rename, ONE, f"Renamed {len(changes)}", 9)
        changes.append(asyncio.wrap_future(asyncio.run_coroutine_threadsafe(writing, loop), loop=loop))
        time.sleep(0.05)

    await backing_up.back_up(change)
    await asyncio.gather(*changes)
    clock.now += DAY
    assert await backing_up.back_up_if_due()


async def test_those_that_newer_ones_replace_are_dropped(backing_up: BackingUp, clock: Clock) -> None:
    for _ in range(3):
        await backing_up.back_up()
    assert len(await names(backing_up)) == 1
    for _ in range(2):
        clock.now += DAY
        await backing_up.back_up()
    assert len(await names(backing_up)) == 3


async def test_a_backup_can_be_made_anywhere_but_over_another_file(
    backing_up: BackingUp, tmp_path: Path
) -> None:
    path = tmp_path / "mine.backup"
    await backing_up.back_up_to(path)
    with pytest.raises(FileExists):
        await backing_up.back_up_to(path)
    assert await names(backing_up) == []
    assert sidecar_of(path)


async def test_a_person_can_drop_one(backing_up: BackingUp, clock: Clock) -> None:
    await backing_up.back_up()
    clock.now += DAY
    await backing_up.back_up()
    newest, oldest = (await backing_up.state()).backups
    await backing_up.drop(oldest)
    assert await names(backing_up) == [newest.name]


async def test_those_that_still_hold_what_was_purged_are_named_until_they_are_gone(
    backing_up: BackingUp, archive: Archive, clock: Clock
) -> None:
    for _ in range(3):
        await backing_up.back_up()
        clock.now += DAY
    newest, middle, oldest = (await backing_up.state()).backups
    await archive.write(purge_marks.note_purge, middle.made_at, newest.made_at)
    assert (await backing_up.state()).holding == (middle,)
    await backing_up.drop(middle)
    assert (await backing_up.state()).holding == ()
    assert await archive.read(purge_marks.last_purge) is None
    assert await names(backing_up) == [newest.name, oldest.name]


async def test_what_is_yet_to_leave_the_archive_is_not_forgotten_before(
    backing_up: BackingUp, archive: Archive
) -> None:
    await archive.write(removal.remove_conversation, ONE)
    assert (await backing_up.state()).holding == ()
    assert await archive.read(purge_marks.last_purge) == purge_marks.PurgeMark(1, None)


class Hold:
    """Keeps a backup under way until it may go on."""

    def __init__(self) -> None:
        self.begun, self.may_go_on = threading.Event(), threading.Event()

    async def begin(self, backing_up: BackingUp) -> "asyncio.Task[Path]":
        making = asyncio.create_task(backing_up.back_up(self._wait))
        await asyncio.to_thread(self.begun.wait, 5)
        return making

    def _wait(self, _done: int, _of: int) -> None:
        self.begun.set()
        self.may_go_on.wait(5)


async def test_who_no_longer_waits_leaves_nothing_behind(backing_up: BackingUp, profile: Profile) -> None:
    hold = Hold()
    making = await hold.begin(backing_up)
    making.cancel()
    await asyncio.sleep(0)
    hold.may_go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await making
    assert list(profile.backups.iterdir()) == []


async def test_a_backup_bears_the_moment_at_which_copying_began(backing_up: BackingUp, clock: Clock) -> None:
    making = asyncio.create_task(backing_up.back_up())
    await asyncio.sleep(0)
    clock.now += 60_000_000
    await making
    [made] = (await backing_up.state()).backups
    assert made.made_at == clock.now


async def test_what_a_backup_under_way_may_hold_is_not_forgotten(
    backing_up: BackingUp, archive: Archive, clock: Clock
) -> None:
    hold = Hold()
    making = await hold.begin(backing_up)
    clock.now += 1_000_000
    await archive.write(purge_marks.note_purge, 1, clock.now)
    assert (await backing_up.state()).holding == ()
    hold.may_go_on.set()
    await making
    state = await backing_up.state()
    assert state.holding == state.backups != ()


async def test_how_long_it_took_is_kept_for_the_next_time(backing_up: BackingUp, archive: Archive) -> None:
    assert await archive.read(read_value, "pace of a backup") is None
    await backing_up.back_up()
    assert await archive.read(read_value, "pace of a backup") is not None
    assert 0 < (await backing_up.state()).seconds < 60
