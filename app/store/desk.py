"""A connection and the one thread that uses it."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

from app.domain.errors import BugError
from app.store.driver import Connection
from app.store.sqlite_errors import translated
from app.system.disk_errors import disk_errors_translated
from app.system.worker_thread import WorkerThread

T = TypeVar("T")
_STEPS_BETWEEN_LOOKS = 100_000  # of SQLite's machine: about a millisecond


class _Dropped(Exception):
    """Nobody waits for this piece of work any more."""


class _Turn:
    """One piece of work, which may be dropped before or while it is done."""

    is_dropped = False


class Desk:
    """Made and used on a loop's thread. Errors of the driver come back as ours."""

    def __init__(self, name: str) -> None:
        self._thread = WorkerThread(name)
        self._connection: Connection | None = None
        self._opening: Callable[[], Connection] | None = None
        self._changing = threading.Lock()
        self._under_way: _Turn | None = None

    async def open(self, opening: Callable[[], Connection]) -> None:
        await self._thread.run("opening", lambda: self._open(opening))
        self._opening = opening

    def open_when_needed(self, opening: Callable[[], Connection]) -> None:
        """Let the first piece of work open the connection, so that the start need not wait for it."""
        self._opening = opening

    async def do(self, name: str, work: Callable[[Connection], T]) -> T:
        """Do `work` on the connection. Cancelling does not undo it."""
        opening = self._opening
        if opening is None:
            raise BugError("The archive is not open.")
        return await self._thread.ask(name, lambda: self._do(opening, work))

    async def do_until_cancelled(self, name: str, work: Callable[[Connection], T]) -> T:
        """Do `work` on the connection, unless cancelling ends it."""
        turn = _Turn()
        try:
            return await self.do(name, lambda connection: self._take(turn, connection, work))
        except asyncio.CancelledError:
            self._drop(turn)
            raise

    async def close(
        self, closing: Callable[[Connection], object] = lambda connection: connection.close()
    ) -> None:
        """Finish what was asked for, then close the connection, and need no thread. Safe to call twice."""
        is_open, self._opening = self._opening is not None and self._thread.has_begun, None

        def work() -> None:
            connection, self._connection = self._connection, None
            with translated():
                if connection:
                    closing(connection)

        if is_open:
            await self._thread.run_last("closing", work)

    def end(self) -> None:
        """See the thread end."""
        self._thread.close()

    def _do(self, opening: Callable[[], Connection], work: Callable[[Connection], T]) -> T:
        connection = self._connection or self._open(opening)
        with translated():
            return work(connection)

    def _take(self, turn: _Turn, connection: Connection, work: Callable[[Connection], T]) -> T:
        with self._changing:
            if turn.is_dropped:
                raise _Dropped
            self._under_way = turn
        connection.set_progress_handler(lambda: turn.is_dropped, _STEPS_BETWEEN_LOOKS)
        try:
            return work(connection)
        finally:
            connection.set_progress_handler(None, 0)
            with self._changing:
                self._under_way = None

    def _drop(self, turn: _Turn) -> None:
        """End this piece of work and no other: the thread may have gone on to the next.

        An interruption reaches only a statement that is running. One that is about to begin looks by itself.
        """
        with self._changing:
            turn.is_dropped = True
            if self._under_way is turn and self._connection:
                self._connection.interrupt()

    def _open(self, opening: Callable[[], Connection]) -> Connection:
        with disk_errors_translated(), translated():
            self._connection = opening()
        return self._connection
