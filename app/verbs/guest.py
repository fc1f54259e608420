"""A verb done by whoever has the profile open: what comes back goes where this process would have put it."""

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import IO, NoReturn

from app.domain.errors import AppError, InputError
from app.system.frames import HEAD_BYTES, FrameMalformed, Kind, number_of, opened_head, packed, packed_number
from app.verbs.aside import say
from app.verbs.exit_codes import EXIT_SIGNALLED
from app.verbs.output import bytes_of, write_all

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_PATIENCE_SECONDS = 3.0  # for the holder to end it, once a signal has come


class _Stopped(Exception):
    """The holder did not end it in time, or a second signal came."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def be_guest(connection: socket.socket, request: bytes) -> int | None:
    """Have it done, and return the exit code; None where the holder went away before it began.

    A signal is passed on. Raises AppError, and BrokenPipeError where nobody reads the answer any more.
    """
    with connection:
        connection.settimeout(None)
        try:
            with _signals_passed_on(connection), connection.makefile("rb") as frames:
                return _taken(connection, frames, request)
        except _Stopped as stopped:
            return EXIT_SIGNALLED + stopped.number


def _taken(connection: socket.socket, frames: IO[bytes], request: bytes) -> int | None:
    try:
        frame = packed(Kind.REQUEST, request)
    except FrameMalformed as error:
        raise InputError("What was typed or piped in is too long to be handed on.") from error
    with suppress(ConnectionError):  # where it was turned away, the reason may have come all the same
        connection.sendall(frame)
    has_begun = False
    with suppress(ConnectionResetError, FrameMalformed):
        while heard := _next(frames):
            has_begun = True
            match heard:
                case Kind.ANSWER, content:
                    _answer(content)
                case Kind.ASIDE, content:
                    say(content.decode("utf-8", "replace"))
                case Kind.END, content:
                    return number_of(content)
    if has_begun:
        raise AppError("The process that has the profile open ended before this was done.")
    return None


def _next(frames: IO[bytes]) -> tuple[Kind, bytes] | None:
    head = frames.read(HEAD_BYTES)
    if len(head) < HEAD_BYTES:
        return None
    kind, length = opened_head(head)
    content = frames.read(length)
    return (kind, content) if len(content) == length else None


def _answer(content: bytes) -> None:
    if (stream := bytes_of(sys.stdout)) is None:
        return
    try:
        write_all(stream, content)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AppError("The answer could not be written to the output.") from error


@contextmanager
def _signals_passed_on(connection: socket.socket) -> Iterator[None]:
    """Tell the holder of the first signal. It is given a little time to end the verb in order."""
    got: list[int] = []

    def give_up(_: int, __: FrameType | None) -> NoReturn:
        raise _Stopped(got[0])

    def pass_on(number: int, _: FrameType | None) -> None:
        got.append(number)
        if len(got) > 1:
            raise _Stopped(got[0])
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE_SECONDS)
        with suppress(ConnectionError):
            connection.sendall(packed_number(Kind.STOP, number))

    heard = [getattr(signal, name) for name in _SIGNALS]
    before = {number: signal.getsignal(number) for number in heard}
    wanted = [number for number in heard if before[number] is not signal.SIG_IGN]  # as with nohup
    alarm = signal.signal(signal.SIGALRM, give_up)
    for number in wanted:
        signal.signal(number, pass_on)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number in wanted:
            signal.signal(number, before[number])
        signal.signal(signal.SIGALRM, alarm)
