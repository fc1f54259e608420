"""Whoever holds the profile lets the same user's other processes work on the archive that it has open.

A guest is heard once its request is whole, and only while there is something open to work on.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from app.opening import Chat, Opened, build_chat
from app.system.frames import Kind
from app.system.line import Line
from app.system.local_socket import is_same_user, listen_at
from app.system.profile import Profile

_log = logging.getLogger(__name__)
_MOST_GUESTS = 16
_REQUEST_SECONDS = 10.0


class Held:
    """An open archive, and the chat upon it, which is built when it is first needed."""

    def __init__(
        self, profile: Profile, opened: Opened, ending: AsyncExitStack, chat: Chat | None = None
    ) -> None:
        """`ending` sees to the end of a chat that is built here."""
        self.profile = profile
        self.opened = opened
        self._ending = ending
        self._chat = chat
        self._one_at_a_time = asyncio.Lock()

    async def chat(self) -> Chat:
        async with self._one_at_a_time:
            if self._chat is None:
                self._chat = await build_chat(self.profile, self.opened, self._ending)
            return self._chat


Attend = Callable[[Line, bytes, Held], Awaitable[None]]
"""Does what a guest asks for. Cancelling it tells the guest that it will not be done any more."""
Refuse = Callable[[Line], Awaitable[None]]
"""Tells a guest that there is nothing to work on at the moment."""


class Host:
    """Lives on the loop. It begins by making guests wait for what is yet to be opened."""

    def __init__(self, profile: Profile, attend: Attend, refuse: Refuse) -> None:
        self._profile = profile
        self._attend = attend
        self._refuse = refuse
        self._server: asyncio.Server | None = None
        self._held: Held | None = None
        self._is_settled = asyncio.Event()
        self._is_hurried = asyncio.Event()
        self._guests: set[asyncio.Task[None]] = set()

    @property
    def has_guests(self) -> bool:
        return bool(self._guests)

    async def start(self) -> None:
        """Listen, once. Only the profile's holder may: what another one left is removed."""
        if self._server is None and (listening := listen_at(self._profile.socket)):
            self._server = await asyncio.start_unix_server(self._meet, sock=listening)

    def hold(self, held: Held) -> None:
        """Let guests work on this."""
        self._held = held
        self._is_settled.set()

    def turn_away(self) -> None:
        """Tell guests from now on that nothing is open."""
        self._held = None
        self._is_settled.set()

    async def withdraw(self) -> None:
        """Take back what was held: whatever guests have under way ends now."""
        self.turn_away()
        await self._end_guests()

    async def finish(self) -> None:
        """Let the guests that there are come to their end, unless there is hurry, and nobody else in."""
        self._stop_listening()
        hurry = asyncio.create_task(self._is_hurried.wait())
        while self._guests and not hurry.done():
            await asyncio.wait({hurry, *self._guests}, return_when=asyncio.FIRST_COMPLETED)
        hurry.cancel()
        await asyncio.wait({hurry})

    def hurry(self) -> None:
        """Wait for no guest at the end."""
        self._is_hurried.set()

    async def close(self) -> None:
        """End all of it. Safe to call twice."""
        self._stop_listening()
        self._held = None
        await self._end_guests()

    def _stop_listening(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
            with suppress(OSError):
                self._profile.socket.unlink(missing_ok=True)

    async def _end_guests(self) -> None:
        for guest in self._guests:
            guest.cancel()
        while self._guests:
            await asyncio.wait(self._guests)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        guest, line = asyncio.current_task(), Line(reader, writer)
        if guest is None or len(self._guests) >= _MOST_GUESTS or not is_same_user(line.socket):
            _log.warning("A process that may not come in was turned away.")
            line.hang_up()
            return
        self._guests.add(guest)
        try:
            await self._serve(line)
        except (ConnectionError, TimeoutError) as error:
            _log.info("A guest has gone: %s", type(error).__name__)
            line.hang_up()
        except asyncio.CancelledError:
            _log.info("A guest was sent away.")
        finally:
            self._guests.discard(guest)
            writer.close()

    async def _serve(self, line: Line) -> None:
        async with asyncio.timeout(_REQUEST_SECONDS):
            request = await line.receive(Kind.REQUEST)
        if not self._is_settled.is_set():
            await self._settled(line)
        if self._held is None:
            await self._refuse(line)
        else:
            await self._attend(line, request, self._held)
        await line.close()

    async def _settled(self, line: Line) -> None:
        """Wait for what is yet to be opened. Raises ConnectionError where the guest does not."""
        settling = asyncio.create_task(self._is_settled.wait())
        leaving = asyncio.create_task(line.receive(Kind.STOP))
        try:
            await asyncio.wait({settling, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if leaving.done():
                leaving.exception()  # whether it said so or went without a word
                raise ConnectionAbortedError("The guest waits no longer.")
        finally:
            settling.cancel()
            leaving.cancel()


@asynccontextmanager
async def hosting(
    host: Host, held: Held, after_seconds: float, tell_of_waiting: Callable[[], None]
) -> AsyncIterator[None]:
    """Host for the time of some work that takes long; one that does not is rather waited for.

    At its end, guests that still have something under way are waited for, and that is told.
    """

    async def begin() -> None:
        await asyncio.sleep(after_seconds)
        host.hold(held)
        await host.start()

    beginning = asyncio.create_task(begin())
    try:
        yield
        beginning.cancel()
        await asyncio.wait({beginning})
        if host.has_guests:
            tell_of_waiting()
        await host.finish()
    finally:
        beginning.cancel()
        await host.close()
