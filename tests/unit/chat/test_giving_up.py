import asyncio
import threading

import pytest

from app.chat.giving_up import until_given_up
from app.domain.errors import GivenUp
from app.store.copies import Progress
from app.system.worker_thread import run_once


async def test_work_tells_of_its_steps_and_hands_back_its_result() -> None:
    told = []

    def work(tell: Progress) -> str:
        tell(1, 2)
        tell(2, 2)
        return "done"

    result = await until_given_up(
        lambda tell: run_once("work", lambda: work(tell)), lambda *step: told.append(step)
    )

    assert (result, told) == ("done", [(1, 2), (2, 2)])


async def test_cancelling_ends_the_work_at_its_next_step_and_waits_for_that() -> None:
    has_begun, may_go_on = threading.Event(), threading.Event()
    ended: list[str] = []

    def work(tell: Progress) -> None:
        has_begun.set()
        may_go_on.wait()
        try:
            tell(1, 2)
        except GivenUp:
            ended.append("given up")
            raise
        ended.append("went on")

    waiting = asyncio.create_task(until_given_up(lambda tell: run_once("work", lambda: work(tell)), None))
    await asyncio.to_thread(has_begun.wait)
    waiting.cancel()
    await asyncio.sleep(0)
    may_go_on.set()

    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert ended == ["given up"]
