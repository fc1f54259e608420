"""Code in its frame, with the name of its language and a button that copies it."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from app.markup.block import Block
from app.markup.code_tones import can_be_coloured
from app.ui.theme.tokens import CODE, RADIUS_CODE
from app.ui.transcript.blocks.code_colours import CodeColours
from app.ui.transcript.blocks.code_head import CodeHead
from app.ui.transcript.blocks.document_block import DocumentBlock
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights, Knob
from app.ui.transcript.blocks.sideways import Sideways
from app.ui.transcript.blocks.surroundings import Surroundings

_SIDE, _HEAD, _FOOT, _BAR = 17, 34, 12, 4
_COPIED_MS = 1500
_REST = 20  # times as long as colouring took: growing code is coloured in a twentieth of the time at most


class Code(DocumentBlock):
    """A part that follows another has no head; the frame goes on across both."""

    def __init__(self, block: Block, surroundings: Surroundings, before: "Code | None" = None) -> None:
        """Paint code, or what comes after `before` in it."""
        super().__init__(block, surroundings)
        self._head: CodeHead = before._head if before else CodeHead(block.language, surroundings)
        self._sideways: Sideways = before._sideways if before else Sideways()
        self._was_wrapped = self._head.wraps
        self._is_hovered = False
        self._colours: CodeColours | None = None
        self._work: Iterator[None] | None = None
        self._is_coloured = False
        self._spent = 0.0
        self._due = 0.0

    def show(self, block: Block) -> None:
        """Text that was added at the end is put at the end of the document."""
        shown, self.block = self._shown(), block
        self._head.language = block.language
        wanted = self._shown()
        if self._document is None or self._look is None or not wanted.startswith(shown):
            self._read_anew()
        elif wanted != shown:
            cursor = QTextCursor(self._document)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(wanted[len(shown) :])
            self._places = None
            self._known.forget()
        if not block.is_open:
            self._due = 0.0
        self._work, self._is_coloured = None, False

    def release(self) -> None:
        super().release()
        self._work = self._colours = None

    def height(self, width: float) -> float:
        if self._was_wrapped is not self._head.wraps:
            self._was_wrapped = self._head.wraps
            self._read_anew()
        height = super().height(width)
        frame = self._frame()
        wanted = self._filled().idealWidth() if not self._head.wraps else 0.0
        self._sideways.measure(wanted, width - frame.left() - frame.right())
        self._head.offers_wrap = self._sideways.is_needed
        return height

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, highlights: Highlights = PLAIN) -> None:
        area = QRectF(origin.x(), origin.y(), self._width, self.height(self._width))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, area)
        if not self.block.part:
            self._head.paint(painter, origin, self._width)
        frame = self._frame()
        bottom = area.bottom() - self._around.pixels(_BAR)
        if not self.block.goes_on:
            self._sideways.paint(
                painter, self._around.theme, origin.x() + frame.left(), bottom, lit=self._is_hovered
            )
        painter.setClipRect(area.adjusted(2, frame.top(), -2, 0), Qt.ClipOperation.IntersectClip)
        super().paint(painter, origin, clip, highlights)
        painter.restore()

    def knob_at(self, point: QPointF) -> Knob | None:
        return None if self.block.part else self._head.knob_at(point, self._width)

    def knob_rect(self, knob: Knob) -> QRectF:
        return QRectF() if self.block.part else self._head.rect_of(knob, self._width)

    def press(self, knob: Knob) -> None:
        if knob is Knob.WRAP:
            self._head.wraps = not self._head.wraps
            self._sideways.forget()
            self._known.forget()
        else:
            self._head.is_copied = True
            QTimer.singleShot(_COPIED_MS, self._forget_copied)

    def hover(self, point: QPointF | None) -> bool:
        was, self._is_hovered = self._is_hovered, point is not None
        lit = self._head.light(self.knob_at(point) if point is not None else None)
        return lit or (was is not self._is_hovered and self._sideways.is_needed)

    def scroll_by(self, pixels: float) -> bool:
        return self._sideways.move(pixels)

    def go_on(self, deadline: float) -> bool:
        if self._document is None or self._look is None or self._is_coloured:
            return True
        lexers = self._around.lexers
        if not lexers.knows(self.block.language):
            lexers.fetch(self.block.language, self._tell)
            return True
        if monotonic() < self._due:
            return False
        self._is_coloured = self._colour(deadline)
        self._tell()
        return self._is_coloured

    def _colour(self, deadline: float) -> bool:
        lexer, document = self._around.lexers.of(self.block.language), self._filled()
        if lexer is None or not can_be_coloured(self._shown()):
            return True
        if self._work is None:
            self._colours = self._colours or CodeColours(self._around.theme)
            self._work = self._colours.steps(document, self._shown(), lexer)
            self._spent = 0.0
        began = monotonic()
        for _step in self._work:
            if monotonic() >= deadline:
                self._spent += monotonic() - began
                return False
        self._due = monotonic() + (self._spent + monotonic() - began) * _REST
        return True

    def _tell(self) -> None:
        self._around.changed(self)

    def _forget_copied(self) -> None:
        self._head.is_copied = False
        self._tell()

    def _shown(self) -> str:
        return self.block.content.removesuffix("\n")

    def _fill(self, document: QTextDocument) -> None:
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        wraps = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(wraps if self._head.wraps else QTextOption.WrapMode.NoWrap)
        document.setDefaultTextOption(option)
        document.setDefaultFont(self._around.font(CODE))
        lines = QTextBlockFormat()
        lines.setLineHeight(CODE.line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(lines)
        cursor.insertText(self._shown())
        self._colours, self._work, self._is_coloured = None, None, False

    def _offset(self) -> QPointF:
        return super()._offset() - QPointF(self._sideways.at, self._around.lift(CODE))

    def _frame(self) -> QMarginsF:
        side, head, foot = (self._around.pixels(length) for length in (_SIDE, _HEAD, _FOOT))
        return QMarginsF(side, 0 if self.block.part else head, side, 0 if self.block.goes_on else foot)

    def _estimated_height(self, _width: float) -> float:
        return (self._shown().count("\n") + 1) * CODE.line

    def _paint_frame(self, painter: QPainter, area: QRectF) -> None:
        """Where the block goes on above or below, its corners lie beyond what is painted."""
        theme = self._around.theme
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("code"))
        above = -2 * RADIUS_CODE if self.block.part else 0.5
        below = 2 * RADIUS_CODE if self.block.goes_on else -0.5
        painter.drawRoundedRect(area.adjusted(0.5, above, -0.5, below), RADIUS_CODE, RADIUS_CODE)
        painter.restore()
