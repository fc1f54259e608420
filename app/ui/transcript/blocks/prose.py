"""Running text: paragraphs, headings, items of lists, quotes, footnotes."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QTextDocument

from app.markup.block import Block
from app.markup.labels import Labels
from app.markup.rich_text import rich_text
from app.ui.theme.tokens import READING
from app.ui.transcript.blocks.document_block import DocumentBlock
from app.ui.transcript.blocks.surroundings import Surroundings

_CHARACTER = 0.47  # how wide a character is, of the size of its font
_INDENT = 24


class Prose(DocumentBlock):
    def __init__(self, block: Block, labels: Labels, surroundings: Surroundings) -> None:
        super().__init__(block, surroundings)
        self._labels = labels

    def _fill(self, document: QTextDocument) -> None:
        document.setDefaultFont(self._around.font(READING))
        document.setIndentWidth(self._around.pixels(_INDENT))
        document.setDefaultStyleSheet(self._around.style_of_prose())
        document.setHtml(rich_text(self._around.grammar, self.block, self._labels))

    def _frame(self) -> QMarginsF:
        lift = self._around.lift()
        return QMarginsF(0, -lift, 0, lift)

    def _estimated_height(self, width: float) -> float:
        style = self._around.scaled(READING)
        in_line = max(1.0, width / (style.size * _CHARACTER))
        lines = sum(1 + len(line) // in_line for line in self.block.content.split("\n")[:200])
        return style.line * max(1.0, lines)
