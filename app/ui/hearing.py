"""Waiting for what a person does next."""

import asyncio

from PySide6.QtCore import SignalInstance


async def heard(signal: SignalInstance) -> object:
    """Return what the signal brings when it is next given."""
    answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()

    def take(value: object) -> None:
        if not answer.done():
            answer.set_result(value)

    signal.connect(take)
    try:
        return await answer
    finally:
        signal.disconnect(take)
