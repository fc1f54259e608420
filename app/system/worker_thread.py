"""Blocking work off the loop: done in order, one piece at a time, for callers who await it."""

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, NamedTuple, TypeVar

from app.domain.errors import BugError

T = TypeVar("T")
_log = logging.getLogger(__name__)
_SLOW_SECONDS = 0.040
_PATIENCE_SECONDS = 2.0


class _Call(NamedTuple, Generic[T]):
    name: str
    work: Callable[[], T]
    result: "asyncio.Future[T]"
    loop: asyncio.AbstractEventLoop


class WorkerThread:
    """Made and used on a loop's thread. Errors come back to the caller that awaits the work."""

    def __init__(self, name: str, *, may_be_stuck: bool = False) -> None:
        """The first piece of work starts it. One that may be stuck, waiting for a person, holds up no end."""
        self._calls: queue.SimpleQueue[_Call[Any] | None] = queue.SimpleQueue()
        self._has_ended = False
        self._name = name
        self._may_be_stuck = may_be_stuck
        self._thread: threading.Thread | None = None

    @property
    def has_begun(self) -> bool:
        return self._thread is not None

    async def run(self, name: str, work: Callable[[], T]) -> T:
        """Do `work` in the thread. `name` is for the log, should it be slow. Cancelling does not undo it."""
        return await self.ask(name, work)

    def ask(self, name: str, work: Callable[[], T]) -> "asyncio.Future[T]":
        """Put `work` in line at once, and tell of its result by a future."""
        if self._has_ended:
            raise BugError(f"The {self._name} thread has ended; nobody would ever answer.")
        loop = asyncio.get_running_loop()
        result: asyncio.Future[T] = loop.create_future()
        self._calls.put(_Call(name, work, result, loop))
        if self._thread is None:
            self._begin()
        return result

    async def run_last(self, name: str, work: Callable[[], T]) -> T:
        """Do `work` and end the thread behind it, so that nobody need wait for its end any more."""
        result = self.ask(name, work)
        self.abandon()
        return await result

    def close(self) -> None:
        """Finish what was asked for, then end the thread. The caller waits, but not long for one stuck.

        A thread that the end of the program cuts off inside C++ or Rust takes the whole process with it,
        so even one that may be stuck is given time to come out.
        """
        self.abandon()
        if self._thread:
            self._thread.join(_PATIENCE_SECONDS if self._may_be_stuck else None)

    def abandon(self) -> None:
        """End the thread after what was asked for. Returns at once."""
        self._has_ended = True
        self._calls.put(None)

    def _begin(self) -> None:
        """Start the thread, which finds its work at once and need not be woken again."""
        thread = threading.Thread(target=self._work, name=self._name, daemon=self._may_be_stuck)
        try:
            thread.start()
        except RuntimeError:  # the system gives no more threads: what was refused may not be done later
            self._calls.get_nowait()
            raise
        self._thread = thread

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            started = time.monotonic()
            _do(call)
            elapsed = time.monotonic() - started
            if elapsed > _SLOW_SECONDS:
                _log.info("%s took %d ms on the %s thread", call.name, elapsed * 1000, self._name)
            del call  # an idle thread holds on to no passphrase that was in its last work


async def run_once(name: str, work: Callable[[], T]) -> T:
    """Do `work` in a thread of its own, which the program's end waits for.

    The loop's own executor will not do: Qt's threads may be cut off in C++ when the program ends meanwhile.
    """
    return await WorkerThread(name).run_last(name, work)


def _do(call: _Call[Any]) -> None:
    value, failure = None, None
    try:
        value = call.work()
    except Exception as error:  # noqa: BLE001  # a border: the error belongs to whoever awaits
        failure = error
    with suppress(RuntimeError):  # the loop has closed, and nobody waits any more
        call.loop.call_soon_threadsafe(_settle, call.result, value, failure)


def _settle(result: "asyncio.Future[Any]", value: object, failure: Exception | None) -> None:
    if result.cancelled():
        return
    if failure is not None:
        result.set_exception(failure)
    else:
        result.set_result(value)
