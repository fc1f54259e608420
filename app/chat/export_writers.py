"""Which formats can be written, and how. The one place that knows all of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from app.domain.export_choice import Format
from app.domain.parcel import FileBytes, ParcelHead, ParcelItem, Piece
from app.exchange.html_out import html
from app.exchange.json_out import json_text
from app.exchange.look import Look
from app.exchange.markdown_out import markdown
from app.exchange.pdf_out import pdf
from app.exchange.pictures_within import PicturesWithin
from app.exchange.text_out import plain
from app.store.departing import Departure

ReadItems = Callable[[Departure], Iterator[ParcelItem]]
"""Gives the items of a conversation, and counts them for whoever waits."""


Chunks = Callable[[Iterator[Departure], ReadItems, Look], Iterator[str | bytes]]


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written: the ending of its files, and what stands in them, chunk by chunk.

    One that `names_files` has what is attached put into a folder beside it, and is told the links to it.
    """

    ending: str
    chunks: Chunks
    names_files: bool = False


def one_by_one(
    text: Callable[[ParcelHead, Iterator[ParcelItem], Look], Iterator[str] | Iterator[bytes]],
    *,
    with_pictures: bool = False,
) -> Chunks:
    """Write with a function that knows only of one conversation's head and items.

    `with_pictures` puts pictures into the pages themselves.
    """

    def chunks(parcels: Iterator[Departure], items_of: ReadItems, look: Look) -> Iterator[str | bytes]:
        for parcel in parcels:
            seen = replace(look, links=PicturesWithin(parcel.bytes_of)) if with_pictures else look
            yield from text(parcel.head, items_of(parcel), seen)

    return chunks


def _json(those: Iterator[Departure], items_of: ReadItems, look: Look) -> Iterator[str]:
    """All of them in one array, with the bytes of their files."""
    return json_text(chain.from_iterable(_pieces(each, items_of) for each in those), f"Sotto {look.version}")


def _pieces(departure: Departure, items_of: ReadItems) -> Iterator[Piece]:
    yield departure.head
    given: set[str] = set()
    for item in items_of(departure):
        for file in item.files:
            if file.sha256 not in given:
                given.add(file.sha256)
                yield FileBytes(file.sha256, b"".join(departure.bytes_of(file.sha256)))
        yield item


WRITERS: Mapping[Format, Writer] = MappingProxyType(
    {
        Format.MARKDOWN: Writer(".md", one_by_one(markdown), names_files=True),
        Format.JSON: Writer(".json", _json),
        Format.HTML: Writer(".html", one_by_one(html, with_pictures=True)),
        Format.PDF: Writer(".pdf", one_by_one(pdf, with_pictures=True)),
        Format.TEXT: Writer(".txt", one_by_one(plain)),
    }
)
