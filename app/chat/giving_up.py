"""Slow work in a thread that a person may give up: it ends itself at the next step that it tells of."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from app.domain.errors import GivenUp
from app.store.copies import Progress

T = TypeVar("T")


async def until_given_up(work: Callable[[Progress], Coroutine[Any, Any, T]], progress: Progress | None) -> T:
    """Do `work`, which is handed what to tell of its steps. Cancelling waits until it has really ended."""
    is_wanted = True

    def tell(done: int, of: int) -> None:
        if not is_wanted:
            raise GivenUp("Nobody waits for this any more.")
        if progress:
            progress(done, of)

    doing = asyncio.create_task(work(tell))
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        is_wanted = False
        await asyncio.gather(doing, return_exceptions=True)
        raise
