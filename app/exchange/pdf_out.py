"""PDF out: pages with real text. Qt sets them, in a process of its own that is handed HTML through a pipe."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

from app.domain.exchange_errors import PrintingFailed
from app.domain.parcel import ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.page_style import PAPER_STYLE
from app.exchange.paper_out import paper
from app.exchange.refusals import refusal

_ROOT = Path(__file__).resolve().parents[2]
_MODULE = "app.ui.printing"
# What a system needs to start a program, to find a person's fonts, and to know which paper is used.
_NEEDED = (
    "SYSTEMROOT",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_DATA_DIRS",
    "XDG_CACHE_HOME",
    "FONTCONFIG_FILE",
    "LANG",
    "LC_ALL",
    "LC_MEASUREMENT",
)
if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW
else:
    _FLAGS = 0
_PIECE = 1 << 16
_END = "\0"


def printer_command() -> tuple[str, ...]:
    return (sys.executable, "-P", "-s", "-m", _MODULE)


def pdf(
    head: ParcelHead, items: Iterable[ParcelItem], look: Look, command: tuple[str, ...] | None = None
) -> Iterator[bytes]:
    """Yield the conversation as a file of pages, once all of it has been set. Raises PrintingFailed."""
    with _printer(command or printer_command()) as process:
        if process.stdin is None or process.stdout is None:
            raise refusal(PrintingFailed)
        try:
            for text in chain((head.title or " ", PAPER_STYLE), paper(head, items, look)):
                process.stdin.write(f"{text}{_END}".encode("utf-8", "replace"))
            process.stdin.write(_END.encode())
            process.stdin.close()
            while piece := process.stdout.read(_PIECE):
                yield piece
        except OSError as error:
            raise refusal(PrintingFailed) from error
        if process.wait() != 0:
            raise refusal(PrintingFailed)


@contextmanager
def _printer(command: tuple[str, ...]) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process, and have none left afterwards, however it ended."""
    environment = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | {"PYTHONPATH": str(_ROOT)},
            creationflags=_FLAGS,
        )
    except OSError as error:
        raise refusal(PrintingFailed) from error
    try:
        yield process
    finally:
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        process.wait()
