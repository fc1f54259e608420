import io
import json
import os
import sys
from collections.abc import AsyncIterator, Iterator

import pytest

from app.domain.errors import AppError
from app.system.worker_thread import WorkerThread
from app.verbs.output import Output, fit_for_terminal, json_text, sending_to, single_line, standard_output

HOSTILE = "a\x1b[31mb\x9b2Jc\r\n\t\u202ed\x07"


@pytest.fixture
def thread() -> Iterator[WorkerThread]:
    made = WorkerThread("output")
    yield made
    made.close()


async def written(thread: WorkerThread, text: str, *, is_terminal: bool, has_colour: bool = False) -> str:
    stream = io.BytesIO()
    output = Output(sending_to(stream, thread), is_terminal=is_terminal, has_colour=has_colour)
    await output.write_heading(text)
    await output.write_line(text)
    return stream.getvalue().decode()


async def test_a_terminal_gets_nothing_that_it_would_obey(thread: WorkerThread) -> None:
    shown = await written(thread, HOSTILE, is_terminal=True)
    assert shown == "a[31mb2Jc d\na[31mb2Jc\n\td\n"


async def test_a_program_gets_every_text_as_it_is(thread: WorkerThread) -> None:
    assert await written(thread, HOSTILE, is_terminal=False, has_colour=True) == f"{HOSTILE}\n{HOSTILE}\n"


async def test_a_heading_stands_out_where_there_are_colours(thread: WorkerThread) -> None:
    assert await written(thread, "Title", is_terminal=True, has_colour=True) == "\x1b[1mTitle\x1b[0m\nTitle\n"
    assert await written(thread, "Title", is_terminal=True) == "Title\nTitle\n"


async def test_what_was_looked_for_stands_out(thread: WorkerThread) -> None:
    stream = io.BytesIO()
    for has_colour in (True, False):
        output = Output(sending_to(stream, thread), is_terminal=True, has_colour=has_colour)
        await output.write_marked("so \x1bblue it is", ((3, 8), (12, 14)))
    lines = stream.getvalue().decode().splitlines()
    assert lines[1] == "so blue it is"
    assert lines[0].replace("\x1b[1m", "<").replace("\x1b[0m", ">") == "so <blue> it <is>"


async def test_a_list_is_json_however_long(thread: WorkerThread) -> None:
    for count in (0, 1, 3):
        stream = io.BytesIO()

        async def values(count: int = count) -> AsyncIterator[int]:
            for number in range(count):
                yield number

        output = Output(sending_to(stream, thread), is_terminal=False, has_colour=False)
        await output.write_json_list(values())
        assert json.loads(stream.getvalue()) == list(range(count))


def test_foreign_text_is_made_one_line() -> None:
    assert single_line("a\r\nb\t c\x1b") == "a b c"
    assert fit_for_terminal("שלום \u200fعالم") == "שלום \u200fعالم"


def test_json_is_safe_on_a_terminal_and_says_the_same() -> None:
    text = json_text({"text": HOSTILE})
    assert text == json_text({"text": HOSTILE}).translate({0x9B: None, 0x202E: None})
    assert json.loads(text) == {"text": HOSTILE}
    assert json_text("Grüße 漢字") == '"Grüße 漢字"'


async def test_where_nobody_reads_that_is_raised(thread: WorkerThread) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as stream:
        output = Output(sending_to(stream, thread), is_terminal=False, has_colour=False)
        with pytest.raises(BrokenPipeError):
            await output.write("text")


async def test_an_output_that_takes_nothing_is_told(thread: WorkerThread) -> None:
    with open("/dev/full", "wb", buffering=0) as stream:  # noqa: ASYNC230, PTH123
        output = Output(sending_to(stream, thread), is_terminal=False, has_colour=False)
        with pytest.raises(AppError, match="could not be written"):
            await output.write("text")


async def test_without_an_output_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    async with standard_output({}) as output:
        await output.write("text")


async def test_what_was_printed_before_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    print("before")
    async with standard_output({"TERM": "xterm"}) as output:
        await output.write("behind")
    assert capsys.readouterr().out == "before\nbehind"
