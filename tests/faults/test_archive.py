"""What the archive keeps when its process is killed or its disk is full."""

import asyncio

import pytest

from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.system.profile import Profile
from tests.fixtures.child_program import StartChild
from tests.unit.store.writing import ONE, reopened

WRITE_UNTIL_KILLED = """
    import asyncio, itertools, sys
    from pathlib import Path
    from app.store.archive import Archive
    from tests.unit.store.writing import begin, begin_reply

    async def write():
        archive = Archive()
        await archive.open(Path(sys.argv[1]), sys.argv[2], is_new=True, now=1)
        await begin(archive, sys.argv[3])
        reply = await begin_reply(archive, sys.argv[3])
        for number in itertools.count():
            await archive.write_journal({reply.id: f"{number},"})
            print(number, flush=True)

    asyncio.run(write())
"""


@pytest.mark.slow
async def test_what_was_acknowledged_survives_a_kill(
    profile: Profile, archive_key: str, child: StartChild
) -> None:
    for kill in range(10):
        name = ConversationId(f"round {kill}")
        writer = child(WRITE_UNTIL_KILLED, profile.archive, archive_key, name)
        await asyncio.to_thread(writer.until, str(kill * 17))
        writer.kill()
        acknowledged = writer.output.rpartition("\n")[0].splitlines()
        async with reopened(profile, archive_key) as archive:
            assert len(await archive.conversations()) == kill + 1
            reply = (await archive.page(name, None, 10)).items[1]
        assert reply.state is ItemState.INTERRUPTED
        chunks = reply.text.removesuffix(",").split(",")
        assert chunks == [str(number) for number in range(len(chunks))]
        assert chunks[: len(acknowledged)] == acknowledged


FILL_THE_DISK = """
    import asyncio, resource, sys, threading
    from pathlib import Path
    from app.domain.errors import StoreError
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
        await told(archive.write_journal({reply.id: "lost"}))
        await told(archive.conversations())
        room(resource.RLIM_INFINITY)
        await told(archive.write_journal({reply.id: "kept"}))
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
        assert (await archive.page(ONE, None, 10)).items[1].text == "kept"
