"""Which formats can be written."""

import pytest

from app.chat.export_writers import WRITERS
from app.chat.exporting import Exporting
from app.domain.export_choice import ExportChoice, Format
from app.domain.ids import AttachmentId, ItemId
from app.domain.parcel import FileBytes
from app.exchange.importers.sotto_json import pieces
from app.exchange.pictures_within import link_within
from app.exchange.source import Source, held
from app.store import blobs
from app.store.archive import Archive
from app.store.attachments import add_attachment
from app.store.driver import Connection
from tests.fakes.parcels import PICTURE
from tests.unit.store.writing import ONE, begin


def test_every_writer_has_an_ending_of_its_own() -> None:
    endings = [writer.ending for writer in WRITERS.values()]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") for ending in endings)


def test_markdown_has_its_files_beside_it() -> None:
    assert WRITERS[Format.MARKDOWN].names_files


async def test_json_brings_the_bytes_of_each_file_once(archive: Archive) -> None:
    first = await begin(archive)
    await archive.write(attach, first.id)
    text = await Exporting(archive).text_of(ONE, ExportChoice(Format.JSON))
    (one,) = [piece for piece in pieces(Source([held("x", text.encode())])) if isinstance(piece, FileBytes)]
    assert one.content == b"pot"


def test_every_format_has_a_writer() -> None:
    assert set(WRITERS) == set(Format)


@pytest.mark.parametrize(
    ("form", "begins"),
    [(Format.HTML, b"<!DOCTYPE html>"), (Format.PDF, b"%PDF-1."), (Format.TEXT, b"Why cobalt?\n===========")],
)
async def test_pages_are_what_they_are_called(archive: Archive, form: Format, begins: bytes) -> None:
    await begin(archive, text="Why cobalt?")
    pieces: list[bytes] = []
    await Exporting(archive).to_stream(ONE, ExportChoice(form), pieces.append)
    assert b"".join(pieces).startswith(begins)


async def test_a_picture_stands_in_the_page_itself(archive: Archive) -> None:
    first = await begin(archive)
    await archive.write(attach, first.id, PICTURE)
    page = await Exporting(archive).text_of(ONE, ExportChoice(Format.HTML))
    assert page.count(f'<img src="{link_within(PICTURE)}"') == 2


def attach(connection: Connection, item: ItemId, content: bytes = b"pot") -> None:
    blob = blobs.add_blob(connection, [content])
    for name in ("a", "b"):
        add_attachment(connection, AttachmentId(name), item, blob, name, "text/plain")
