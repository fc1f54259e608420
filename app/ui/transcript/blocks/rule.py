"""A line across the column."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.markup.block import Block
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights, PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings

_LINE = 1


class Rule(PaintedBlock):
    """Has no text. Blocks of which nothing is seen are rules without a line."""

    def __init__(self, block: Block, surroundings: Surroundings, *, is_seen: bool = True) -> None:
        super().__init__(block)
        self._around = surroundings
        self._is_seen = is_seen
        self._width = 0.0

    def show(self, block: Block) -> None:
        self.block = block

    def estimate(self, width: float) -> float:
        return self.height(width)

    def height(self, width: float) -> float:
        self._width = width
        return float(_LINE) if self._is_seen else 0.0

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, highlights: Highlights = PLAIN) -> None:
        del clip, highlights
        if self._is_seen:
            line = QRectF(origin.x(), origin.y(), self._width, _LINE)
            painter.fillRect(line, self._around.theme.colour("line"))

    def text(self) -> str:
        return ""

    def position_at(self, point: QPointF) -> int:
        del point
        return 0

    def rect_of(self, position: int) -> QRectF:
        del position
        return QRectF(0, 0, 1, self.height(self._width))

    def labels_changed(self) -> None:
        """It has none."""

    def release(self) -> None:
        """It keeps nothing."""
