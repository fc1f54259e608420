from base64 import b64encode
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from app.domain.exchange_errors import ExchangeError, FileDamaged, FileEmpty
from app.exchange.importers.files import FoundFile, of_data_url, of_text, taken_in
from tests.fakes.made_files import packed, picture

RED = picture(Image.new("RGB", (3, 2), "red"), "PNG")


def test_words_become_a_file_that_a_model_can_be_given() -> None:
    file, content = taken_in(of_text("folder/notes.md", "# Notes"))
    assert (file.name, file.media_type, file.text, file.size) == ("notes.md", "text/markdown", "# Notes", 7)
    assert content.content == b"# Notes"
    assert file.sha256 == content.sha256 == sha256(b"# Notes").hexdigest()


def test_a_picture_is_known_by_its_bytes_and_drawn_anew() -> None:
    file, content = taken_in(FoundFile("photo.txt", lambda: RED))
    assert (file.media_type, file.text) == ("image/png", None)
    assert Image.open(BytesIO(content.content)).size == (3, 2)


def test_a_document_comes_as_it_is() -> None:
    document = packed()
    file, content = taken_in(FoundFile("a.docx", lambda: document))
    assert file.media_type.endswith("wordprocessingml.document")
    assert content.content == document


def test_bytes_of_no_known_kind_are_kept() -> None:
    file, _ = taken_in(FoundFile("sound.bin", lambda: bytes(range(256))))
    assert (file.media_type, file.text) == ("application/octet-stream", None)


def test_an_address_can_hold_a_file() -> None:
    found = of_data_url("a.png", "data:image/png;base64," + b64encode(RED).decode())
    assert found is not None
    assert found.read() == RED
    plain = of_data_url("a.txt", "data:,a%20b")
    assert plain is not None
    assert plain.read() == b"a b"
    assert of_data_url("a.png", "https://example.org/a.png") is None


@pytest.mark.parametrize(
    "url", ["data:image/png;base64,A", "data:image/png;base64,\u00e9", "data:,", "data:"]
)
def test_an_address_that_holds_no_file_is_refused(url: str) -> None:
    found = of_data_url("a.png", url)
    assert found is not None
    with pytest.raises(ExchangeError):
        taken_in(found)


def test_what_cannot_be_read_says_so() -> None:
    with pytest.raises(FileDamaged):
        taken_in(FoundFile("a.png", lambda: RED[:20]))
    with pytest.raises(FileEmpty):
        taken_in(FoundFile("a.png", lambda: b""))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/x", "x"),
        ("C:\\a\\b.txt", "b.txt"),
        ("a\nb", "a b"),
        ("", "file"),
        ("a" * 900 + ".md", ".md"),
    ],
)
def test_names_are_plain(name: str, kept: str) -> None:
    file, _ = taken_in(of_text(name, "text"))
    assert file.name.endswith(kept)
    assert len(file.name) <= 200
