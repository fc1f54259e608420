"""A table: cells over thin lines, as wide as its words want it, moved sideways where that is too much.

A growing table is read anew row by row: rows that are known keep their cells, and a part that goes on with
a table has the columns of the first part, so that one more row never moves all of them.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.markup.block import Block
from app.markup.labels import Labels
from app.ui.theme.tokens import INTERFACE
from app.ui.transcript.blocks.document_parts import marked
from app.ui.transcript.blocks.inline_formulas import with_sources
from app.ui.transcript.blocks.known_height import KnownHeight
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights, Link, PaintedBlock, Span
from app.ui.transcript.blocks.sideways import Sideways
from app.ui.transcript.blocks.surroundings import Look, Surroundings
from app.ui.transcript.blocks.table_cell import TableCell
from app.ui.transcript.blocks.table_columns import shares
from app.ui.transcript.blocks.table_rows import TableRow, TableRows

_ABOVE, _BELOW, _GAP = 6, 6, 20
_LINE = 1
_LEAST = (64, 180)  # a column is no narrower, and makes room for no longer word
_BAR = 4


class Table(PaintedBlock):
    def __init__(
        self, block: Block, labels: Labels, surroundings: Surroundings, before: "Table | None" = None
    ) -> None:
        """Paint a table, or what comes after `before` in one."""
        super().__init__(block)
        self._around = surroundings
        self._before = before
        self._sideways: Sideways = before._sideways if before else Sideways()
        self._rows = TableRows(labels, surroundings, self._formula_came)
        self._look: Look | None = None
        self._widths: list[float] = []
        self._tops: list[float] = []
        self._width = -1.0
        self._whole = 0.0
        self._is_hovered = False
        self._known = KnownHeight()

    def show(self, block: Block) -> None:
        if block != self.block:
            self.block = block
            self._rows.is_read = False
            self._known.forget()

    def labels_changed(self) -> None:
        self._rows.forget()
        self._known.forget()

    def release(self) -> None:
        self._rows.forget()

    def estimate(self, width: float) -> float:
        known = self._known.at(self._around.look, width)
        if known is not None:
            return known
        rows = self.block.content.count("\n") - (2 if self.block.part else 1)
        return max(1, rows) * _row_height(self._around, INTERFACE.line)

    def height(self, width: float) -> float:
        rows = self._rows_read()
        if width != self._width:
            self._width = width
            self._widths = self.columns(width)
            self._whole = sum(self._widths) + len(self._widths) * self._around.pixels(_GAP)
            self._tops = [0.0]
            for row in rows:
                for cell, column in zip(row.cells, self._widths, strict=False):
                    cell.lay_out(column)
                self._tops.append(
                    self._tops[-1] + _row_height(self._around, max(cell.height for cell in row.cells))
                )
            self._sideways.measure(self._whole, width)
        return self._known.keep(self._around.look, width, self._tops[-1])

    def columns(self, width: float) -> list[float]:
        """Return how wide the columns are in a column of text of `width`: as the first part has them."""
        if self._before:
            return self._before.columns(width)
        rows = self._rows_read()
        count = len(rows[0].cells) if rows else 0
        wanted = [max(row.cells[index].wanted for row in rows) for index in range(count)]
        low, high = (self._around.pixels(each) for each in _LEAST)
        least = [min(high, max(low, *(row.cells[index].least for row in rows))) for index in range(count)]
        return shares(wanted, least, width - count * self._around.pixels(_GAP))

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, highlights: Highlights = PLAIN) -> None:
        self.height(self._width)
        theme = self._around.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.block.goes_on:
            bottom = origin.y() + self._tops[-1] + _BAR
            self._sideways.paint(painter, theme, origin.x(), bottom, lit=self._is_hovered)
        if self._sideways.is_needed:
            painter.setClipRect(
                QRectF(origin.x(), origin.y(), self._width, self._tops[-1]), Qt.ClipOperation.IntersectClip
            )
        marks = marked(highlights, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for number, start, cell, corner in self._cells(clip):
            painter.setPen(theme.colour("ink"))
            shifted = [((span[0] - start, span[1] - start), look) for span, look in marks]
            cell.paint(painter, origin + corner, shifted)
            if number >= 0:
                line = origin.y() + self._tops[number + 1] - _LINE
                left = origin.x() + self._left_edge()
                painter.fillRect(QRectF(left, line, self._whole, _LINE), theme.colour("line"))
        painter.restore()

    def text(self) -> str:
        return "\n".join("\t".join(cell.text for cell in row.cells) for row in self._rows_read())

    def position_at(self, point: QPointF) -> int:
        self.height(self._width)
        nearest, found = float("inf"), 0
        for _, start, cell, corner in self._cells(QRectF(-1e6, point.y(), 2e6, 1)):
            away = max(corner.x() - point.x(), point.x() - corner.x() - cell.width, 0.0)
            if away < nearest:
                nearest, found = away, start + cell.place_at(point - corner)
        if nearest < float("inf"):
            return found
        return 0 if point.y() < 0 else len(self.text())

    def rect_of(self, position: int) -> QRectF:
        self.height(self._width)
        for _, start, cell, corner in self._cells(QRectF(-1e6, 0, 2e6, self._tops[-1])):
            if start <= position <= start + len(cell.text):
                at = corner + cell.caret(position - start)
                return QRectF(at.x(), at.y(), 1, INTERFACE.line)
        return QRectF()

    def copied(self, span: Span) -> str:
        texs = [tex for row in self._rows_read() for cell in row.cells for tex in cell.texs]
        return with_sources(self.text(), span, texs)

    def links(self) -> Sequence[Link]:
        self.height(self._width)
        return tuple(
            Link(link.address, link.host, (start + link.span[0], start + link.span[1]))
            for _, start, cell, _ in self._cells(QRectF(-1e6, 0, 2e6, self._tops[-1]))
            for link in cell.links
        )

    def link_at(self, point: QPointF) -> Link | None:
        place = self.position_at(point)
        near = self.rect_of(place).adjusted(-self._around.pixels(8), 0, self._around.pixels(8), 0)
        if not near.contains(point):
            return None
        return next((link for link in self.links() if link.span[0] <= place < link.span[1]), None)

    def hover(self, point: QPointF | None) -> bool:
        was, self._is_hovered = self._is_hovered, point is not None
        return was is not self._is_hovered and self._sideways.is_needed

    def scroll_by(self, pixels: float) -> bool:
        return self._sideways.move(pixels)

    def _formula_came(self) -> None:
        self.labels_changed()
        self._around.changed(self)

    def _rows_read(self) -> Sequence[TableRow]:
        if self._look != self._around.look:
            self._look = self._around.look
            self._rows.forget()
        if not self._rows.is_read:
            self._rows.read(self.block)
            self._width = -1.0
        return self._rows.rows

    def _cells(self, clip: QRectF) -> Iterator[tuple[int, int, TableCell, QPointF]]:
        """Yield what of the table is in `clip`: the row's number with its first cell, else -1; where the
        cell's text begins, the cell, and its top left corner."""
        rows = self._rows_read()
        gap, start = self._around.pixels(_GAP), 0
        for number, row in enumerate(rows):
            seen = self._tops[number] < clip.bottom() and self._tops[number + 1] > clip.top()
            left = 0.0
            for index, (cell, column) in enumerate(zip(row.cells, self._widths, strict=False)):
                if seen:
                    across = self._left_edge() + (
                        self._whole - left - column if self._rows.leftward else left
                    )
                    top = self._tops[number] + self._around.pixels(_ABOVE)
                    corner = QPointF(across, top)
                    yield number if index == 0 else -1, start, cell, corner
                start += len(cell.text) + 1
                left += column + gap

    def _left_edge(self) -> float:
        """Where the table begins: from right to left it stands at the right."""
        free = max(0.0, self._width - self._whole) if self._rows.leftward else 0.0
        return free - self._sideways.at


def _row_height(around: Surroundings, lines: float) -> float:
    return lines + around.pixels(_ABOVE) + around.pixels(_BELOW) + _LINE
