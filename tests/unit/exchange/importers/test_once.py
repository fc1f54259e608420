from collections.abc import Iterator

from app.domain.parcel import ParcelHead, ParcelItem, Piece, Skipped
from app.exchange.importers.bodies import question
from app.exchange.importers.once import each_once
from app.exchange.importers.tally import TWICE, Tally
from app.exchange.importers.tree import Account, Node, pieces_of


def conversation(name: str, said: str) -> Iterator[Piece]:
    tally = Tally()
    tally.add("left")
    return pieces_of(Account("program", name), [Node("a", None, (question(said),))], tally)


def told(*pieces: Iterator[Piece]) -> list[str]:
    all_of_them = each_once(piece for some in pieces for piece in some)
    return [
        piece.id if isinstance(piece, ParcelHead | ParcelItem) else piece.why
        for piece in all_of_them
        if isinstance(piece, ParcelHead | ParcelItem | Skipped)
    ]


def test_a_conversation_that_has_come_before_stays_behind() -> None:
    pieces = told(conversation("c", "One"), conversation("c", "Two"), conversation("d", "Three"))
    assert pieces == ["c", "a", "left", "left", "d", "a", "left", TWICE]


def test_one_without_a_name_gets_one_by_which_it_is_known_again() -> None:
    first, again = told(conversation("", "One")), told(conversation("", "One"))
    assert first == again
    assert first[0].startswith("unnamed-")
    assert told(conversation("", "Two"))[0] != first[0]
