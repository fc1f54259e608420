import asyncio
import io
from collections.abc import Iterator

import pytest

from app.system.worker_thread import WorkerThread
from app.verbs.output import Output, sending_to
from app.verbs.reply_printer import ReplyPrinter


@pytest.fixture
def thread() -> Iterator[WorkerThread]:
    made = WorkerThread("output")
    yield made
    made.close()


async def printed(thread: WorkerThread, *pieces: str) -> str:
    stream = io.BytesIO()
    printer = ReplyPrinter(Output(sending_to(stream, thread), is_terminal=False, has_colour=False))
    printing = asyncio.create_task(printer.print())
    for piece in pieces:
        printer.add(piece)
        await asyncio.sleep(0)
    printer.end()
    await printing
    return stream.getvalue().decode()


async def test_a_reply_comes_out_whole_and_ends_its_line(thread: WorkerThread) -> None:
    assert await printed(thread, "One", " two", ".") == "One two.\n"
    assert await printed(thread, "One\n") == "One\n"
    assert await printed(thread) == ""
