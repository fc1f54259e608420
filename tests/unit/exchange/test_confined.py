import signal
import sys
from pathlib import Path

import pytest

from app.domain.errors import AppError
from app.domain.exchange_errors import FileUnpacksTooLarge, ReaderEnded, ReadingTooLong
from app.exchange.confined import confined_process, reason_of_end


def test_a_process_sees_nothing_of_ours_but_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    told = "import os, app; print(sorted(os.environ), app.__file__)"
    process = confined_process((sys.executable, "-P", "-c", told))
    output, _ = process.communicate()
    assert b"PYTHONPATH" in output
    assert b"OPENAI" not in output
    assert str(Path("app", "__init__.py")).encode() in output


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (signal.SIGXCPU, ReadingTooLong),
        (signal.SIGALRM, ReadingTooLong),
        (signal.SIGABRT, FileUnpacksTooLarge),
        (signal.SIGSEGV, ReaderEnded),
    ],
)
def test_the_signal_tells_the_reason(number: signal.Signals, kind: type[AppError]) -> None:
    assert type(reason_of_end(-number)) is kind
    assert type(reason_of_end(0)) is ReaderEnded
