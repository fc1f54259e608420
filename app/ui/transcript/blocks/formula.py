"""A formula on a line of its own, in the middle of the column; its TeX where there is no picture."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlockFormat, QTextCursor, QTextDocument

from app.markup.block import Block
from app.ui.theme.tokens import CODE
from app.ui.transcript.blocks.document_block import DocumentBlock
from app.ui.transcript.blocks.formula_drawing import FormulaPicture
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights
from app.ui.transcript.blocks.sideways import Sideways
from app.ui.transcript.blocks.surroundings import Surroundings

_ROOM = 4


class Formula(DocumentBlock):
    """Its text is its TeX, which positions count even where the picture is seen."""

    def __init__(self, block: Block, surroundings: Surroundings) -> None:
        super().__init__(block, surroundings)
        self._picture: FormulaPicture | None = None
        self._sideways = Sideways()

    def height(self, width: float) -> float:
        height = super().height(width)
        if self._picture is None:
            return height
        self._sideways.measure(self._picture.width, width)
        height = self._picture.height + 2 * self._around.pixels(_ROOM)
        return self._known.keep(self._around.look, width, height)

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, highlights: Highlights = PLAIN) -> None:
        self.height(self._width)
        if self._picture is None:
            super().paint(painter, origin, clip, highlights)
            return
        area = self._place().translated(origin)
        painter.save()
        painter.setClipRect(QRectF(origin.x(), area.top(), self._width, area.height() + _ROOM))
        if highlights.found:
            painter.fillRect(area, self._around.theme.colour("mark"))
        if highlights.selected[0] < highlights.selected[1]:
            painter.fillRect(area, self._around.theme.colour("selection"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._picture.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bottom = area.bottom() + _ROOM
        self._sideways.paint(painter, self._around.theme, origin.x(), bottom, lit=False)
        painter.restore()

    def position_at(self, point: QPointF) -> int:
        self.height(self._width)
        if self._picture is None:
            return super().position_at(point)
        return 0 if point.x() < self._place().center().x() else len(self.text())

    def rect_of(self, position: int) -> QRectF:
        self.height(self._width)
        if self._picture is None:
            return super().rect_of(position)
        area = self._place()
        left = area.right() if position >= len(self.text()) else area.left()
        return QRectF(left, area.top(), 1, area.height())

    def scroll_by(self, pixels: float) -> bool:
        return self._sideways.move(pixels)

    def release(self) -> None:
        super().release()
        self._picture = None

    def _fill(self, document: QTextDocument) -> None:
        document.setDefaultFont(self._around.font(CODE))
        form = QTextBlockFormat()
        form.setLineHeight(CODE.line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(form)
        cursor.insertText(self.block.content)
        wish = self._around.formula_wish(self.block.content, display=True)
        self._picture = self._around.formulas.picture(wish, self._came)

    def _came(self) -> None:
        self._read_anew()
        self._around.changed(self)

    def _estimated_height(self, _width: float) -> float:
        return float(CODE.line * 2)

    def _place(self) -> QRectF:
        """Where the picture stands; empty without one."""
        if self._picture is None:
            return QRectF()
        left = max(0.0, (self._width - self._picture.width) / 2) - self._sideways.at
        return QRectF(round(left), self._around.pixels(_ROOM), self._picture.width, self._picture.height)
