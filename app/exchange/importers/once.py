"""Lets each conversation of a source through once, and none without a name to be known by again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from app.domain.parcel import ParcelHead, Piece, Skipped
from app.exchange.importers.tally import TWICE


def each_once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Leave out what belongs to a conversation that has come before, and tell so at the end."""
    seen: set[str] = set()
    twice = 0
    is_passing = True
    for piece in pieces:
        if isinstance(piece, ParcelHead):
            head = piece if piece.id else replace(piece, id=_made(piece))
            is_passing = head.id not in seen
            seen.add(head.id)
            twice += not is_passing
            if is_passing:
                yield head
        elif is_passing or isinstance(piece, Skipped):
            yield piece
    if twice:
        yield Skipped(TWICE, twice)


def _made(head: ParcelHead) -> str:
    """Return a name that is the same whenever the same is taken in."""
    begins_as = f"{head.created_at} {head.title}"
    return f"unnamed-{sha256(begins_as.encode('utf-8', 'replace')).hexdigest()[:32]}"
