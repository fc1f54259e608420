import asyncio
import logging
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from app.domain.errors import BugError
from app.system import worker_thread
from app.system.worker_thread import WorkerThread, run_once
from tests.fixtures.waiting import until


@pytest.fixture
def thread() -> Iterator[WorkerThread]:
    made = WorkerThread("workshop")
    yield made
    made.close()


def fail() -> None:
    raise LookupError("nothing there")


async def test_work_is_done_in_the_thread_and_gives_its_result(thread: WorkerThread) -> None:
    worked_in = await thread.run("looking", threading.current_thread)
    assert worked_in.name == "workshop"
    assert worked_in is not threading.current_thread()


async def test_who_asks_nothing_starts_no_thread(thread: WorkerThread) -> None:
    assert not thread.has_begun
    assert "workshop" not in {each.name for each in threading.enumerate()}
    await thread.run("looking", threading.current_thread)
    assert thread.has_begun


async def test_work_is_done_one_by_one_in_the_order_of_asking(thread: WorkerThread) -> None:
    done: list[int] = []
    await asyncio.gather(
        *(thread.run("noting", lambda number=number: done.append(number)) for number in range(200))
    )
    assert done == list(range(200))


async def test_the_loop_goes_on_while_the_thread_works(thread: WorkerThread) -> None:
    gate = threading.Event()
    waiting = asyncio.create_task(thread.run("waiting", lambda: gate.wait(10)))
    await asyncio.sleep(0)
    gate.set()
    assert await waiting


async def test_an_error_comes_back_to_who_asked_and_harms_nobody_else(thread: WorkerThread) -> None:
    failing, working = thread.run("failing", fail), thread.run("working", lambda: "done")
    first, second = await asyncio.gather(failing, working, return_exceptions=True)
    assert isinstance(first, LookupError)
    assert second == "done"


async def test_work_that_nobody_waits_for_any_more_is_done_all_the_same(thread: WorkerThread) -> None:
    gate, done = threading.Event(), list[str]()
    task = asyncio.create_task(thread.run("waiting", lambda: done.append("waited" if gate.wait(10) else "")))
    await asyncio.sleep(0)
    task.cancel()
    gate.set()
    await thread.run("next", lambda: done.append("next"))
    assert task.cancelled()
    assert done == ["waited", "next"]


async def test_closing_waits_for_what_was_asked() -> None:
    thread, done = WorkerThread("workshop"), list[int]()
    asked = [
        asyncio.create_task(thread.run("noting", lambda number=number: done.append(number)))
        for number in range(50)
    ]
    await asyncio.sleep(0)
    thread.close()
    thread.close()
    assert done == list(range(50))
    await asyncio.gather(*asked)


async def test_only_a_thread_that_may_be_stuck_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_thread, "_PATIENCE_SECONDS", 0.05)
    thread, gate = WorkerThread("keyring", may_be_stuck=True), threading.Event()
    asked = asyncio.create_task(thread.run("waiting for a person", lambda: gate.wait(10)))
    await asyncio.sleep(0)
    thread.close()
    assert not asked.done()
    gate.set()
    assert await asked
    thread.close()


async def test_work_can_have_a_thread_for_itself() -> None:
    before = threading.active_count()
    assert await run_once("counting", lambda: 6 * 7) == 42
    with pytest.raises(LookupError):
        await run_once("failing", fail)
    await until(lambda: threading.active_count() == before, "the threads to end")


async def test_work_that_no_thread_could_be_had_for_is_refused_and_never_done_later(
    thread: WorkerThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as scarce:
        scarce.setattr(threading.Thread, "start", refuse)
        with pytest.raises(RuntimeError):
            await thread.run("refused", lambda: done.append("refused"))
    assert not thread.has_begun
    await thread.run("taken", lambda: done.append("taken"))
    assert done == ["taken"]


async def test_the_last_piece_of_work_takes_the_thread_with_it(thread: WorkerThread) -> None:
    assert await thread.run_last("leaving", lambda: "gone") == "gone"
    await until(lambda: "workshop" not in {each.name for each in threading.enumerate()}, "its end")
    with pytest.raises(BugError, match="workshop"):
        await thread.run("asking too late", lambda: None)


async def test_abandoning_does_not_wait() -> None:
    thread, gate = WorkerThread("workshop"), threading.Event()
    asked = asyncio.create_task(thread.run("waiting", lambda: gate.wait(10)))
    await asyncio.sleep(0)
    thread.abandon()
    assert not asked.done()
    gate.set()
    assert await asked
    thread.close()


@pytest.mark.parametrize("end", [WorkerThread.close, WorkerThread.abandon])
async def test_an_ended_thread_takes_no_more_work_instead_of_never_answering(
    end: Callable[[WorkerThread], None],
) -> None:
    thread = WorkerThread("workshop")
    end(thread)
    with pytest.raises(BugError, match="workshop"):
        await thread.run("asking too late", lambda: None)
    thread.close()


def test_a_loop_that_has_closed_meanwhile_gets_no_answer() -> None:
    thread, gate, done = WorkerThread("workshop"), threading.Event(), list[str]()

    async def leave_without_waiting() -> None:
        asyncio.create_task(thread.run("waiting", lambda: gate.wait(10)))  # noqa: RUF006
        await asyncio.sleep(0)

    asyncio.run(leave_without_waiting())
    gate.set()
    asyncio.run(thread.run("next", lambda: done.append("next")))
    assert done == ["next"]
    thread.close()


async def test_an_idle_thread_holds_on_to_nothing_of_its_last_work(thread: WorkerThread) -> None:
    secret = {"a secret"}
    held = weakref.ref(secret)
    await thread.run("opening", partial(len, secret))
    del secret
    await until(lambda: held() is None, "an empty hand")


async def test_slow_work_is_logged_by_name(thread: WorkerThread, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "app.system.worker_thread")
    await thread.run("hurrying", lambda: None)
    await thread.run("dawdling", lambda: threading.Event().wait(0.06))
    thread.close()
    (record,) = caplog.records
    assert record.levelno == logging.INFO
    assert record.getMessage().startswith("dawdling took ")
    assert record.getMessage().endswith(" ms on the workshop thread")
