"""Code in its frame, with the name of its language and a button that copies it."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from app.markup.block import Block
from app.ui.theme.tokens import CODE, RADIUS_CODE, SMALL
from app.ui.transcript.blocks.document_block import DocumentBlock
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights

_SIDE, _HEAD, _FOOT = 16, 34, 12


class Code(DocumentBlock):
    def show(self, block: Block) -> None:
        """Text that was added at the end is put at the end of the document."""
        shown, self.block = self._shown(), block
        wanted = self._shown()
        if self._document is None or self._look is None or not wanted.startswith(shown):
            self._read_anew()
        elif wanted != shown:
            cursor = QTextCursor(self._document)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(wanted[len(shown) :])
            self._places = None

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, highlights: Highlights = PLAIN) -> None:
        self._paint_frame(painter, QRectF(origin.x(), origin.y(), self._width, self.height(self._width)))
        super().paint(painter, origin, clip, highlights)

    def _shown(self) -> str:
        return self.block.content.removesuffix("\n")

    def _fill(self, document: QTextDocument) -> None:
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultFont(self._around.font(CODE))
        document.clear()
        lines = QTextBlockFormat()
        lines.setLineHeight(
            self._around.scaled(CODE).line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        cursor = QTextCursor(document)
        cursor.setBlockFormat(lines)
        cursor.insertText(self._shown())

    def _frame(self) -> QMarginsF:
        side, head, foot = (self._around.pixels(length) for length in (_SIDE, _HEAD, _FOOT))
        return QMarginsF(side, head, side, foot)

    def _estimated_height(self, _width: float) -> float:
        return (self._shown().count("\n") + 1) * self._around.scaled(CODE).line

    def _paint_frame(self, painter: QPainter, area: QRectF) -> None:
        theme = self._around.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("code"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CODE, RADIUS_CODE)
        painter.setPen(theme.colour("quiet"))
        painter.setFont(self._around.font(SMALL))
        head = area.adjusted(13, 8, -13, 0)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, self.block.language)
        painter.restore()
