"""The text of a PDF file, page by page."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from app.domain.exchange_errors import FileDamaged, FileProtected, FileTextTooLong, FileWithoutText
from app.exchange.plain_text import MOST_CHARACTERS, finished
from app.exchange.refusals import refusal

Tell = Callable[[int, int], None]

# Where a word is parted at a line's end, the page says so with a sign that is no character.
_PARTED = ("\ufffe\r\n", "\ufffe\n", "\ufffe", "\x02")


def read_pdf(content: bytes, tell: Tell) -> str:
    """Return the text of all pages. Raises ExchangeError.

    Each page of several begins with its number, which is how people speak of them.
    """
    with closing(_opened(content)) as document:
        pages = list(_pages(document, tell))
    if not any(page.strip() for page in pages):
        raise refusal(FileWithoutText)
    if len(pages) > 1:
        pages = [f"[Page {number}]\n{page}" for number, page in enumerate(pages, 1)]
    return finished("\n\n".join(pages))


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        is_sealed = error.err_code == FPDF_ERR_PASSWORD
        raise refusal(FileProtected if is_sealed else FileDamaged) from error


def _pages(document: pypdfium2.PdfDocument, tell: Tell) -> Iterator[str]:
    count, length = len(document), 0
    for number in range(count):
        page = _page_text(document, number)
        length += len(page)
        if length > MOST_CHARACTERS:
            raise refusal(FileTextTooLong)
        yield page
        tell(number + 1, count)


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    """Return a page's text. A page that is damaged by itself has none, and the others are read."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            return _mended(text.get_text_bounded())
    except pypdfium2.PdfiumError:
        return ""


def _mended(text: str) -> str:
    for sign in _PARTED:
        text = text.replace(sign, "")
    return text.strip()
