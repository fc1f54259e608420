"""Asynchronous generators that nobody goes on with, such as a stream that is left between two pieces."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def generators_ended_by(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Let the loop end them, as asyncio's own loops do by themselves. Without a loop they break off."""

    def end(generator: AsyncGenerator[Any, Any]) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: loop.create_task(generator.aclose()))

    before = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(finalizer=end)
    try:
        yield
    finally:
        sys.set_asyncgen_hooks(*before)
