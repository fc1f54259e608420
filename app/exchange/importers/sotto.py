"""What Sotto itself has written, in either form that holds everything."""

from collections.abc import Iterator

from app.domain.parcel import OURS, Piece
from app.exchange.importers import sotto_json, sotto_markdown
from app.exchange.source import Source

ORIGIN = OURS


def recognises(source: Source) -> bool:
    return sotto_json.recognises(source) or sotto_markdown.recognises(source)


def pieces(source: Source) -> Iterator[Piece]:
    yield from sotto_json.pieces(source)
    yield from sotto_markdown.pieces(source)
