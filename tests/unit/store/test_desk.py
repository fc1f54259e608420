import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.domain.errors import BugError, StoreDamaged, StoreMissing
from app.store.desk import Desk
from app.store.driver import Connection, open_connection

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
async def desk(file: Path, archive_key: str) -> AsyncIterator[Desk]:
    made = Desk("a desk")
    await made.open(lambda: open_connection(file, archive_key))
    yield made
    await made.close()
    made.end()


def count_for_ever(connection: Connection) -> None:
    connection.execute(ENDLESS).fetchone()


def one(connection: Connection) -> int:
    return int(connection.execute("SELECT 1").fetchone()[0])


async def test_all_work_is_done_on_the_one_thread(desk: Desk) -> None:
    names = {await desk.do("name", lambda _: threading.current_thread().name) for _ in range(3)}
    assert names == {"a desk"}


async def test_closing_what_nobody_asked_opens_nothing(file: Path, archive_key: str) -> None:
    opened: list[Path] = []

    def opening() -> Connection:
        opened.append(file)
        return open_connection(file, archive_key)

    unasked = Desk("an unasked desk")
    unasked.open_when_needed(opening)
    await unasked.close()
    unasked.end()
    assert opened == []
    with pytest.raises(BugError):
        await unasked.do("one", one)


async def test_a_connection_that_may_wait_is_opened_by_the_first_work(file: Path, archive_key: str) -> None:
    opened: list[str] = []

    def opening() -> Connection:
        opened.append(threading.current_thread().name)
        return open_connection(file, archive_key)

    desk = Desk("a late desk")
    desk.open_when_needed(opening)
    assert opened == []
    assert await asyncio.gather(desk.do("one", one), desk.do("one", one)) == [1, 1]
    assert opened == ["a late desk"]
    await desk.close()
    with pytest.raises(BugError):
        await desk.do("one", one)
    desk.end()


async def test_a_desk_that_could_not_be_opened_is_not_open(tmp_path: Path, archive_key: str) -> None:
    desk = Desk("a desk")
    with pytest.raises(StoreMissing):
        await desk.open(lambda: open_connection(tmp_path / "nowhere.db", archive_key))
    with pytest.raises(BugError):
        await desk.do("one", one)
    desk.end()


async def test_cancelling_ends_what_is_done_until_cancelled(desk: Desk) -> None:
    endless = asyncio.create_task(desk.do_until_cancelled("endless", count_for_ever))
    await asyncio.sleep(0.05)
    endless.cancel()
    assert await desk.do("one", one) == 1
    assert endless.cancelled()


async def test_what_was_dropped_while_it_waited_is_never_begun(desk: Desk) -> None:
    begun: list[str] = []
    endless = asyncio.create_task(desk.do_until_cancelled("endless", count_for_ever))
    waiting = asyncio.create_task(desk.do_until_cancelled("waiting", lambda _: begun.append("x")))
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.sleep(0)
    endless.cancel()
    assert await desk.do("one", one) == 1
    assert begun == []


async def test_cancelling_leaves_what_must_be_finished(desk: Desk) -> None:
    """A write that somebody no longer waits for is a write all the same."""
    may_go_on, done = threading.Event(), threading.Event()

    def write(_: Connection) -> None:
        may_go_on.wait(5)
        done.set()

    writing = asyncio.create_task(desk.do("write", write))
    await asyncio.sleep(0)
    writing.cancel()
    may_go_on.set()
    assert await desk.do("one", one) == 1
    assert done.is_set()


async def test_errors_of_the_driver_come_back_as_ours(desk: Desk, tmp_path: Path, archive_key: str) -> None:
    with pytest.raises(BugError):
        await desk.do("nonsense", lambda connection: connection.execute("NONSENSE"))
    noise = tmp_path / "noise.db"
    noise.write_bytes(b"noise" * 5000)
    other = Desk("another desk")
    with pytest.raises(StoreDamaged):
        await other.open(lambda: open_connection(noise, archive_key))
    other.end()


async def test_a_closed_desk_does_nothing_more(desk: Desk) -> None:
    await desk.close()
    await desk.close()
    with pytest.raises(BugError):
        await desk.do("one", one)


async def test_what_is_dropped_between_two_statements_ends_all_the_same(desk: Desk) -> None:
    """An interruption finds no statement running then, and would be lost."""
    paused, may_go_on = threading.Event(), threading.Event()

    def pause_and_count(connection: Connection) -> None:
        paused.set()
        may_go_on.wait(5)
        count_for_ever(connection)

    endless = asyncio.create_task(desk.do_until_cancelled("endless", pause_and_count))
    await asyncio.to_thread(paused.wait, 5)
    endless.cancel()
    await asyncio.sleep(0)
    may_go_on.set()
    assert await desk.do("one", one) == 1
