import asyncio
from collections.abc import AsyncGenerator, Iterator

import pytest

from app.domain.errors import ProviderBroken, ProviderUnreachable, ReplyInterrupted
from app.domain.settings import Patience
from app.providers.pieces import Piece
from app.providers.watching import Watch, read_out, watched

SHORT = Patience(first=0.05, idle=0.05, total=60.0)
LONG = Patience()


class Letters:
    """A reply whose events are letters; a dot ends it, a dash is thought and nothing else is written."""

    awaits_more = True

    def __init__(self) -> None:
        self.progress = self.words = 0
        self.has_ended = False

    def read(self, event: object) -> Iterator[Piece]:
        self.progress += event != ""
        self.words += event not in ("", "-")
        self.has_ended = self.has_ended or event == "."
        yield from ()

    def finish(self) -> Iterator[Piece]:
        yield from ()


async def events(text: str, *, hangs: bool = False) -> AsyncGenerator[object, None]:
    for number, letter in enumerate(text):
        if number % 500 == 0:
            await asyncio.sleep(0)
        yield "" if letter == " " else letter
    if hangs:
        await asyncio.Event().wait()


async def heard(text: str, patience: Patience = LONG, *, hangs: bool = False) -> str:
    reply, told = Letters(), []
    async for event in watched(events(text, hangs=hangs), reply, Watch(patience)):
        list(reply.read(event))
        told.append(str(event))
    return "".join(told)


async def test_all_is_heard_to_the_end_and_past_it() -> None:
    assert await heard("abc.usage") == "abc.usage"


async def test_whether_an_end_was_reached_is_not_judged_here() -> None:
    assert await heard("abc") == "abc"


async def test_silence_before_anything_is_no_answer() -> None:
    with pytest.raises(ProviderUnreachable):
        await heard("  ", SHORT, hangs=True)


@pytest.mark.parametrize("text", ["-", "a", "-a "])
async def test_silence_in_the_middle_interrupts(text: str) -> None:
    with pytest.raises(ReplyInterrupted, match="silent"):
        await heard(text, SHORT, hangs=True)


async def test_until_its_first_word_a_model_may_think_longer() -> None:
    watch, reply = Watch(Patience(first=50.0, idle=5.0)), Letters()
    begun = asyncio.get_running_loop().time()
    list(reply.read("-"))
    watch.note(reply)
    assert watch.limit - begun > 49
    list(reply.read("a"))
    watch.note(reply)
    assert watch.limit - begun < 6


async def test_no_news_does_not_buy_time() -> None:
    watch, reply = Watch(LONG), Letters()
    before = watch.limit
    list(reply.read(""))
    watch.note(reply)
    assert watch.limit == before


async def test_all_of_it_has_its_time_as_well() -> None:
    with pytest.raises(ReplyInterrupted, match="longer than it is given"):
        await heard("a", Patience(first=60.0, idle=60.0, total=0.05), hangs=True)


async def test_a_flood_of_nothing_is_no_reply() -> None:
    assert len(await heard(" " * 50_000)) == 0
    with pytest.raises(ProviderBroken):
        await heard(" " * 50_001)


async def test_what_follows_is_read_out_to_the_end() -> None:
    following = events("abc")
    await read_out(following)
    assert [event async for event in following] == []


async def test_a_service_that_does_not_hang_up_is_left() -> None:
    await asyncio.wait_for(read_out(events("a", hangs=True)), 5)


async def test_a_service_that_never_stops_talking_is_left() -> None:
    async def talk() -> AsyncGenerator[object, None]:
        while True:
            await asyncio.sleep(0)
            yield ""

    await asyncio.wait_for(read_out(talk()), 5)


async def test_no_reply_is_longer_than_eight_million_letters() -> None:
    watch, reply = Watch(LONG), Letters()
    reply.progress = 8 << 20
    watch.note(reply)
    reply.progress += 1
    with pytest.raises(ProviderBroken):
        watch.note(reply)
