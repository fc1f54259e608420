import asyncio
from collections.abc import Mapping

from app.chat.draft_keeper import DraftKeeper, Place
from app.store.archive import Archive
from app.system.profile import Profile
from tests.unit.store.writing import ONE, begin, reopened


async def kept(profile: Profile, key: str) -> Mapping[Place, str]:
    async with reopened(profile, key) as archive:
        return await DraftKeeper(archive, lambda: 1).load()


async def test_drafts_outlive_the_program(archive: Archive, profile: Profile, archive_key: str) -> None:
    await begin(archive)
    keeper = DraftKeeper(archive, lambda: 1)
    keeper.keep(ONE, "half a quest")
    keeper.keep(None, "begun")
    keeper.keep(ONE, "half a question")
    await keeper.close()
    await archive.close()
    assert await kept(profile, archive_key) == {ONE: "half a question", None: "begun"}


async def test_while_typing_goes_on_it_is_written_all_the_same(archive: Archive) -> None:
    await begin(archive)
    keeper = DraftKeeper(archive, lambda: 1)
    for number in range(30):
        keeper.keep(ONE, f"{number}")
        await asyncio.sleep(0.05)
    written = (await keeper.load())[ONE]
    assert 10 <= int(written) < 29
    await keeper.close()
    assert (await keeper.load())[ONE] == "29"


async def test_a_sent_draft_is_forgotten(archive: Archive) -> None:
    keeper = DraftKeeper(archive, lambda: 1)
    keeper.keep(None, "begun")
    await keeper.close()
    keeper.keep(None, "")
    await keeper.close()
    assert await keeper.load() == {}
