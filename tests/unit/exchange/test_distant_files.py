import io
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from os import fdopen, pipe

import pytest

from app.domain.exchange_errors import FileUnreadable
from app.exchange.distant_files import LARGEST_READ, READ, Distance, OpenFiles
from app.exchange.frames import Frame, Garbled, put_frame, take_frame
from app.exchange.source import RawFile, Source, held

CONTENT = bytes(range(256)) * 8_000


@contextmanager
def at_a_distance(files: list[RawFile]) -> Iterator[list[RawFile]]:
    """The files as they are seen from the other end of two pipes."""
    asked, asking = (fdopen(end, mode) for end, mode in zip(pipe(), ("rb", "wb"), strict=True))
    answered, answering = (fdopen(end, mode) for end, mode in zip(pipe(), ("rb", "wb"), strict=True))
    opened = OpenFiles(files)

    def answer() -> None:
        while question := take_frame(asked, 100):
            put_frame(answering, opened.answer(question))

    thread = threading.Thread(target=answer)
    thread.start()
    distance = Distance(asking, answered)
    yield [distance.file(number, file.name, file.size) for number, file in enumerate(files)]
    asking.close()
    thread.join()
    opened.close()
    for end in (asked, answered, answering):
        end.close()


def test_a_file_is_read_from_wherever_it_is_wanted() -> None:
    with at_a_distance([held("a", b"first"), held("b", CONTENT)]) as [_, file], file.open() as stream:
        assert stream.read() == CONTENT
        assert stream.seek(-10, io.SEEK_END) == len(CONTENT) - 10
        assert stream.read() == CONTENT[-10:]
        assert stream.seek(300) == stream.tell() == 300
        assert stream.read(3) == CONTENT[300:303]
        assert stream.read(0) == b""


def test_a_packed_file_can_be_read_at_a_distance() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", CONTENT[:50_000])
    with at_a_distance([held("x.zip", written.getvalue())]) as files:
        source = Source(files)
        assert source.open(source.members[0]).read() == CONTENT[:50_000]


def test_a_file_that_cannot_be_opened_is_told() -> None:
    def gone() -> io.BytesIO:
        raise FileNotFoundError

    with (
        at_a_distance([RawFile("a", 5, gone)]) as [file],
        file.open() as stream,
        pytest.raises(FileUnreadable),
    ):
        stream.read(1)


def test_a_question_that_makes_no_sense_is_noticed() -> None:
    opened = OpenFiles([held("a", b"")])
    for content in (b"", bytes(16), (1).to_bytes(4) + bytes(12), bytes(12) + (LARGEST_READ + 1).to_bytes(4)):
        if content != bytes(16):
            with pytest.raises(Garbled):
                opened.answer(Frame(READ, content))
    assert opened.answer(Frame(READ, bytes(4) + b"\xff" * 8 + bytes(4))).content == b""


def test_what_was_read_is_counted() -> None:
    opened = OpenFiles([held("a", b"12345")])
    opened.answer(Frame(READ, bytes(12) + (5).to_bytes(4)))
    assert opened.bytes_read == 5
    opened.close()
