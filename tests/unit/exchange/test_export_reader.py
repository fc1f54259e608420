import io
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.errors import AppError, GivenUp
from app.domain.exchange_errors import (
    ExportPackedTwice,
    ExportUnknown,
    FileDamaged,
    FileUnreadable,
    ReaderEnded,
    ReadingTooLong,
)
from app.domain.item import text_of
from app.domain.parcel import Parcel
from app.exchange.export_reader import ExportReader, Found, Origin
from app.exchange.source import held
from tests.fixtures.children import children
from tests.fixtures.waiting import wait_until

CHAT = held("chat.md", b"## You\nHello\n## ChatGPT\nHi\n")
PREFACE = (
    "import json, os, signal, struct, sys, time; from app.exchange import frames; "
    "from app.exchange.frames import Frame; out, into = sys.stdout.buffer, sys.stdin.buffer; "
    "frames.take_frame(into, 1 << 20); "
)


def packed(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, b"## You\nHello")
    return written.getvalue()


@pytest.fixture(autouse=True)
def all_reaped() -> Iterator[Callable[[], set[int]]]:
    before = children()
    yield children
    assert children() == before


@pytest.fixture
def reader() -> Iterator[ExportReader]:
    made = ExportReader()
    yield made
    made.close()


@pytest.fixture
def astray() -> Iterator[Callable[..., ExportReader]]:
    """A worker that says what it likes."""
    made: list[ExportReader] = []

    def start(lines: str, seconds: float = 10) -> ExportReader:
        made.append(ExportReader(seconds, (sys.executable, "-c", PREFACE + lines)))
        return made[-1]

    yield start
    for each in made:
        each.close()


def say(kind: str, content: str) -> str:
    return f"frames.put_frame(out, Frame({kind!r}.encode(), {content})); "


def texts(found: list[Found]) -> list[list[str]]:
    return [[text_of(item.body) for item in each.items] for each in found if isinstance(each, Parcel)]


def test_an_export_is_read_by_a_process_of_its_own(reader: ExportReader) -> None:
    found = list(reader.read([CHAT]))
    assert found[0] == Origin("markdown")
    assert texts(found) == [["Hello", "Hi"]]


def test_one_process_reads_many_exports(reader: ExportReader, all_reaped: Callable[[], set[int]]) -> None:
    list(reader.read([CHAT]))
    once = all_reaped()
    with pytest.raises(ExportUnknown):
        list(reader.read([held("a.json", b"[]")]))
    assert texts(list(reader.read([CHAT]))) == [["Hello", "Hi"]]
    assert all_reaped() == once
    assert not reader.has_ended


def test_a_packed_export_and_a_folder_are_read_too(reader: ExportReader) -> None:
    assert len(texts(list(reader.read([held("x.zip", packed("a.md", "b.md"))])))) == 2
    assert len(texts(list(reader.read([CHAT, held("other.md", b"Other")])))) == 2


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("x.zip", packed("inner.zip"), ExportPackedTwice),
        ("x.zip", packed("a.png"), ExportUnknown),
        ("x.zip", packed("a.md")[:40], FileDamaged),
        ("x", b"", ExportUnknown),
    ],
)
def test_what_cannot_be_taken_in_is_named(
    reader: ExportReader, name: str, content: bytes, error: type[AppError]
) -> None:
    with pytest.raises(error):
        list(reader.read([held(name, content)]))
    assert texts(list(reader.read([CHAT]))) == [["Hello", "Hi"]]


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "sys.exit(3)",
        "os.kill(os.getpid(), signal.SIGSEGV)",
        "out.write(b'x' * 100)",
        "out.write(b'i' + bytes([255] * 4))",
        say("i", "b'{}'"),
        say("O", "b'Two Words'"),
        say("O", "b'one'") + say("O", "b'one'"),
        say("O", "b'one'"),
        say("R", "b''"),
        say("R", "struct.pack('>IQI', 7, 0, 1)"),
        say("R", "struct.pack('>IQI', 0, 0, 1 << 30)"),
        say("r", "b'BugError'"),
        say("r", "b'a canary of the file'"),
        "os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_what_a_worker_gone_astray_says_is_not_believed(
    astray: Callable[..., ExportReader], lines: str
) -> None:
    with pytest.raises(ReaderEnded) as raised:
        list(astray(lines).read([CHAT]))
    assert "canary" not in str(raised.value)


def test_one_that_says_nothing_is_ended(astray: Callable[..., ExportReader]) -> None:
    with pytest.raises(ReadingTooLong):
        list(astray("signal.pause()", 0.2).read([CHAT]))


def test_one_that_reads_the_same_for_ever_is_ended(
    astray: Callable[..., ExportReader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.exchange.export_reader._READ_AT_LEAST", 4096)
    lines = "exec('while True:\\n " + say("R", "struct.pack('>IQI', 0, 0, 9)").strip("; ").replace("'", '"')
    with pytest.raises(ReadingTooLong):
        list(astray(lines + "\\n frames.take_frame(into, 99)')").read([CHAT]))


def test_it_can_be_stopped_at_any_time(
    astray: Callable[..., ExportReader], all_reaped: Callable[[], set[int]]
) -> None:
    before, reader = all_reaped(), astray("signal.pause()")
    raised: list[AppError] = []

    def read() -> None:
        try:
            list(reader.read([CHAT]))
        except AppError as error:
            raised.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    wait_until(lambda: all_reaped() - before, "the worker to start")
    reader.stop()
    reader.stop()
    thread.join()
    assert [type(error) for error in raised] == [GivenUp]
    with pytest.raises(GivenUp):
        list(reader.read([CHAT]))


def test_a_program_that_cannot_be_started_is_told() -> None:
    with pytest.raises(ReaderEnded):
        list(ExportReader(command=("/nowhere/python",)).read([CHAT]))


def test_a_file_that_vanishes_is_told(tmp_path: Path, reader: ExportReader) -> None:
    assert not (tmp_path / "gone").exists()
    gone = type(CHAT)("chat.md", 9, (tmp_path / "gone").open)  # type: ignore[arg-type]  # it never opens
    with pytest.raises(FileUnreadable):
        list(reader.read([gone]))
