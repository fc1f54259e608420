"""The `sotto` command in processes of its own, with what it says told apart."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

from tests.fakes.scripted_server import MODEL
from tests.fixtures.places import REPOSITORY
from tests.fixtures.waiting import PATIENCE, until
from tests.fixtures.watched_process import WATCH


@dataclass(frozen=True)
class Verb:
    """A running verb. What it says goes to files, unless the test holds the other end of its answer."""

    process: subprocess.Popen[bytes]
    answers: Path
    complaints: Path

    @property
    def said(self) -> str:
        """What it has printed so far."""
        return self.answers.read_text(encoding="utf-8", errors="strict")

    @property
    def complained(self) -> str:
        return self.complaints.read_text(encoding="utf-8")

    def command_line(self) -> bytes:
        """What anybody on this machine can read of how it was started."""
        return Path(f"/proc/{self.process.pid}/cmdline").read_bytes()

    async def says(self, text: str) -> None:
        """Wait until it has printed `text`."""
        await until(lambda: text in self.said or self.process.poll() is not None, f"{text!r}")
        assert text in self.said, self.complained

    async def ends(self, patience: float = PATIENCE) -> int:
        """Wait for its end, and return its exit code."""
        await until(lambda: self.process.poll() is not None, "its end", patience)
        return self.process.returncode


class Terminal:
    """What a person sits at. `side` is the program's end of it."""

    def __init__(self) -> None:
        self._own, self.side = os.openpty()
        os.set_blocking(self._own, False)
        self._shown = b""

    @property
    def shows(self) -> str:
        """All that it has shown so far."""
        with suppress(OSError):  # nothing yet, or nobody there any more
            while more := os.read(self._own, 1000):
                self._shown += more
        return self._shown.decode()

    def type(self, keys: str) -> None:
        os.write(self._own, keys.encode())

    async def until(self, text: str) -> None:
        await until(lambda: text in self.shows, f"{text!r} on the terminal")

    def close(self) -> None:
        os.close(self._own)
        os.close(self.side)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal()
    yield made
    made.close()


StartVerb = Callable[..., Verb]


@pytest.fixture
def sotto(own_home: Path, tmp_path: Path) -> Iterator[StartVerb]:
    """Starts `sotto ARGUMENTS`: `sotto("ask", "Why?", piped=b"text")`. Red: it left this machine."""
    offences = own_home / "offences"
    numbers = iter(range(1000))
    with ExitStack() as ending:

        def start(
            *arguments: str | Path,
            piped: bytes | None = None,
            answers: int | IO[bytes] | None = None,
            asked_at: Terminal | None = None,
            before: tuple[str, ...] = (),
            **environment: str,
        ) -> Verb:
            number = next(numbers)
            said, complained = tmp_path / f"verb-{number}.out", tmp_path / f"verb-{number}.err"
            watched = {"PYTHONPATH": f"{WATCH}{os.pathsep}{REPOSITORY}", "SOTTO_TEST_OFFENCES": str(offences)}
            process: subprocess.Popen[Any] = subprocess.Popen(
                [*before, sys.executable, "-m", "app", *arguments],
                cwd=tmp_path,
                env=os.environ | environment | watched,
                stdin=_input(piped, asked_at),
                stdout=ending.enter_context(said.open("wb")) if answers is None else answers,
                stderr=asked_at.side if asked_at else ending.enter_context(complained.open("wb")),
            )
            ending.callback(process.wait)
            ending.callback(process.kill)
            if piped is not None:
                assert process.stdin is not None
                with process.stdin:
                    process.stdin.write(piped)
            return Verb(process, said, complained)

        yield start
    if offences.exists():
        pytest.fail(f"a verb left this machine: {offences.read_text()}", pytrace=False)


def _input(piped: bytes | None, asked_at: Terminal | None) -> int:
    if asked_at:
        return asked_at.side
    return subprocess.DEVNULL if piped is None else subprocess.PIPE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


KEY = "sk-scripted-quokka-5521"
Ask = Callable[..., Verb]


@pytest.fixture
def ask(sotto: StartVerb, folder: Path) -> Ask:
    """Starts `sotto ask`, of the service at `address`: the key comes from the environment."""

    def start(
        address: str, *arguments: str | Path, model: str = MODEL, key: str = KEY, **how: object
    ) -> Verb:
        environment = {"SOTTO_PROFILE": str(folder), "OPENAI_BASE_URL": address, "OPENAI_API_KEY": key}
        return sotto("ask", *arguments, "--base-url", address, "--model", model, **environment, **how)

    return start
