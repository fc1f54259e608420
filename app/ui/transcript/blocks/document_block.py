"""A painted block that keeps its text in a QTextDocument, made when it is first asked for."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QTextDocument

from app.markup.block import Block
from app.ui.transcript.blocks.document_parts import links_in, selections
from app.ui.transcript.blocks.known_height import KnownHeight
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights, Link, PaintedBlock
from app.ui.transcript.blocks.surroundings import Look, Surroundings
from app.ui.transcript.blocks.text_places import TextPlaces

_CARET = 1.0


class DocumentBlock(PaintedBlock):
    """Lays out, paints and hit-tests. What the document says, and what is around it, is left to its heirs."""

    def __init__(self, block: Block, surroundings: Surroundings) -> None:
        super().__init__(block)
        self._around = surroundings
        self._document: QTextDocument | None = None
        self._look: Look | None = None
        self._width = -1.0
        self._known = KnownHeight()
        self._places: TextPlaces | None = None
        self._links: Sequence[Link] | None = None

    @abstractmethod
    def _fill(self, document: QTextDocument) -> None:
        """Put the text into the document, in the look in force."""

    @abstractmethod
    def _estimated_height(self, width: float) -> float:
        """Return the likely height of the document."""

    def _frame(self) -> QMarginsF:
        """What is around the document."""
        return QMarginsF()

    def show(self, block: Block) -> None:
        if block != self.block:
            self.block = block
            self._read_anew()

    def labels_changed(self) -> None:
        self._read_anew()

    def release(self) -> None:
        known = self._known
        self._document, self._known = None, KnownHeight()
        self._read_anew()
        self._known = known

    def estimate(self, width: float) -> float:
        known = self._known.at(self._around.look, width)
        if known is not None:
            return known
        frame = self._frame()
        return frame.top() + self._estimated_height(width) + frame.bottom()

    def height(self, width: float) -> float:
        document = self._laid_out(width)
        frame = self._frame()
        height = frame.top() + document.size().height() + frame.bottom()
        return self._known.keep(self._around.look, width, height)

    def text(self) -> str:
        return self._placed().text

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, highlights: Highlights = PLAIN) -> None:
        offset = self._offset()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._around.palette()
        context.clip = clip.translated(-offset)
        document = self._laid_out(self._width)
        if highlights is not PLAIN:
            context.selections = selections(document, self._placed(), highlights, self._around.theme)
        painter.save()
        painter.translate(origin + offset)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def position_at(self, point: QPointF) -> int:
        layout = self._laid_out(self._width).documentLayout()
        return self._placed().place(layout.hitTest(point - self._offset(), Qt.HitTestAccuracy.FuzzyHit))

    def rect_of(self, position: int) -> QRectF:
        document = self._laid_out(self._width)
        units = self._placed().units(position)
        block = document.findBlock(units)
        line = block.layout().lineForTextPosition(units - block.position())
        if not line.isValid():
            return QRectF(self._offset(), self._offset())
        across, _ = cast(tuple[float, int], line.cursorToX(units - block.position()))
        corner = document.documentLayout().blockBoundingRect(block).topLeft() + self._offset()
        return QRectF(corner.x() + across, corner.y() + line.y(), _CARET, line.height())

    def links(self) -> Sequence[Link]:
        if self._links is None:
            self._links = links_in(self._laid_out(self._width), self._placed())
        return self._links

    def link_at(self, point: QPointF) -> Link | None:
        layout = self._laid_out(self._width).documentLayout()
        units = layout.hitTest(point - self._offset(), Qt.HitTestAccuracy.ExactHit)
        if units < 0 or not layout.anchorAt(point - self._offset()):
            return None
        place = self._placed().place(units)
        return next((link for link in self.links() if link.span[0] <= place <= link.span[1]), None)

    def _offset(self) -> QPointF:
        frame = self._frame()
        return QPointF(frame.left(), frame.top())

    def _read_anew(self) -> None:
        """Fill the document again before it is next used."""
        self._look = None
        self._known.forget()
        self._places = None
        self._links = None

    def _laid_out(self, width: float) -> QTextDocument:
        document = self._filled()
        if width != self._width:
            self._width = width
            frame = self._frame()
            document.setTextWidth(max(1.0, width - frame.left() - frame.right()))
        return document

    def _filled(self) -> QTextDocument:
        """Return the document; a new one where the text has changed: Qt fills that faster than an old one."""
        if self._document is None or self._look != self._around.look:
            self._look = self._around.look
            self._places = self._links = None
            self._document = QTextDocument()
            self._document.setDocumentMargin(0)
            self._document.setUndoRedoEnabled(False)
            self._fill(self._document)
            width, self._width = self._width, -1.0
            if width > 0:
                self._laid_out(width)
        return self._document

    def _placed(self) -> TextPlaces:
        document = self._filled()
        if self._places is None:
            self._places = TextPlaces(document.toPlainText())
        return self._places
