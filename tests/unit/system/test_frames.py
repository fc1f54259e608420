import pytest

from app.system.frames import (
    HEAD_BYTES,
    FrameMalformed,
    Kind,
    number_of,
    opened_head,
    packed,
    packed_number,
    portions,
)

MEGABYTE = 1 << 20


@pytest.mark.parametrize("kind", list(Kind))
def test_a_frame_says_what_it_is_and_how_long(kind: Kind) -> None:
    frame = packed(kind, b"content")
    assert opened_head(frame[:HEAD_BYTES]) == (kind, 7)
    assert frame[HEAD_BYTES:] == b"content"


def test_a_long_answer_goes_out_in_portions() -> None:
    content = bytes(range(256)) * 1000
    frames = portions(Kind.ANSWER, content)
    assert len(frames) == 4
    assert b"".join(frame[HEAD_BYTES:] for frame in frames) == content
    assert portions(Kind.ANSWER, b"") == []


@pytest.mark.parametrize(
    "head",
    [b"\x00\x00\x00\x00\x01", b"\x09\x00\x00\x00\x01", b"\x02\x7f\xff\xff\xff", b"\x01\x7f\xff\xff\xff"],
)
def test_what_was_not_agreed_upon_is_refused_before_it_is_read(head: bytes) -> None:
    with pytest.raises(FrameMalformed):
        opened_head(head)


def test_only_a_request_may_be_long() -> None:
    assert opened_head(packed(Kind.REQUEST, bytes(2 * MEGABYTE))[:HEAD_BYTES])[1] == 2 * MEGABYTE
    with pytest.raises(FrameMalformed):
        packed(Kind.ASIDE, bytes(2 * MEGABYTE))


@pytest.mark.parametrize("content", [b"", b"-1", b"1234", b"\xb2", b"two"])
def test_what_is_no_number_is_refused(content: bytes) -> None:
    assert number_of(packed_number(Kind.END, 130)[HEAD_BYTES:]) == 130
    with pytest.raises(FrameMalformed):
        number_of(content)
