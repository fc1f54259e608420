"""Where a verb's answer goes: a terminal, which text must not command, or a program, which gets all of it.

On a terminal, control characters and those that reorder a line are left out, since a model may have written
them. A file or a program gets every text as it is stored. Both get UTF-8, whatever the locale says.
"""

import json
import re
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import IO, Any

from app.domain.errors import AppError
from app.system.worker_thread import WorkerThread

_UNFIT = "\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_NEVER_SHOWN = re.compile(f"[\x00-\x08\x0b-\x1f{_UNFIT}]")
_RAW_IN_JSON = re.compile(f"[{_UNFIT}]")
_PAUSE_SECONDS = 0.01
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
Send = Callable[[bytes], Awaitable[None]]
"""Hands an answer on. Raises BrokenPipeError where nobody reads any more."""


class Output:
    """Makes text fit for its reader. One that is in no hurry keeps nobody else waiting."""

    def __init__(self, send: Send, *, is_terminal: bool, has_colour: bool) -> None:
        self._send = send
        self._is_terminal = is_terminal
        self._has_colour = is_terminal and has_colour

    async def write(self, text: str) -> None:
        """Write text as it is fit for the reader. Raises BrokenPipeError where nobody reads any more."""
        await self._write(fit_for_terminal(text) if self._is_terminal else text)

    async def write_line(self, text: str = "") -> None:
        await self.write(f"{text}\n")

    async def write_heading(self, text: str) -> None:
        """Write a line that stands out, where the terminal can show that."""
        line = single_line(text) if self._is_terminal else text
        await self._write(f"{_BOLD}{line}{_PLAIN}\n" if self._has_colour else f"{line}\n")

    async def write_marked(self, text: str, marks: Sequence[tuple[int, int]]) -> None:
        """Write a line of which some ranges stand out, where the terminal can show that."""
        line, at = "", 0
        for first, last in marks if self._has_colour else ():
            line += fit_for_terminal(text[at:first]) + _BOLD + fit_for_terminal(text[first:last]) + _PLAIN
            at = last
        rest = text[at:]
        await self._write(f"{line}{fit_for_terminal(rest) if self._is_terminal else rest}\n")

    async def write_json(self, value: object) -> None:
        await self._write(f"{json_text(value, indent=1)}\n")

    async def write_json_list(
        self, values: AsyncIterator[object], before: str = "", behind: str = ""
    ) -> None:
        """Write a list as its values come, each on a line of its own, between the rest of the JSON."""
        opening = f"{before}["
        async for value in values:
            await self._write(f"{opening}\n{json_text(value)}")
            opening = ","
        await self._write(f"{opening}]{behind}\n" if opening != "," else f"\n]{behind}\n")

    async def _write(self, text: str) -> None:
        if text:
            await self._send(text.encode("utf-8", "replace"))


def sending_to(stream: IO[bytes] | None, thread: WorkerThread) -> Send:
    """Write to a stream from a thread. Without one, as where it was closed, nothing is written at all."""

    async def send(content: bytes) -> None:
        if stream is None:
            return
        try:
            await thread.run("writing the answer", lambda: write_all(stream, content))
        except BrokenPipeError:
            raise
        except OSError as error:
            raise AppError("The answer could not be written to the output.") from error

    return send


def fit_for_terminal(text: str) -> str:
    """Return `text` without what a terminal would obey, or show in another order than it stands in."""
    return _NEVER_SHOWN.sub("", text)


def single_line(text: str) -> str:
    """Return `text` as one line."""
    return " ".join(fit_for_terminal(text.replace("\r", "\n")).split())


def json_text(value: object, indent: int | None = None) -> str:
    """Return `value` as JSON that is safe on a terminal too: what it could obey is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _RAW_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


@asynccontextmanager
async def standard_output(environment: Mapping[str, str]) -> AsyncIterator[Output]:
    """The process's own output. A reader that never reads on cannot hold up the end."""
    thread = WorkerThread("output", may_be_stuck=True)
    is_terminal, has_colour = looks_of_output(environment)
    try:
        yield Output(sending_to(bytes_of(sys.stdout), thread), is_terminal=is_terminal, has_colour=has_colour)
    finally:
        thread.close()


def looks_of_output(environment: Mapping[str, str]) -> tuple[bool, bool]:
    """Tell whether the process's own output is a terminal, and whether colours are wanted there."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return is_terminal, not environment.get("NO_COLOR") and environment.get("TERM", "dumb") != "dumb"


def bytes_of(stream: Any) -> IO[bytes] | None:  # noqa: ANN401  # what stands for it depends on the system
    """Return the stream without its buffers: one that a stuck thread holds would abort the program's end."""
    if stream is None:
        return None
    stream.flush()
    found: IO[bytes] = getattr(stream.buffer, "raw", stream.buffer)
    return found


def write_all(stream: IO[bytes], content: bytes) -> None:
    """Write all of it, also where the stream's other end does not wait."""
    left = memoryview(content)
    while left:
        written: int | None = stream.write(left)
        if written is None:  # the reader's end does not wait, and is full
            time.sleep(_PAUSE_SECONDS)
        left = left[written or 0 :]
