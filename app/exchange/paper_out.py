"""A conversation as HTML of the kind that Qt lays out for paper, in stretches."""

import re
from collections.abc import Iterable, Iterator

from app.domain.parcel import ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.page_formulas import PageFormulas, on_paper
from app.exchange.page_frame import parts
from app.exchange.page_items import PageItems, Sheet
from app.markup.page_text import TABLE

_STRETCH = 8_000  # characters of HTML that are laid out together
_INK = "#1F2328"
_OWN_WORDS = (
    '<table border="0" width="100%" cellspacing="0" cellpadding="8"><tr><td class="own">',
    "</td></tr></table>",
)
_STEP = ('<p class="step-name">{}</p>\n<blockquote class="step">', "</blockquote>\n")
_PRE = re.compile(r'<pre dir="ltr"><code>(.*?)</code></pre>', re.DOTALL)
_FRAMED = (
    '<table border="0" width="100%" cellspacing="0" cellpadding="8"><tr><td class="framed">'
    '<p class="code" dir="ltr"><code>{}</code></p></td></tr></table>'
)


def paper(head: ParcelHead, items: Iterable[ParcelItem], look: Look) -> Iterator[str]:
    """Yield HTML in stretches, each of which begins a paragraph."""
    sheet = Sheet(PageFormulas(on_paper, _INK), _OWN_WORDS, _STEP)
    waiting, size = list[str](), 0
    for part in parts(head, items, look, PageItems(look, sheet)):
        waiting.append(part)
        size += len(part)
        if size >= _STRETCH:
            yield as_qt_reads(waiting)
            waiting, size = [], 0
    if waiting:
        yield as_qt_reads(waiting)


def as_qt_reads(page: Iterable[str]) -> str:
    """Say in Qt's words what Qt does not understand. Foreign text is escaped, so a tag is always our own."""
    text = _PRE.sub(_framed, "".join(page))
    text = text.replace(' dir="auto"', "")  # it finds the side by itself, but not where it is told to
    text = text.replace('<li class="task">☑ ', '<li class="checked">')
    text = text.replace('<li class="task">☐ ', '<li class="unchecked">')
    text = text.replace("\n</td>", "</td>")  # would be a line of its own
    return text.replace(TABLE, ' class="rows" cellpadding="5"')


def _framed(found: re.Match[str]) -> str:
    """Lines of one paragraph: each of its own would have a ground of its own."""
    return _FRAMED.replace("{}", found[1].removeprefix("\n").replace("\n", "<br>"))
