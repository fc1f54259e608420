import io

import pytest
from PIL import Image

from app.exchange import frames, reading_worker
from app.exchange.frames import Frame
from app.exchange.reading_worker import serve
from tests.fakes import made_files


def answered(content: bytes, longest_side: int = 2048) -> list[tuple[bytes, bytes]]:
    """What the worker gives out for a file, in a process that has given up nothing."""
    source, target = io.BytesIO(), io.BytesIO()
    frames.put_frame(source, frames.number_frame(frames.LONGEST_SIDE, longest_side))
    frames.put_frame(source, Frame(frames.FILE, content))
    source.seek(0)
    doors: list[str] = []
    serve(source, target, lambda: doors.append("closed"))
    assert doors == (["closed"] if content else [])
    target.seek(0)
    return [(frame.kind, frame.content) for frame in frames.take_frames(target, 1 << 20)]


def test_text_comes_out_after_its_kind() -> None:
    assert answered("Grüße".encode()) == [(b"m", b"text/plain"), (b"t", "Grüße".encode())]


def test_documents_come_out_as_text() -> None:
    docx, pdf = answered(made_files.packed()), answered(made_files.pdf(["One fish"]))
    assert docx[-1] == (b"t", b"A paragraph.")
    assert [kind for kind, _ in pdf] == [b"s", b"m", b"t"]
    assert pdf[-1] == (b"t", b"One fish")


def test_a_picture_comes_out_no_larger_than_asked_for() -> None:
    (_, media_type), (kind, content) = answered(made_files.picture(Image.new("RGB", (90, 60)), "WEBP"), 30)
    assert (media_type, kind) == (b"image/jpeg", frames.PICTURE)
    assert Image.open(io.BytesIO(content)).size == (30, 20)


def test_many_steps_are_told_of_by_the_hundredth() -> None:
    steps = [content for kind, content in answered(made_files.pdf(["x"] * 250)) if kind == frames.STEP]
    assert len(steps) == 100
    assert frames.step_in(Frame(frames.STEP, steps[-1])) == (250, 250)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", b"FileEmpty"),
        (bytes(range(256)), b"FileKindUnknown"),
        (made_files.pdf([""]), b"FileWithoutText"),
        (made_files.pdf(["x"], encrypt=made_files.PASSWORD), b"FileProtected"),
        (made_files.png_that_claims(60_000, 60_000), b"FileUnpacksTooLarge"),
    ],
)
def test_a_refusal_is_a_name_and_no_words(content: bytes, name: bytes) -> None:
    assert answered(content)[-1] == (frames.REFUSED, name)


def test_too_little_memory_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def eat(content: bytes) -> str:
        raise MemoryError(len(content))

    monkeypatch.setattr(reading_worker, "read_text", eat)
    assert answered(b"text") == [(frames.REFUSED, b"FileUnpacksTooLarge")]
