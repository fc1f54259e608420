"""What is read from, and painted over, a document: its links, and what in it is marked."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)

from app.markup.links import host_of
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Tone
from app.ui.transcript.blocks.painted_block import Highlights, Link, Span
from app.ui.transcript.blocks.text_places import TextPlaces

Selection = QAbstractTextDocumentLayout.Selection


def selections(
    document: QTextDocument, places: TextPlaces, highlights: Highlights, theme: Theme
) -> list[Selection]:
    """Return what is marked as Qt paints it: hits first, the selection over them."""
    return [_selection(document, places, span, look) for span, look in marked(highlights, theme)]


def marked(highlights: Highlights, theme: Theme) -> list[tuple[Span, QTextCharFormat]]:
    """Return what is marked and how it looks, in the order of painting."""
    found = _look(theme, "mark")
    current = _look(theme, "mark")
    current.setFontUnderline(True)
    marks = [(span, found) for span in highlights.found]
    marks += [(highlights.current, current), (highlights.selected, _look(theme, "selection"))]
    return [(span, look) for span, look in marks if span[0] < span[1]]


def _look(theme: Theme, tone: Tone) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QBrush(theme.colour(tone)))
    look.setForeground(QBrush(theme.colour("ink")))  # markers of lists would vanish without
    return look


def _selection(document: QTextDocument, places: TextPlaces, span: Span, look: QTextCharFormat) -> Selection:
    cursor = QTextCursor(document)
    cursor.setPosition(places.units(span[0]))
    cursor.setPosition(places.units(span[1]), QTextCursor.MoveMode.KeepAnchor)
    selection = Selection()
    selection.cursor = cursor
    selection.format = look
    return selection


def links_in(document: QTextDocument, places: TextPlaces) -> tuple[Link, ...]:
    """Return the links, each once, whatever its words are made of."""
    links: list[Link] = []
    for fragment in _fragments(document):
        address = fragment.charFormat().anchorHref()
        if not address:
            continue
        start = places.place(fragment.position())
        end = places.place(fragment.position() + fragment.length())
        if links and links[-1].address == address and links[-1].span[1] == start:
            start = links.pop().span[0]
        links.append(Link(address, host_of(address), (start, end)))
    return tuple(links)


def _fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    block: QTextBlock = document.begin()
    while block.isValid():
        inside = block.begin()
        while not inside.atEnd():
            yield inside.fragment()
            inside += 1
        block = block.next()
