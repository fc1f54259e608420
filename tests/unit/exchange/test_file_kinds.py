import pytest
from PIL import Image

from app.domain.exchange_errors import FileProtected
from app.exchange.file_kinds import FileKind, kind_of, text_type
from tests.fakes import made_files

SEALED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_pictures_are_known_by_how_they_begin(form: str) -> None:
    assert kind_of(made_files.picture(Image.new("RGB", (2, 2)), form)) is FileKind[form]


def test_documents_are_known_by_what_is_in_them() -> None:
    assert kind_of(made_files.pdf(["x"])) is FileKind.PDF
    assert kind_of(b"\n" * 1000 + made_files.pdf(["x"])) is FileKind.PDF
    assert kind_of(made_files.packed()) is FileKind.DOCX


@pytest.mark.parametrize(
    "content", [b"", b"prose", b"RIFF....WAVE", b"PK\x03\x04 a zip", b"\n" * 1024 + b"%PDF-"]
)
def test_what_begins_like_nothing_known_may_be_text_at_best(content: bytes) -> None:
    assert kind_of(content) is None


def test_a_sealed_office_document_is_told_from_an_old_one() -> None:
    assert kind_of(SEALED_OFFICE) is None
    with pytest.raises(FileProtected):
        kind_of(SEALED_OFFICE + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.CSV", "text/csv"),
        ("b.tar.json", "application/json"),
        ("README.md", "text/markdown"),
        ("main.py", "text/plain"),
        ("csv", "text/csv"),
        ("", "text/plain"),
    ],
)
def test_a_text_is_called_after_its_name(name: str, media_type: str) -> None:
    assert text_type(name) == media_type
