"""What the window has sent for and does not wait for."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from app.domain.errors import AppError, ConversationGone


def is_running() -> bool:
    """Whether the loop runs that errands need: a timer may go off once more when it has ended."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


class Errands:
    """Runs coroutines and keeps hold of them. The world's faults go to `on_failure`, ours to the loop."""

    def __init__(self, on_failure: Callable[[AppError], None]) -> None:
        self._on_failure = on_failure
        self._tasks: set[asyncio.Task[None]] = set()

    def send(self, errand: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Begin `errand`; its end is looked after here."""
        task = asyncio.get_running_loop().create_task(_while_loop_runs(errand))
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        task.add_done_callback(lambda _: errand.close())  # it may be called back before it has begun
        return task

    def cancel(self) -> None:
        """Call everyone back."""
        for task in self._tasks:
            task.cancel()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        match task.exception():
            case None | ConversationGone():  # what it was sent for has been removed meanwhile
                return
            case AppError() as error:
                self._on_failure(error)
            case error:
                task.get_loop().call_exception_handler(
                    {"message": "an errand of the window failed", "exception": error, "task": task}
                )


async def _while_loop_runs(errand: Coroutine[Any, Any, None]) -> None:
    """See an errand through. One that breaks off because the loop has ended meanwhile is no fault of ours."""
    try:
        await errand
    except RuntimeError:
        if is_running():
            raise
