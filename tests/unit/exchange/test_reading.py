import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import AppError, GivenUp
from app.domain.exchange_errors import (
    FileProtected,
    FileTextTooLong,
    FileUnpacksTooLarge,
    ReaderEnded,
    ReadingTooLong,
)
from app.exchange.file_kinds import FileKind
from app.exchange.reading import ReadFile, Reading, worker_command
from tests.fakes import made_files
from tests.fixtures.children import children
from tests.fixtures.waiting import wait_until

PREFACE = (
    "import os, signal, sys; from app.exchange import frames; from app.exchange.frames import Frame; "
    "out = sys.stdout.buffer; "
)
TAKE = "list(frames.take_frames(sys.stdin.buffer, 1 << 26)); "


def worker(lines: str) -> Reading:
    """A worker gone astray."""
    return Reading(command=(sys.executable, "-c", PREFACE + lines))


def say(kind: str, content: str) -> str:
    return f"frames.put_frame(out, Frame(frames.{kind}, {content})); "


@pytest.fixture(autouse=True)
def all_reaped() -> Iterator[Callable[[], set[int]]]:
    before = children()
    yield children
    assert children() == before


def test_a_text_is_read_by_a_process_of_its_own() -> None:
    assert Reading().read("Grüße\r\n".encode(), 2048) == ReadFile(FileKind.TEXT, text="Grüße\n")


def test_a_document_is_read_step_by_step() -> None:
    steps: list[tuple[int, int]] = []
    found = Reading().read(made_files.pdf(["One", "Two"]), 2048, lambda *step: steps.append(step))
    assert found == ReadFile(FileKind.PDF, text="[Page 1]\nOne\n\n[Page 2]\nTwo")
    assert steps == [(1, 2), (2, 2)]
    assert Reading().read(made_files.packed(), 2048) == ReadFile(FileKind.DOCX, text="A paragraph.")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_is_drawn_anew(form: str) -> None:
    content = made_files.picture(Image.new("RGB", (300, 300), "red"), form)
    found = Reading().read(content, 100)
    assert found.media_type in (FileKind.PNG, FileKind.JPEG)
    assert found.picture
    assert found.text is None


def test_a_refusal_comes_back_as_the_error_it_is() -> None:
    with pytest.raises(FileProtected):
        Reading().read(made_files.pdf(["x"], encrypt=made_files.PASSWORD), 2048)


def test_a_large_file_goes_through_the_pipe() -> None:
    assert Reading().read(b"\n" * 3_000_000 + b"x", 2048).text == "\n" * 3_000_000 + "x"
    with pytest.raises(FileTextTooLong):
        Reading().read(b"x" * (50 << 20), 2048)


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "sys.exit(3)",
        "os.kill(os.getpid(), signal.SIGSEGV)",
        "out.write(b'x' * 100)",
        TAKE,
        TAKE + "out.write(b't' + bytes([255] * 4))",
        TAKE + say("TEXT", "b'no kind'"),
        TAKE + say("MEDIA_TYPE", "b'text/odd'") + say("TEXT", "b'x'"),
        TAKE + say("MEDIA_TYPE", "b'text/plain'") + say("TEXT", "bytes([255])"),
        TAKE + say("MEDIA_TYPE", "b'text/plain'") + say("PICTURE", "b'x'"),
        TAKE + say("MEDIA_TYPE", "b'image/png'") + say("PICTURE", "b'not a picture'"),
        TAKE + say("MEDIA_TYPE", "b'image/png'") + say("TEXT", "b'x'"),
        TAKE + say("REFUSED", "b'BugError'"),
        TAKE + say("REFUSED", "b'a canary of the file'"),
        TAKE + say("STEP", "b'x'"),
        TAKE + "out.write(bytes(30 << 20))",
        "os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_what_a_worker_gone_astray_says_is_not_believed(lines: str) -> None:
    with pytest.raises(ReaderEnded) as raised:
        worker(lines).read(bytes(1 << 20), 2048)
    assert "canary" not in str(raised.value)


@pytest.mark.parametrize(
    ("signal", "error"),
    [("SIGXCPU", ReadingTooLong), ("SIGALRM", ReadingTooLong), ("SIGABRT", FileUnpacksTooLarge)],
)
def test_a_worker_that_ran_out_of_something_is_known_by_its_signal(
    signal: str, error: type[AppError]
) -> None:
    with pytest.raises(error):
        worker(f"os.kill(os.getpid(), signal.{signal})").read(b"x", 2048)


def test_one_that_never_answers_is_ended() -> None:
    reading = Reading(seconds=0.3, command=(sys.executable, "-c", "import signal; signal.pause()"))
    with pytest.raises(ReadingTooLong):
        reading.read(bytes(1 << 20), 2048)


def test_a_program_that_cannot_be_started_is_told() -> None:
    with pytest.raises(ReaderEnded):
        Reading(command=("/nowhere/python",)).read(b"x", 2048)


def test_a_reading_can_be_stopped_at_any_time(all_reaped: Callable[[], set[int]]) -> None:
    before = all_reaped()
    reading = Reading(command=(sys.executable, "-c", "import signal; signal.pause()"))
    raised: list[AppError] = []

    def read() -> None:
        try:
            reading.read(bytes(1 << 20), 2048)
        except AppError as error:
            raised.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    wait_until(lambda: all_reaped() - before, "the worker to start")
    reading.stop()
    reading.stop()
    thread.join()
    assert [type(error) for error in raised] == [GivenUp]


def test_one_that_was_stopped_before_it_began_starts_no_process() -> None:
    reading = Reading(command=("/nowhere/python",))
    reading.stop()
    with pytest.raises(GivenUp):
        reading.read(b"x", 2048)


def test_what_hears_of_steps_may_give_the_reading_up() -> None:
    def give_up(done: int, of: int) -> None:
        raise GivenUp(f"{done} of {of} is enough.")

    with pytest.raises(GivenUp):
        Reading().read(made_files.pdf(["One", "Two"]), 2048, give_up)


def test_a_worker_sees_no_secret_and_is_told_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    told = "repr([*os.environ.items(), *sys.argv]).encode()"
    seen = worker(TAKE + say("MEDIA_TYPE", "b'text/plain'") + say("TEXT", told)).read(b"x", 2048)
    assert seen.text
    assert "PYTHONPATH" in seen.text
    assert "canary" not in seen.text
    assert str(Path.home()) not in seen.text
    assert worker_command()[1:] == ("-P", "-s", "-m", "app.exchange.reading_worker")


def test_only_what_is_asked_for_is_open_in_a_worker() -> None:
    with Path(os.devnull).open() as secret:
        os.set_inheritable(secret.fileno(), True)
        opened = "repr(sorted(map(int, os.listdir('/proc/self/fd')))[:-1]).encode()"
        lines = TAKE + say("MEDIA_TYPE", "b'text/plain'") + say("TEXT", opened)
        assert worker(lines).read(b"x", 2048).text == "[0, 1, 2]"
