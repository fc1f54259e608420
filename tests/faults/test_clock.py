"""The clock goes backwards, as after an empty battery: nothing may change its place, or be lost for it."""

from app.domain.ids import ItemId, RequestId
from app.domain.item import ItemState, reply_body
from app.domain.question import Question
from app.store import conversations, history, journal, turns
from app.store.turns import ReplyPlace
from app.system.profile import Profile
from tests.unit.store.writing import LEDGER, ONE, begin, reopened

NOW = 1_795_176_000_000_000
YEAR = 365 * 24 * 3_600_000_000


async def test_a_history_stays_in_the_order_in_which_it_was_written(
    profile: Profile, archive_key: str
) -> None:
    names = [str(number) for number in range(5)]
    async with reopened(profile, archive_key, is_new=True, now=NOW) as archive:
        await begin(archive, now=NOW)
        for years, name in enumerate(names):
            earlier = NOW - years * YEAR
            await archive.write(turns.add_question, ONE, ItemId(name), Question(name), earlier)
    async with reopened(profile, archive_key, now=1) as archive:
        page = await archive.read(history.page, ONE, None, 99)
        (listed,) = await archive.read(conversations.list_conversations)
    assert [item.text for item in page.items] == ["Hi", *names]
    assert listed.changed_at == NOW


async def test_a_reply_that_was_cut_off_keeps_its_text_though_it_ends_before_it_began(
    profile: Profile, archive_key: str
) -> None:
    place = ReplyPlace(ItemId("reply"), RequestId("request"), "m", LEDGER)
    async with reopened(profile, archive_key, is_new=True, now=NOW) as archive:
        await begin(archive, now=NOW)
        body = reply_body("", whole=False)
        reply = await archive.write(turns.begin_reply, ONE, place, body, NOW)
        for chunk in ("as far ", "as it came"):
            await archive.write(journal.write_chunks, {reply.id: chunk})
    async with reopened(profile, archive_key, now=NOW - YEAR) as archive:
        found = (await archive.read(history.page, ONE, None, 99)).items[-1]
    assert (found.state, found.text) == (ItemState.INTERRUPTED, "as far as it came")
