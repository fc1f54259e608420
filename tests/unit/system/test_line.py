import asyncio
from collections.abc import AsyncIterator

import pytest

from app.system.frames import HEAD_BYTES, Kind, opened_head, packed, packed_number
from app.system.line import Line


class Guest:
    """The other end of a line."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def hear(self) -> tuple[Kind, bytes]:
        kind, length = opened_head(await self.reader.readexactly(HEAD_BYTES))
        return kind, await self.reader.readexactly(length)


@pytest.fixture
async def ends() -> AsyncIterator[tuple[Line, Guest]]:
    came: asyncio.Queue[Line] = asyncio.Queue()

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.put_nowait(Line(reader, writer))

    server = await asyncio.start_server(meet, "127.0.0.1", 0)
    guest = Guest(*await asyncio.open_connection(*server.sockets[0].getsockname()))
    line = await came.get()
    yield line, guest
    guest.writer.close()
    await line.close()
    server.close()
    await server.wait_closed()


async def test_what_is_said_is_heard_in_order(ends: tuple[Line, Guest]) -> None:
    line, guest = ends
    await line.send(Kind.ANSWER, b"word")
    line.say_aside("by the way")
    await line.end(7)
    assert [await guest.hear() for _ in range(3)] == [
        (Kind.ANSWER, b"word"),
        (Kind.ASIDE, b"by the way"),
        (Kind.END, b"7"),
    ]


async def test_what_is_said_aside_is_cut_short(ends: tuple[Line, Guest]) -> None:
    line, guest = ends
    line.say_aside("long " * 1_000_000)
    kind, content = await guest.hear()
    assert (kind, len(content)) == (Kind.ASIDE, 1 << 16)


async def test_only_what_is_due_is_taken(ends: tuple[Line, Guest]) -> None:
    line, guest = ends
    guest.writer.write(packed(Kind.REQUEST, b"please") + packed_number(Kind.STOP, 2))
    assert await line.receive(Kind.REQUEST) == b"please"
    with pytest.raises(ConnectionError):
        await line.receive(Kind.REQUEST)


async def test_a_guest_that_goes_is_told_of(ends: tuple[Line, Guest]) -> None:
    line, guest = ends
    guest.writer.write(packed(Kind.REQUEST, b"please")[:-1])
    guest.writer.close()
    with pytest.raises(ConnectionError):
        await line.receive(Kind.REQUEST)


async def test_who_is_hung_up_on_hears_nothing_more(ends: tuple[Line, Guest]) -> None:
    line, guest = ends
    line.hang_up()
    line.say_aside("by the way")
    line.say_end(0)
    with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
        await guest.hear()
