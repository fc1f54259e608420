"""Out of the archive and back again: nothing that a conversation shows may be another afterwards."""

from collections.abc import Callable, Iterator
from contextlib import closing
from uuid import UUID

import pytest

from app.domain.export_choice import Detail, Extent
from app.domain.ids import ConversationId
from app.domain.parcel import FileBytes, Parcel, ParcelHead, ParcelItem, Piece
from app.exchange.importers import sotto_json, sotto_markdown
from app.exchange.json_out import json_text
from app.exchange.look import Look
from app.exchange.markdown_out import markdown
from app.exchange.source import Source, held
from app.store import blobs
from app.store.arriving import ids_needed
from app.store.departing import open_departure
from app.store.driver import Connection, open_in_memory
from app.store.migrate import migrate
from app.store.parcels import take_parcel
from tests.fakes.made_parcels import made
from tests.unit.store.tree_oracle import TreeOracle
from tests.unit.store.writing import Writing

OPERATIONS = 600

Again = Callable[[list[Piece]], list[Piece]]


@pytest.fixture
def connection() -> Iterator[Connection]:
    with closing(archive()) as opened:
        yield opened


def archive() -> Connection:
    opened = open_in_memory()
    migrate(opened)
    return opened


def told(connection: Connection, conversation: str) -> list[Piece]:
    """All that leaves the archive, in the order in which it travels."""
    found: list[Piece] = []
    with open_departure(connection, ConversationId(conversation), Extent.ALL) as departure:
        found.append(departure.head)
        given: set[str] = set()
        for item in departure.items():
            for file in item.files:
                if file.sha256 not in given:
                    given.add(file.sha256)
                    found.append(FileBytes(file.sha256, b"".join(departure.bytes_of(file.sha256))))
            found.append(item)
    return found


def as_markdown(those: list[Piece]) -> list[Piece]:
    (head,) = [piece for piece in those if isinstance(piece, ParcelHead)]
    items = [piece for piece in those if isinstance(piece, ParcelItem)]
    text = "".join(markdown(head, items, Look(Detail.FULL)))
    beside = (held(piece.sha256, piece.content) for piece in those if isinstance(piece, FileBytes))
    return list(sotto_markdown.pieces(Source([held("out.md", text.encode()), *beside])))


def as_json(those: list[Piece]) -> list[Piece]:
    text = "".join(json_text(those, ""))
    return list(sotto_json.pieces(Source([held("out.json", text.encode())])))


@pytest.mark.slow
@pytest.mark.parametrize("again", [as_markdown, as_json])
def test_whatever_a_person_did_to_a_tree_comes_back(connection: Connection, again: Again) -> None:
    oracle = TreeOracle(Writing(connection), 7)
    for step in range(OPERATIONS):
        name = oracle.step()
        if step % 10 == 0 and name in oracle.plain.conversations:
            pieces = told(connection, name)
            assert again(pieces) == pieces
    for name in oracle.plain.conversations:
        pieces = told(connection, name)
        assert again(pieces) == pieces
    assert oracle.counts["hide"] > 10


def taken(connection: Connection, those: list[Piece]) -> ConversationId:
    """Bring pieces into an archive as an import does."""
    (head,) = [piece for piece in those if isinstance(piece, ParcelHead)]
    items = tuple(piece for piece in those if isinstance(piece, ParcelItem))
    files = {
        piece.sha256: blobs.add_blob(connection, [piece.content])
        for piece in those
        if isinstance(piece, FileBytes)
    }
    parcel = Parcel(head, items)
    ids = [str(UUID(int=number << 80 | 7 << 76 | 2 << 62)) for number in range(ids_needed(parcel))]
    return take_parcel(connection, parcel, files, ids, 1).conversation.id


@pytest.mark.parametrize("again", [as_markdown, as_json])
def test_from_archive_to_archive_nothing_changes(again: Again) -> None:
    for seed in range(40):
        with closing(archive()) as one, closing(archive()) as other:
            first = told(one, taken(one, made(seed).pieces))
            assert told(other, taken(other, again(first))) == first
