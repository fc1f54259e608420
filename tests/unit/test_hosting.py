"""Guests of a host. tests/end_to_end tries it with processes, tests/faults with hostile ones."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import pytest

from app.domain.ways import Answer, Way
from app.hosting import Held, Host, hosting
from app.opening import open_profile
from app.system import local_socket
from app.system.frames import HEAD_BYTES, Kind, opened_head, packed, packed_number
from app.system.line import Line
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from tests.fixtures.guards.logs import ExpectLog
from tests.fixtures.waiting import until

TURNED_AWAY = b"nothing is open"


async def attend(line: Line, request: bytes, held: Held) -> None:
    if request == b"wait":
        await asyncio.Event().wait()
    await line.send(Kind.ANSWER, request + b" of " + held.profile.folder.name.encode())
    await line.end(0)


async def refuse(line: Line) -> None:
    await line.send(Kind.ASIDE, TURNED_AWAY)
    await line.end(4)


class Guest:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    def ask(self, request: bytes) -> None:
        self._writer.write(packed(Kind.REQUEST, request))

    def send(self, content: bytes) -> None:
        self._writer.write(content)

    async def hear(self) -> bytes:
        _, length = opened_head(await self._reader.readexactly(HEAD_BYTES))
        return await self._reader.readexactly(length)

    async def is_alone(self) -> bool:
        """Wait for the other end to hang up, without having said anything."""
        try:
            return await self._reader.read() == b""
        except ConnectionResetError:
            return True

    def go(self) -> None:
        self._writer.close()


async def guest_of(profile: Profile) -> Guest:
    return Guest(*await asyncio.open_unix_connection(profile.socket))


@pytest.fixture
def host(profile: Profile) -> Host:
    return Host(profile, attend, refuse)


@pytest.fixture
async def held(profile: Profile) -> AsyncIterator[Held]:
    lock = ProfileLock(profile.lock)
    async with AsyncExitStack() as ending:
        opened = await open_profile(profile, lock, Answer(Way.KEYRING), ending, "a test")
        yield Held(profile, opened, ending)
    lock.release()


async def test_a_guest_is_served_on_what_is_held(host: Host, held: Held, profile: Profile) -> None:
    await host.start()
    await host.start()
    host.hold(held)
    guest = await guest_of(profile)
    guest.ask(b"news")
    assert [await guest.hear(), await guest.hear()] == [b"news of profile", b"0"]
    guest.go()
    await host.close()
    assert not profile.socket.exists()


async def test_a_guest_waits_for_what_is_yet_to_be_opened(host: Host, held: Held, profile: Profile) -> None:
    await host.start()
    guest = await guest_of(profile)
    guest.ask(b"news")
    hearing = asyncio.create_task(guest.hear())
    for _ in range(10):
        await asyncio.sleep(0)
    assert not hearing.done()
    host.hold(held)
    assert await hearing == b"news of profile"
    guest.go()
    await host.close()


@pytest.mark.parametrize("leaving", [Guest.go, lambda guest: guest.send(packed_number(Kind.STOP, 2))])
async def test_what_a_guest_waits_for_no_longer_is_not_done(
    host: Host, held: Held, profile: Profile, leaving: Callable[[Guest], None]
) -> None:
    await host.start()
    guest = await guest_of(profile)
    guest.ask(b"wait")
    await until_it_has_a_guest(host)
    leaving(guest)
    await until(lambda: not host._guests, "its leaving")
    host.hold(held)
    guest.go()
    await host.close()


async def test_while_nothing_is_open_guests_are_turned_away(host: Host, held: Held, profile: Profile) -> None:
    await host.start()
    host.hold(held)
    await host.withdraw()
    guest = await guest_of(profile)
    guest.ask(b"news")
    assert [await guest.hear(), await guest.hear()] == [TURNED_AWAY, b"4"]
    guest.go()
    await host.close()


async def test_what_is_withdrawn_ends_what_is_under_way(host: Host, held: Held, profile: Profile) -> None:
    await host.start()
    host.hold(held)
    guest = await guest_of(profile)
    guest.ask(b"wait")
    await until_it_has_a_guest(host)
    await host.withdraw()
    assert await guest.is_alone()
    guest.go()
    await host.close()


@pytest.mark.parametrize(
    "said", [b"\x09\x00\x00\x00\x01a", b"\x01\xff\xff\xff\xff", b"GET / HTTP/1.1\r\n\r\n"]
)
async def test_who_talks_nonsense_is_hung_up_on(
    host: Host, held: Held, profile: Profile, said: bytes
) -> None:
    await host.start()
    host.hold(held)
    guest = await guest_of(profile)
    guest.send(said)
    assert await guest.is_alone()
    guest.go()
    await host.close()


async def test_another_user_is_hung_up_on(
    host: Host, held: Held, profile: Profile, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log("app.hosting", "may not come in")
    await host.start()
    host.hold(held)
    monkeypatch.setattr(local_socket, "_user_of", lambda _: -1)
    guest = await guest_of(profile)
    assert await guest.is_alone()
    guest.go()
    await host.close()


async def test_there_may_be_many_guests_but_not_any_number(
    host: Host, held: Held, profile: Profile, expect_log: ExpectLog
) -> None:
    expect_log("app.hosting", "may not come in")
    await host.start()
    host.hold(held)
    guests = [await guest_of(profile) for _ in range(17)]
    for guest in guests[:16]:
        guest.ask(b"wait")
    assert await guests[16].is_alone()
    await host.close()
    for guest in guests:
        guest.go()


async def test_the_chat_is_built_once_when_it_is_needed(held: Held) -> None:
    first, again = await asyncio.gather(held.chat(), held.chat())
    assert first is again


async def test_work_that_is_soon_done_hosts_nobody(host: Host, held: Held, profile: Profile) -> None:
    async with hosting(host, held, 60, lambda: None):
        assert not profile.socket.exists()


async def test_work_that_takes_long_waits_for_its_guests_unless_there_is_hurry(
    host: Host, held: Held, profile: Profile
) -> None:
    async def work(may_end: asyncio.Event) -> None:
        async with hosting(host, held, 0, lambda: told.append("It waits.")):
            await may_end.wait()

    told: list[str] = []
    may_end = asyncio.Event()
    working = asyncio.create_task(work(may_end))
    await until(profile.socket.exists, "the socket")
    guest = await guest_of(profile)
    guest.ask(b"wait")
    await until_it_has_a_guest(host)
    may_end.set()
    done, _ = await asyncio.wait({working}, timeout=0.05)
    assert (done, told) == (set(), ["It waits."])
    host.hurry()
    await working
    assert await guest.is_alone()
    guest.go()


async def until_it_has_a_guest(host: Host) -> None:
    await until(lambda: host._guests, "a guest")
    for _ in range(10):
        await asyncio.sleep(0)
