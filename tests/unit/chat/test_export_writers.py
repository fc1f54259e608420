"""Which formats can be written."""

from app.chat.export_writers import WRITERS
from app.chat.exporting import Exporting
from app.domain.export_choice import ExportChoice, Format
from app.domain.ids import AttachmentId, ItemId
from app.domain.parcel import FileBytes
from app.exchange.importers.sotto_json import pieces
from app.exchange.source import Source, held
from app.store import blobs
from app.store.archive import Archive
from app.store.attachments import add_attachment
from app.store.driver import Connection
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


def attach(connection: Connection, item: ItemId) -> None:
    blob = blobs.add_blob(connection, [b"pot"])
    for name in ("a", "b"):
        add_attachment(connection, AttachmentId(name), item, blob, name, "text/plain")
