import asyncio
import sys
from collections.abc import AsyncGenerator

import pytest

from app.system.left_generators import generators_ended_by


@pytest.mark.usefixtures("qapp")
async def test_one_that_is_left_in_its_middle_comes_to_its_end_on_the_loop() -> None:
    told: list[object] = []

    async def pieces() -> AsyncGenerator[int, None]:
        try:
            yield 1
            yield 2
        finally:
            await asyncio.sleep(0)
            told.append(asyncio.get_running_loop())

    async for _ in pieces():
        break
    for _ in range(10):
        await asyncio.sleep(0)
    assert told == [asyncio.get_running_loop()]


def test_behind_it_all_is_as_it_was_before() -> None:
    before = sys.get_asyncgen_hooks()
    loop = asyncio.new_event_loop()
    with generators_ended_by(loop):
        assert sys.get_asyncgen_hooks() != before
    assert sys.get_asyncgen_hooks() == before
    loop.close()


def test_where_the_loop_has_ended_nothing_is_asked_of_it() -> None:
    loop = asyncio.new_event_loop()

    async def pieces() -> AsyncGenerator[int, None]:
        yield 1
        yield 2

    with generators_ended_by(loop):
        left = pieces()
        with pytest.raises(StopIteration):
            anext(left).send(None)
        loop.close()
        del left
