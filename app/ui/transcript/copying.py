"""What a copy of a selection holds: Markdown as plain text, and the same with its looks as rich text."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextDocument

from app.ui.transcript.canvas import Canvas
from app.ui.transcript.row import Row
from app.ui.transcript.rows import TranscriptRows
from app.ui.transcript.selection import END, Place, Selection

BETWEEN = "\n\n"
_LONGEST_RICH = 200_000  # characters: more would take too long


def selected_text(rows: TranscriptRows, selection: Selection) -> str:
    """Return what is selected: whole blocks as their source, parts as the text that is seen."""
    parts = []
    for number in range(selection.first.row, min(selection.last.row + 1, len(rows))):
        row = rows.row(number)
        if row and row.has_body:
            parts.append("".join(_selected_in(row, number, selection)).strip("\n"))
    return BETWEEN.join(part for part in parts if part)


def _selected_in(row: Row, number: int, selection: Selection) -> Iterator[str]:
    for place, block in enumerate(row.column.blocks):
        if selection.holds_whole(number, place):
            yield _line(block.source)
        elif span := selection.span(number, place, len(block.text)):
            yield _line(block.source) if span == (0, len(block.text)) else block.copied(*span)


def _line(source: str) -> str:
    return source if source.endswith("\n") else source + "\n"


def rich(text: str) -> str:
    """Return Markdown as rich text for other programs, which read it with their own fonts."""
    document = QTextDocument()
    feature = QTextDocument.MarkdownFeature
    document.setMarkdown(text, feature.MarkdownDialectGitHub | feature.MarkdownNoHTML)
    return document.toHtml()


def to_clipboard(text: str) -> None:
    """Put Markdown on the clipboard, as rich text as well."""
    made = QMimeData()
    made.setText(text)
    if len(text) <= _LONGEST_RICH:
        made.setHtml(rich(text))
    QGuiApplication.clipboard().setMimeData(made)


class Copier:
    """Copies what is selected; without a selection the message that has the focus."""

    def __init__(self, canvas: Canvas, focused: Callable[[], int | None]) -> None:
        self._canvas = canvas
        self._focused = focused

    @property
    def text(self) -> str:
        selection, focused = self._canvas.sight.selection, self._focused()
        if (selection is None or selection.is_empty) and focused is not None:
            selection = Selection(Place(focused, 0, 0), Place(focused, END, END))
        return selected_text(self._canvas.rows, selection) if selection else ""

    def copy(self) -> None:
        """Put it on the clipboard."""
        if text := self.text:
            to_clipboard(text)

    def offer(self) -> None:
        """Let the middle button of the mouse have it, where that is usual."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection():
            clipboard.setText(self.text, clipboard.Mode.Selection)
