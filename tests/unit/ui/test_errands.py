"""What the window has sent for."""

import asyncio

import pytest

from app.domain.errors import AppError, ConversationGone, StoreBusy
from app.ui.errands import Errands, is_running


async def nothing() -> None:
    await asyncio.sleep(0)


async def fail_with(error: Exception) -> None:
    raise error


async def ended(*tasks: asyncio.Task[None]) -> None:
    await asyncio.wait(tasks)
    await asyncio.sleep(0)


async def test_the_worlds_fault_is_handed_over() -> None:
    told: list[AppError] = []
    error = StoreBusy("Busy.")
    await ended(Errands(told.append).send(fail_with(error)))
    assert told == [error]


async def test_our_own_fault_reaches_the_loops_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[AppError] = []
    reported: list[BaseException] = []
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "call_exception_handler", lambda context: reported.append(context["exception"]))
    error = KeyError("bug")
    await ended(Errands(told.append).send(fail_with(error)))
    assert (told, reported) == ([], [error])


async def test_what_is_not_there_any_more_is_told_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(asyncio.get_running_loop(), "call_exception_handler", told.append)
    await ended(Errands(told.append).send(fail_with(ConversationGone("Gone."))))
    assert told == []


async def test_a_good_end_and_a_cancelled_errand_are_told_to_nobody() -> None:
    told: list[AppError] = []
    errands = Errands(told.append)
    done, waiting = errands.send(nothing()), errands.send(asyncio.sleep(60))
    await ended(done)
    errands.cancel()
    await ended(waiting)
    assert waiting.cancelled()
    assert told == []


async def test_one_called_back_before_it_set_out_never_begins() -> None:
    errands, errand = Errands(lambda _: None), nothing()
    task = errands.send(errand)
    errands.cancel()
    await ended(task)
    assert errand.cr_frame is None


async def test_where_a_loop_runs_errands_can_be_sent() -> None:
    assert is_running()


def test_where_none_runs_they_cannot() -> None:
    assert not is_running()


async def test_our_own_fault_is_one_for_as_long_as_the_loop_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[BaseException] = []
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "call_exception_handler", lambda context: reported.append(context["exception"]))
    error = RuntimeError("bug")
    await ended(Errands(lambda _: None).send(fail_with(error)))
    assert reported == [error]
