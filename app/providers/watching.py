"""Patience with a service while it replies: a line may stay open for ever and bring nothing, or nothing new.

Only what the model writes counts as news. Signs of life, empty events and comments do not.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from typing import Protocol

from app.domain.errors import ProviderBroken, ProviderUnreachable, ReplyInterrupted
from app.domain.settings import Patience
from app.providers.pieces import Piece

_AFTER_END_SECONDS = 5.0
_HANGING_UP_SECONDS = 0.1
_MOST_WRITTEN = 8 << 20
_MOST_EMPTY_EVENTS = 50_000


class Reply(Protocol):
    """Reads one reply in the language of one API."""

    progress: int  # grows with all that the model writes
    words: int  # grows with the reply itself
    awaits_more: bool  # something may follow the end

    @property
    def has_ended(self) -> bool: ...

    def read(self, event: object) -> Iterator[Piece]: ...

    def finish(self) -> Iterator[Piece]: ...


class Watch:
    """Knows how long to wait for the next event of one reply. Begins when it is made."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._deadline = self._loop.time() + patience.total
        self._until = self._loop.time() + patience.first
        self._progress = 0
        self._empty_events = 0

    @property
    def limit(self) -> float:
        """The moment, in the loop's time, at which patience ends."""
        return min(self._until, self._deadline)

    def note(self, reply: Reply) -> None:
        """Begin to wait anew, if the model has written anything since. Raises ProviderBroken for a flood."""
        self._empty_events += 1
        if reply.progress > self._progress:
            self._progress = reply.progress
            self._empty_events = 0
            seconds = self._patience.idle if reply.words else self._patience.first
            self._until = self._loop.time() + seconds
        if self._progress > _MOST_WRITTEN or self._empty_events > _MOST_EMPTY_EVENTS:
            raise ProviderBroken("The service's answer is longer than any reply could be.")

    def lost(self) -> ProviderUnreachable | ReplyInterrupted:
        """Return the error for patience that has ended."""
        if self._until > self._deadline:
            return ReplyInterrupted("The reply took longer than it is given.")
        if not self._progress:
            return ProviderUnreachable("The service did not answer in time.")
        return ReplyInterrupted("The service fell silent in the middle of its reply.")


async def watched(events: AsyncIterator[object], reply: Reply, watch: Watch) -> AsyncGenerator[object, None]:
    """Yield events until the reply's end. The caller lets `reply` read each before asking for the next."""
    while True:
        try:
            async with asyncio.timeout_at(watch.limit):
                event = await anext(events)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise watch.lost() from None
        yield event
        if reply.has_ended:
            break
        watch.note(reply)
    if reply.awaits_more:
        async for event in _rest(events, _AFTER_END_SECONDS):
            yield event


async def read_out(events: AsyncIterator[object]) -> None:
    """Read, and heed no more, what follows a reply: a connection read to its end serves the next one.

    What a service says there is a few bytes and is here already. One that says nothing is not waited for.
    """
    async for _ in _rest(events, _HANGING_UP_SECONDS):
        pass


async def _rest(events: AsyncIterator[object], seconds: float) -> AsyncIterator[object]:
    """Yield what follows the end. All is here already; a service may fail to hang up."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    while loop.time() < until:
        try:
            async with asyncio.timeout_at(until):
                event = await anext(events)
        except (StopAsyncIteration, TimeoutError):
            return
        yield event
