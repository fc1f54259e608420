import io

import pytest

from app.exchange import frames
from app.exchange.frames import Frame, Garbled

FRAMES = [Frame(frames.TEXT, b"canary"), Frame(frames.PICTURE, b""), frames.step_frame(3, 9)]


def written(*sent: Frame) -> bytes:
    pipe = io.BytesIO()
    for frame in sent:
        frames.put_frame(pipe, frame)
    return pipe.getvalue()


def taken(content: bytes, most: int = 1000) -> list[Frame]:
    return list(frames.take_frames(io.BytesIO(content), most))


def test_what_is_put_in_comes_out() -> None:
    assert taken(written(*FRAMES)) == FRAMES
    assert frames.step_in(FRAMES[2]) == (3, 9)
    assert frames.number_in(frames.number_frame(frames.LONGEST_SIDE, 2048)) == 2048


def test_one_that_breaks_off_is_not_taken_for_whole() -> None:
    whole = written(FRAMES[0])
    for length in range(1, len(whole)):
        with pytest.raises(Garbled):
            taken(whole[:length])


def test_no_more_is_taken_than_the_bound() -> None:
    whole = written(*FRAMES)
    assert taken(whole, len(whole)) == FRAMES
    with pytest.raises(Garbled):
        taken(whole, len(whole) - 1)
    with pytest.raises(Garbled):
        taken(b"t\xff\xff\xff\xff")


def test_a_number_that_is_none_is_noticed() -> None:
    with pytest.raises(Garbled):
        frames.number_in(FRAMES[0])
    with pytest.raises(Garbled):
        frames.step_in(FRAMES[0])


def test_no_content_is_shown() -> None:
    assert "canary" not in repr(FRAMES[0])
