"""Which formats can be written."""

from app.chat.export_writers import WRITERS
from app.domain.export_choice import Format


def test_every_writer_has_an_ending_of_its_own() -> None:
    endings = [writer.ending for writer in WRITERS.values()]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") for ending in endings)


def test_markdown_has_its_files_beside_it() -> None:
    assert WRITERS[Format.MARKDOWN].names_files
