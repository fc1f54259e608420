import io
import json
from argparse import Namespace
from collections.abc import Iterator

import pytest

from app.system.worker_thread import WorkerThread
from app.verbs.output import Output, sending_to
from app.verbs.told import Told, tell

TOLD = Told(["One line", "another"], {"lines": 2}, 5)


@pytest.fixture
def thread() -> Iterator[WorkerThread]:
    made = WorkerThread("output")
    yield made
    made.close()


async def said(thread: WorkerThread, *, as_json: bool) -> tuple[int, str]:
    stream = io.BytesIO()
    output = Output(sending_to(stream, thread), is_terminal=False, has_colour=False)
    code = await tell(TOLD, Namespace(json=as_json), output)
    return code, stream.getvalue().decode()


async def test_a_person_is_told_in_lines(thread: WorkerThread) -> None:
    assert await said(thread, as_json=False) == (5, "One line\nanother\n")


async def test_a_program_is_told_in_values(thread: WorkerThread) -> None:
    code, text = await said(thread, as_json=True)
    assert (code, json.loads(text)) == (5, {"lines": 2})
