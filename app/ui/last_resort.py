"""The last who hear of an error nobody expected: they write it down, and the window goes on.

They log what kind of error it was and where it came from, never its words, which may hold what a person
wrote.
"""

import asyncio
import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

_log = logging.getLogger(__name__)


def install() -> None:
    """Hear of errors that leave a slot, a thread, the program itself, or what is being cleared away."""
    sys.excepthook = _report_uncaught
    sys.unraisablehook = _report_unraisable
    threading.excepthook = _report_thread


def report_from_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """The loop's exception handler."""
    error = context.get("exception")
    if error is None:
        _log.error("the event loop met trouble: %s", context.get("message"))
    else:
        _report(error, "a task or callback")


def _report_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        _report(error, "the program")


def _report_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        name = arguments.thread.name if arguments.thread else "unknown"
        _report(arguments.exc_value, f"the thread {name}")


def _report_unraisable(arguments: "sys.UnraisableHookArgs") -> None:
    if arguments.exc_value is not None:
        _report(arguments.exc_value, "clearing away")


def _report(error: BaseException, place: str) -> None:
    _log.error("%s ended in %s", place, " from ".join(_outline(error)))


def _outline(error: BaseException) -> list[str]:
    """Return the chain of errors, each as its kind and the functions that it passed."""
    links: list[str] = []
    link: BaseException | None = error
    while link is not None:
        frames = traceback.extract_tb(link.__traceback__)
        way = " > ".join(f"{frame.name}:{frame.lineno}" for frame in frames)
        links.append(f"{type(link).__qualname__} at {way or 'an unknown place'}")
        link = link.__cause__ or link.__context__
    return links
