"""Running text: paragraphs, headings, items of lists, quotes, footnotes."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextDocument

from app.markup.block import Block
from app.markup.labels import Labels
from app.markup.rich_text import rich_text
from app.ui.theme.tokens import READING
from app.ui.transcript.blocks.document_block import DocumentBlock
from app.ui.transcript.blocks.inline_formulas import InlineFormulas, with_sources
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights, Span
from app.ui.transcript.blocks.prose_marks import ProseMarks, paint_grounds, paint_signs, take_marks
from app.ui.transcript.blocks.prose_style import CODE_ABOVE
from app.ui.transcript.blocks.surroundings import Surroundings

_CHARACTER = 0.47  # how wide a character is, of the size of its font
_INDENT, _NUMBER_GAP = 28, 8


class Prose(DocumentBlock):
    def __init__(self, block: Block, labels: Labels, surroundings: Surroundings) -> None:
        super().__init__(block, surroundings)
        self._labels = labels
        self._marks = ProseMarks()
        self._formulas: InlineFormulas | None = None

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, highlights: Highlights = PLAIN) -> None:
        document = self._laid_out(self._width)
        if self._marks != ProseMarks():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(origin + self._offset())
            paint_grounds(painter, document, self._marks, self._around)
            paint_signs(painter, document, self._marks, self._around)
            painter.restore()
        super().paint(painter, origin, clip, highlights)

    def copied(self, span: Span) -> str:
        """A picture is copied as its formula."""
        return with_sources(self.text(), span, self._formulas.texs if self._formulas else ())

    def _formula_came(self) -> None:
        self._read_anew()
        self._around.changed(self)

    def _fill(self, document: QTextDocument) -> None:
        document.setDefaultFont(self._around.font(READING))
        document.setIndentWidth(self._indent())
        self._formulas = InlineFormulas(document, self._around, self._formula_came)
        formula = self._formulas.rich_text
        styles = self._around.style_of_prose()
        document.setHtml(rich_text(self._around.grammar, self.block, self._labels, formula, styles))
        self._formulas.settle()
        self._marks = take_marks(document, self._around)

    def _indent(self) -> float:
        """The items of a list are set in alike, as long as their numbers are short."""
        usual = self._around.pixels(_INDENT)
        if (self.block.number or 0) < 100:
            return usual
        wide = QFontMetricsF(self._around.font(READING)).horizontalAdvance(f"{self.block.number}.")
        return max(usual, wide + self._around.pixels(_NUMBER_GAP))

    def _frame(self) -> QMarginsF:
        """Code at the very beginning or end needs room for its ground."""
        lift, ground = self._around.lift(), self._around.pixels(CODE_ABOVE)
        last = self._document.blockCount() - 1 if self._document else 0
        above = ground if 0 in self._marks.codes else 0
        below = ground if last in self._marks.codes else 0
        return QMarginsF(0, above - lift, 0, below + lift)

    def _estimated_height(self, width: float) -> float:
        in_line = max(1.0, width / (READING.size * _CHARACTER))
        lines = sum(1 + len(line) // in_line for line in self.block.content.strip().split("\n")[:200])
        return READING.line * max(1.0, lines)
