"""PDF out: pages with real text."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC

import pypdfium2
import pytest

from app.domain.exchange_errors import PrintingFailed
from app.domain.export_choice import Detail
from app.domain.item import Role, question_body
from app.domain.parcel import ParcelItem
from app.exchange.look import Look
from app.exchange.pdf_out import pdf
from app.exchange.pictures_within import link_within
from tests.fakes import parcels
from tests.fixtures.children import children

LOOK = Look(Detail.FULL, {parcels.PICTURE_FILE.sha256: link_within(parcels.PICTURE) or ""}, "1.0", UTC)


def texts_of(file: bytes) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return texts_of(b"".join(pdf(parcels.head(), parcels.items(), LOOK)))


@pytest.fixture(autouse=True)
def none_left() -> Iterator[None]:
    before = children()
    yield
    assert children() == before


def test_the_words_are_words_in_every_script(texts: list[str]) -> None:
    text = "".join(texts)
    assert "2026-09-21 14:13" in text
    assert "cobalt stays blue" in text.lower()
    assert "陶磁器の" in text
    assert "الطلاء الزجاجي" in text
    assert "<b>not bold</b>" in text


def test_code_is_wrapped_and_not_clipped(texts: list[str]) -> None:
    text = "".join(texts).replace("\r\n", "")
    assert parcels.LONG_LINE in text
    assert "def glaze(temperature: int) -> str:" in text


def test_every_page_has_its_number_and_says_what_it_is(texts: list[str]) -> None:
    assert len(texts) >= 3
    assert [text.split("\r\n")[0] for text in texts] == [
        f"Glazes <blue> & 釉薬 {number}" for number in range(1, len(texts) + 1)
    ]


def test_every_line_of_many_messages_is_there_once_and_in_its_order() -> None:
    said = [f"Number {number:03d}." for number in range(300)]
    body = (question_body("\n\n".join(said[first : first + 3])) for first in range(0, 300, 3))
    roles = (Role.PERSON, Role.MODEL)
    items = [ParcelItem(f"{n}", None, roles[n % 2], each, 0) for n, each in enumerate(body)]
    head = replace(parcels.head(), branches=parcels.head().branches[:1])
    words = "".join("".join(texts_of(b"".join(pdf(head, items, LOOK)))).split())
    assert [f"Number {number}." for number in re.findall(r"Number(\d{3})\.", words)] == said


@pytest.mark.parametrize(
    "lines", ["raise SystemExit(1)", "import sys; sys.stdin.read(); raise SystemExit(2)"]
)
def test_a_printer_that_breaks_off_is_told(lines: str) -> None:
    with pytest.raises(PrintingFailed):
        list(pdf(parcels.head(), parcels.items() * 50, LOOK, (sys.executable, "-c", lines)))


def test_a_printer_that_is_not_there_is_told() -> None:
    with pytest.raises(PrintingFailed):
        list(pdf(parcels.head(), [], LOOK, ("/nowhere/python",)))


def test_who_gives_up_leaves_no_process_behind() -> None:
    def given_up() -> Iterator[ParcelItem]:
        yield parcels.items()[0]
        raise KeyError

    with pytest.raises(KeyError):
        list(pdf(parcels.head(), given_up(), LOOK))
