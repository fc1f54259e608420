"""Work that takes too long for the thread that paints, done in one thread beside it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Offstage(QObject):
    """Does one piece of work after the other. What fails gives None: there is always a plain way."""

    _done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._is_open = True
        self._pool = ThreadPoolExecutor(1, "blocks")
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], T], then: Callable[[T | None], None]) -> None:
        """Do `work` beside, and then call `then` with what it gave, on the thread of this object."""
        self._pool.submit(work).add_done_callback(partial(self._tell, then))

    def tell_soon(self, call: Callable[[], None]) -> None:
        """Call this by itself, after what is being done now: many such calls are never one long one."""
        self._done.emit(call)

    def close(self) -> None:
        """Begin nothing more. What is being done is finished, and told to nobody."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._is_open = False

    def _tell(self, then: Callable[[T | None], None], done: "Future[T]") -> None:
        if not done.cancelled():
            result = None if done.exception() else done.result()
            with suppress(RuntimeError):  # the window has gone meanwhile
                self._done.emit(partial(then, result))

    def _deliver(self, call: Callable[[], None]) -> None:
        if self._is_open:
            call()
