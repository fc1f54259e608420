"""What the archive keeps when its process is killed or its disk is full."""

import asyncio
from pathlib import Path

import pytest

from app.store import conversations, history
from app.system.profile import Profile
from tests.fixtures.child_program import StartChild
from tests.unit.store.writing import ONE, reopened, texts

ARRANGE_UNTIL_KILLED = """
    import asyncio, itertools, sys
    from pathlib import Path
    from app.domain.ids import BranchId, ConversationId
    from app.store import conversations
    from app.store.archive import Archive
    from tests.unit.store.writing import ONE, begin

    async def arrange():
        archive, count = Archive(), itertools.count(1)
        await archive.open(Path(sys.argv[1]), sys.argv[2], is_new=True, now=1)
        await begin(archive, text="Shared")
        for number in itertools.count():
            made = ConversationId(f"{number}")
            for step in (
                archive.write(conversations.branch_conversation, ONE, made, BranchId(made), number),
                archive.write(conversations.rename, made, f"Title {number}", 9),
                archive.write(conversations.trash, made, number),
                archive.write(conversations.restore, made, 9)
                if number % 2
                else archive.write(conversations.trash, made, number),
            ):
                await step
                print(next(count), flush=True)

    asyncio.run(arrange())
"""
STEPS = 4


@pytest.mark.slow
async def test_branches_titles_and_the_trash_survive_a_kill(
    tmp_path: Path, archive_key: str, child: StartChild
) -> None:
    for kill in range(10):
        profile = Profile(tmp_path / f"round {kill}")
        profile.make()
        writer = child(ARRANGE_UNTIL_KILLED, profile.archive, archive_key)
        await asyncio.to_thread(writer.until, str(1 + kill * 17))
        writer.kill()
        acknowledged = int(writer.output.rpartition("\n")[0].splitlines()[-1])
        found = await arranged(profile, archive_key)
        assert found in (arranged_by(acknowledged), arranged_by(acknowledged + 1))


async def arranged(profile: Profile, key: str) -> dict[str, tuple[str, bool]]:
    """The title of each branched conversation, and whether it is in the trash."""
    found: dict[str, tuple[str, bool]] = {}
    async with reopened(profile, key) as archive:
        for in_trash in (False, True):
            for each in await archive.read(
                conversations.list_trash if in_trash else conversations.list_conversations
            ):
                assert await texts(archive, each.id) == ["Shared"]
                found[each.id] = (each.title, in_trash)
    assert found.pop(ONE) == ("Shared", False)
    return found


def arranged_by(writes: int) -> dict[str, tuple[str, bool]]:
    """What `arranged` finds after so many of the writer's steps."""
    expected: dict[str, tuple[str, bool]] = {}
    for number in range(-(-writes // STEPS)):
        done = min(writes - number * STEPS, STEPS)
        in_trash = done == 3 or (done == STEPS and number % 2 == 0)
        expected[f"{number}"] = (f"Title {number}" if done > 1 else "Shared", in_trash)
    return expected


FILL_THE_DISK = """
    import asyncio, resource, sys, threading
    from pathlib import Path
    from app.domain.errors import StoreError
    from app.store import conversations, journal
    from app.store.archive import Archive
    from tests.unit.store.writing import begin, begin_reply

    def room(size):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    async def told(work):
        try:
            await work
            print("done")
        except StoreError:
            print("told")

    async def fill():
        archive, path = Archive(), Path(sys.argv[1])
        await archive.open(path, sys.argv[2], is_new=True, now=1)
        await begin(archive)
        reply = await begin_reply(archive)
        room(path.with_name("archive.db-wal").stat().st_size)
        await told(archive.write(journal.write_chunks, {reply.id: "lost"}))
        await told(archive.read(conversations.list_conversations))
        room(resource.RLIM_INFINITY)
        await told(archive.write(journal.write_chunks, {reply.id: "kept"}))
        room(path.stat().st_size)
        await told(archive.close())
        print(threading.active_count())

    asyncio.run(fill())
"""


async def test_a_full_disk_is_told_and_loses_nothing_that_was_acknowledged(
    profile: Profile, archive_key: str, child: StartChild
) -> None:
    output = child(FILL_THE_DISK, profile.archive, archive_key).ends()
    assert output.split() == ["told", "done", "done", "told", "1"]
    async with reopened(profile, archive_key) as archive:
        assert (await archive.read(history.page, ONE, None, 10)).items[1].text == "kept"
