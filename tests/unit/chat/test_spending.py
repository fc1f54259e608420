from datetime import UTC, date

from app.chat.spending import Spending
from app.domain.ids import ConversationId
from app.domain.item import ItemState, reply_body
from app.domain.usage import Usage
from app.store import turns
from app.store.archive import Archive
from app.store.statistics import Span
from tests.unit.store.writing import ONE, begin, begin_reply

NOON = 1_795_176_000_000_000  # 2026-11-20 12:00:00 UTC
DAY = 24 * 3_600_000_000


async def test_closed_days_are_added_up_and_tell_the_same(archive: Archive) -> None:
    await begin(archive)
    reply = await begin_reply(archive)
    body = reply_body("x", whole=True)
    ended = reply._replace(state=ItemState.COMPLETE, body=body, ended_at=NOON)
    await archive.write(turns.end_reply, ended, Usage(30, 4), NOON)
    span = Span(date(2026, 11, 1), date(2026, 11, 30), UTC)
    spending = Spending(archive, lambda: NOON + DAY, UTC)
    before = await spending.spent(span)
    assert before.total.requests == 1
    await spending.close_days()
    assert await spending.spent(span) == before


async def test_the_window_asks_by_days_and_for_titles(archive: Archive) -> None:
    await begin(archive)
    spending = Spending(archive, lambda: NOON, UTC)
    assert spending.today == date(2026, 11, 20)
    assert (await spending.between(date(2026, 11, 1), spending.today)).total.requests == 0
    assert await spending.messages(date(1970, 1, 1), spending.today) == 1
    assert await spending.messages(date(2026, 11, 20), spending.today) == 0
    assert await spending.titles([ONE, ConversationId("gone")]) == {ONE: "Hi"}
