import pytest

from app.domain.parcel import Parcel, Piece, Skipped
from app.exchange.export_frames import ORIGIN, OVERSIZED
from app.exchange.frames import Frame, Garbled
from app.exchange.gathering import DOES_NOT_FIT, TOO_LARGE, Gathering, origin_in
from app.exchange.piece_frames import frame_of
from tests.unit.exchange import parts

Q, A = parts.item(), parts.item("a", "q")
BROKEN = Frame(b"i", b"{}")


def gathered(*given: Piece | Frame, largest: int = 1 << 20) -> list[object]:
    gathering = Gathering(largest)
    gathering.begin("test")
    found: list[object] = []
    for piece in given:
        found.extend(gathering.take(piece if isinstance(piece, Frame) else frame_of(piece)))
    return [*found, *gathering.end()]


def test_a_conversation_is_given_out_once_it_is_whole() -> None:
    other = parts.head("c2", {"main": None})
    assert gathered(parts.head(), Q, other) == [Parcel(parts.head(), (Q,)), Parcel(other, ())]


def test_bytes_and_what_was_skipped_come_at_once() -> None:
    skipped = Skipped("No text.")
    assert gathered(parts.BYTES, parts.head(), skipped, Q) == [
        parts.BYTES,
        skipped,
        Parcel(parts.head(), (Q,)),
    ]


@pytest.mark.parametrize(
    "given",
    [
        (parts.head(),),
        (parts.head(tips={"main": "a"}), Q),
        (parts.head(), A, Q),
        (parts.head(), Q, Q),
        (parts.head(), Q, BROKEN),
        (BROKEN,),
        (Q,),
        (parts.head(origin="another"), Q),
    ],
)
def test_one_that_does_not_fit_together_stays_behind(given: tuple[Piece | Frame, ...]) -> None:
    whole = Parcel(parts.head("c2"), (Q,))
    assert gathered(*given, parts.head("c2"), Q) == [Skipped(DOES_NOT_FIT), whole]


def test_a_head_that_is_broken_harms_no_other() -> None:
    first, last = Parcel(parts.head(), (Q,)), Parcel(parts.head("c2"), (Q,))
    given = (parts.head(), Q, Frame(b"h", b"{}"), Q, parts.head("c2"), Q)
    assert gathered(*given) == [first, Skipped(DOES_NOT_FIT), last]


def test_one_that_is_too_large_stays_behind() -> None:
    small = Parcel(parts.head("c2"), (Q,))
    assert gathered(parts.head(), Q, Frame(OVERSIZED, b""), parts.head("c2"), Q) == [
        Skipped(TOO_LARGE),
        small,
    ]
    large = parts.item(body=Q.body.replace("Text", "T" * 2000))
    assert gathered(parts.head(), large, parts.head("c2"), Q, largest=1500) == [Skipped(TOO_LARGE), small]


def test_a_program_is_named_once_and_first() -> None:
    with pytest.raises(Garbled):
        list(Gathering().take(frame_of(Q)))
    twice = Gathering()
    assert twice.begin("test") == "test"
    with pytest.raises(Garbled):
        twice.begin("test")
    for odd in (b"", b"A Name", b"x" * 41, b"../x", b"\xff"):
        with pytest.raises(Garbled):
            origin_in(Frame(ORIGIN, odd))
    assert origin_in(Frame(ORIGIN, b"open-webui")) == "open-webui"
