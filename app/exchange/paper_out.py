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
_STEP_NAME = '<p class="step-name">{}</p>\n'
_STEP = (f'{_STEP_NAME}<blockquote class="step">', "</blockquote>\n")
_SEAM = "\f"  # which no foreign text holds by now
_LONGEST_FRAMED = 8_000  # characters
_LINES, _FEW = 100, 4  # of code in one frame, and how many frames are laid out together
_PART_END = "</tbody>"
_PARTS = 5  # of a table in one, each of a few rows
_PRE = re.compile(r'<pre dir="ltr"><code>(.*?)</code></pre>', re.DOTALL)
_FRAMED = (
    '<table border="0" width="100%" cellspacing="0" cellpadding="8"><tr><td class="framed">'
    '<p class="code" dir="ltr"><code>{}</code></p></td></tr></table>'
)


def paper(head: ParcelHead, items: Iterable[ParcelItem], look: Look) -> Iterator[str]:
    """Yield HTML in stretches, each of which begins a paragraph."""
    sheet = Sheet(PageFormulas(on_paper, _INK), _OWN_WORDS, _STEP, (_STEP_NAME, ""), _SEAM, _LONGEST_FRAMED)
    waiting, size = list[str](), 0
    for part in parts(head, items, look, PageItems(look, sheet)):
        for piece in as_qt_reads(part).split(_SEAM):
            waiting.append(piece)
            size += len(piece)
            if size >= _STRETCH:
                yield "".join(waiting)
                waiting, size = [], 0
    if waiting:
        yield "".join(waiting)


def as_qt_reads(page: str) -> str:
    """Say in Qt's words what Qt does not understand. Foreign text is escaped, so a tag is always our own."""
    text = _cut_tables(_PRE.sub(_framed, page))
    text = text.replace(' dir="auto"', "")  # it finds the side by itself, but not where it is told to
    text = text.replace('<li class="task">☑ ', '<li class="checked">')
    text = text.replace('<li class="task">☐ ', '<li class="unchecked">')
    text = text.replace("\n</td>", "</td>")  # would be a line of its own
    return text.replace(TABLE, ' class="rows" cellpadding="5"')


def _framed(found: re.Match[str]) -> str:
    """Lines of one paragraph: each of its own would have a ground of its own. Qt is slow with many."""
    lines = found[1].removeprefix("\n").split("\n")
    frames = (lines[first : first + _LINES] for first in range(0, len(lines), _LINES))
    seam = _SEAM if len(lines) > _LINES * _FEW else ""
    return seam.join(_FRAMED.replace("{}", "<br>".join(each)) for each in frames)


def _cut_tables(page: str) -> str:
    """Make several tables of a long one: Qt looks at all rows of one again for every page."""
    places = [found.start() + len(_PART_END) for found in re.finditer(f"{_PART_END}<tbody>", page)][
        _PARTS - 1 :: _PARTS
    ]
    begins = [0, *places]
    pieces = (page[first:last] for first, last in zip(begins, [*places, len(page)], strict=True))
    return f"</table></div>{_SEAM}<div><table{TABLE}>".join(pieces)
