"""Which formats can be written, and how. The one place that knows all of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.domain.export_choice import Format
from app.domain.parcel import ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.markdown_out import markdown
from app.store.departing import Parcel

ReadItems = Callable[[Parcel], Iterator[ParcelItem]]
"""Gives the items of a parcel, and counts them for whoever waits."""


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written: the ending of its files, and what stands in them, chunk by chunk.

    One that `names_files` has what is attached put into a folder beside it, and is told the links to it.
    """

    ending: str
    chunks: Callable[[Iterator[Parcel], ReadItems, Look], Iterator[str]]
    names_files: bool = False


def one_by_one(
    text: Callable[[ParcelHead, Iterator[ParcelItem], Look], Iterator[str]],
) -> Callable[[Iterator[Parcel], ReadItems, Look], Iterator[str]]:
    """Write with a function that knows only of one conversation's head and items."""

    def chunks(parcels: Iterator[Parcel], items_of: ReadItems, look: Look) -> Iterator[str]:
        for parcel in parcels:
            yield from text(parcel.head, items_of(parcel), look)

    return chunks


WRITERS: Mapping[Format, Writer] = MappingProxyType(
    {Format.MARKDOWN: Writer(".md", one_by_one(markdown), names_files=True)}
)
