"""Pages, as they are set."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pypdfium2
import pytest
from pypdfium2 import raw

from app.ui.printing import Incomplete, printed_pages, texts_in
from tests.fakes.parcels import PICTURE, picture
from tests.fixtures.places import REPOSITORY

pytestmark = pytest.mark.usefixtures("qtbot")

STYLE = "p{margin:8px 0 0 0}"


def printed(*stretches: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(printed_pages(iter(["Title", STYLE, *stretches])))


def texts(document: pypdfium2.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document]


def pictures(document: pypdfium2.PdfDocument) -> list[tuple[float, float, float, float]]:
    found = [each for page in document for each in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])]
    return [each.get_bounds() for each in found]


def img(content: bytes) -> str:
    return f'<p><img src="data:image/png;base64,{b64encode(content).decode()}"></p>'


def top_of(document: pypdfium2.PdfDocument, words: str) -> float:
    page = document[0].get_textpage()
    found = page.search(words).get_next()
    assert found
    return float(page.get_charbox(found[0])[3])


def test_a_stretch_goes_on_where_the_one_before_has_ended() -> None:
    one, two = printed("<p>First.</p><p>Second.</p>"), printed("<p>First.</p>", "<p>Second.</p>")
    assert len(one) == len(two) == 1
    assert top_of(one, "Second.") == pytest.approx(top_of(two, "Second."), abs=8)


def test_a_long_stretch_turns_pages() -> None:
    lines = [f"Line{number:03d}." for number in range(200)]
    document = printed("".join(f"<p>{line}</p>" for line in lines), "<p>The end.</p>")
    words = ["".join(text.split()) for text in texts(document)]
    assert len(document) > 3
    assert re.findall(r"Line\d{3}\.", "".join(words)) == lines
    assert words[-1].endswith("Theend.")
    assert [re.match(r"Title(\d+)Line", text)[1] for text in words] == [str(n + 1) for n in range(len(words))]


@pytest.mark.parametrize("count", range(36, 46))
def test_a_heading_never_ends_a_page(count: int) -> None:
    for text in texts(printed("<p>Line.</p>" * count + "<h2>Heading</h2><p>Below</p><p>More</p>" * 2)):
        assert not text.rstrip().endswith("Heading")


def test_a_picture_is_no_wider_than_the_page() -> None:
    document = printed(img(PICTURE), img(picture(4000, 100)), img(picture(100, 4000)))
    width, height = document[0].get_size()
    for left, bottom, right, top in pictures(document):
        assert 0 < left < right < width
        assert 0 < bottom < top < height
    assert len(pictures(document)) == 3


def test_nothing_is_loaded_from_anywhere(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(PICTURE)
    html = "".join(
        f'<p><img src="{place}">x</p>' for place in (file, file.as_uri(), "https://127.0.0.1:9/a.png")
    )
    assert pictures(printed(html)) == []


def test_words_from_right_to_left_begin_at_the_right() -> None:
    document = printed("<p>طبقة رقيقة</p>")
    page = document[0].get_textpage()
    place = page.get_text_range().index("طبقة")
    assert page.get_charbox(place)[0] > document[0].get_width() / 2


@pytest.fixture
def pipe() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    out, into = os.pipe()
    with os.fdopen(out, "rb") as source, os.fdopen(into, "wb") as target:
        yield source, target


def test_texts_end_with_an_empty_one(pipe: tuple[IO[bytes], IO[bytes]]) -> None:
    source, target = pipe
    target.write("one\0zwei ü\0\0".encode())
    target.flush()
    assert list(texts_in(source)) == ["one", "zwei ü"]


def test_texts_that_break_off_are_not_printed(pipe: tuple[IO[bytes], IO[bytes]]) -> None:
    source, target = pipe
    target.write(b"one\0tw")
    target.close()
    with pytest.raises(Incomplete):
        list(texts_in(source))


def run(given: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-P", "-s", "-m", "app.ui.printing"]
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    return subprocess.run(command, input=given, env=environment, capture_output=True, timeout=60, check=False)


def test_the_process_takes_html_and_gives_a_file() -> None:
    done = run(b"Title\0p{}\0<p>Words</p>\0\0")
    assert done.returncode == 0
    assert "Words" in texts(pypdfium2.PdfDocument(done.stdout))[0]


def test_half_of_it_makes_no_file() -> None:
    done = run(b"Title\0p{}\0<p>Words</p>\0")
    assert (done.returncode, done.stdout) == (1, b"")
