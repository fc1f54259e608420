import asyncio
import secrets
from pathlib import Path

import pytest

from app.chat.backing_up import BackingUp, restore_backup
from app.domain.backup import Reason
from app.domain.errors import BackupDamaged
from app.store import conversations
from app.store.archive import Archive
from app.system.clock import now_us
from app.system.profile import Profile
from tests.unit.store.writing import ONE, begin, reopened, texts

DAY = 86_400_000_000


class Clock:
    def __init__(self) -> None:
        self.now = now_us()

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backing_up(archive: Archive, profile: Profile, archive_key: str, clock: Clock) -> BackingUp:
    profile.sidecar.write_bytes(b"{}")
    return BackingUp(archive, profile, archive_key, clock)


async def test_a_daily_backup_is_made_once_a_day_and_only_after_a_change(
    backing_up: BackingUp, archive: Archive, clock: Clock
) -> None:
    await begin(archive)
    clock.now = now_us()
    assert await backing_up.back_up_daily() is not None
    assert await backing_up.back_up_daily() is None
    clock.now += DAY
    assert await backing_up.back_up_daily() is None
    assert len(await backing_up.list()) == 1


async def test_a_change_makes_the_next_day_due(backing_up: BackingUp, archive: Archive, clock: Clock) -> None:
    clock.now -= DAY
    await backing_up.back_up(Reason.DAILY)
    clock.now += DAY
    await begin(archive)
    clock.now = now_us()
    assert await backing_up.back_up_daily() is not None
    assert len(await backing_up.list()) == 2


async def test_a_backup_can_be_made_into_a_chosen_file(backing_up: BackingUp, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    await backing_up.back_up(Reason.ASKED_FOR, tmp_path / "mine", lambda done, of: told.append((done, of)))
    assert (tmp_path / "mine").exists()
    assert await backing_up.list() == ()
    assert told[-1][0] == told[-1][1]
    assert (await backing_up.estimate()).bytes >= (tmp_path / "mine").stat().st_size


async def test_cancelling_leaves_nothing(backing_up: BackingUp, tmp_path: Path) -> None:
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()
    making = asyncio.create_task(
        backing_up.back_up(Reason.DAILY, tmp_path / "mine", lambda *_: loop.call_soon_threadsafe(begun.set))
    )
    await begun.wait()
    making.cancel()
    with pytest.raises(asyncio.CancelledError):
        await making
    assert [path.name for path in tmp_path.iterdir()] == ["profile"]  # noqa: ASYNC240
    assert await backing_up.list() == ()


async def test_what_a_backup_still_holds_is_told_and_can_be_remade(
    backing_up: BackingUp, clock: Clock
) -> None:
    made = await backing_up.back_up(Reason.DAILY)
    ((holding, until),) = await backing_up.still_holding(made.made_at - 1, made.made_at + 1)
    assert (holding, until > made.made_at) == (made, True)
    clock.now += 2_000_000
    again = await backing_up.remake(made)
    assert await backing_up.list() == (again,)
    assert await backing_up.still_holding(made.made_at - 1, made.made_at + 1) == ()


async def test_a_restore_brings_back_what_was_and_keeps_what_is(profile: Profile, archive_key: str) -> None:
    profile.sidecar.write_bytes(b"{}")
    async with reopened(profile, archive_key, is_new=True) as archive:
        await begin(archive, text="Kept")
        made = await BackingUp(archive, profile, archive_key, now_us).back_up(Reason.DAILY)
        await archive.write(conversations.rename, ONE, "Changed")
    restore_backup(profile, profile.backups / made.name, archive_key, now_us())
    async with reopened(profile, archive_key) as archive:
        assert (await archive.read(conversations.find_conversation, ONE)).title == "Kept"
        assert await texts(archive, ONE) == ["Kept"]
    assert len(list(profile.folder.glob("archive.db.before-restore-*"))) == 1


async def test_a_damaged_backup_changes_nothing(profile: Profile, archive_key: str) -> None:
    async with reopened(profile, archive_key, is_new=True) as archive:
        await begin(archive)
    before = profile.archive.read_bytes()
    damaged = profile.folder / "x.backup"
    damaged.write_bytes(secrets.token_bytes(9000))
    with pytest.raises(BackupDamaged):
        restore_backup(profile, damaged, archive_key, now_us())
    assert profile.archive.read_bytes() == before
