"""The lines and knots at the left of the branch map: which run through a row, and how they are painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.domain.branch_map import BranchMap
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme

STEP, MARGIN = 16, 16
_DEEPEST = 9  # lanes further in share the last place: the words need their room
_THIN, _THICK = 1.5, 2.0
_KNOT, _TALLEST = 8, 26
_A_FEW, _MANY = 3, 1_000  # items, of a round knot and of the tallest


@dataclass(frozen=True, slots=True)
class Reach:
    """How far down a lane is drawn, by places among the seen rows; `lit` is so for the shown path alone."""

    last: int
    lit: int
    lit_from: int


class Lanes:
    """Worked out once for the rows that are seen."""

    def __init__(self, drawn: BranchMap, seen: list[int]) -> None:
        self._drawn = drawn
        self._seen = seen
        self._reach: dict[int, Reach] = {}
        for place, number in enumerate(seen):
            row = drawn.rows[number]
            self._note(row.lane, place, is_lit=row.is_shown)
            origin = drawn.lanes[row.lane].origin
            if origin is not None and row.parent == origin:
                self._note(drawn.rows[origin].lane, place, is_lit=row.is_shown)

    def left(self, place: int) -> int:
        """Return how far from the edge the words of a row begin."""
        return round(self._x(self._drawn.rows[self._seen[place]].lane)) + scaled(MARGIN)

    def paint(self, painter: QPainter, theme: Theme, area: QRectF, place: int) -> None:
        """Paint what runs through a row. `area` is the row's, mirrored already where all is."""
        row = self._drawn.rows[self._seen[place]]
        line, lit = _between(theme.colour("quiet"), theme.colour("side")), theme.colour("accent")
        middle = area.center().y()
        lane: int | None = row.lane
        while (lane := self._outer(lane)) is not None:
            if place < self._reach[lane].last:
                self._upright(painter, area.left() + self._x(lane), area.top(), area.bottom(), line)
            if self._reach[lane].lit_from < place < self._reach[lane].lit:
                self._upright(painter, area.left() + self._x(lane), area.top(), area.bottom(), lit)
        x, colour = area.left() + self._x(row.lane), lit if row.is_shown else line
        outer = self._outer(row.lane)
        if outer is not None and row.parent == self._drawn.lanes[row.lane].origin:
            self._elbow(
                painter, QPointF(area.left() + self._x(outer), area.top()), QPointF(x, middle), colour
            )
        elif row.parent is not None:
            self._upright(painter, x, area.top(), middle, colour)
        reach = self._reach[row.lane]
        if place < reach.last:
            self._upright(painter, x, middle, area.bottom(), line)
        if row.is_shown and place < reach.lit:
            self._upright(painter, x, middle, area.bottom(), lit)
        self._knot(painter, theme, QPointF(x, middle), place)

    def _knot(self, painter: QPainter, theme: Theme, at: QPointF, place: int) -> None:
        """A bead for a few items, a longer one for many; filled on the shown path, ringed where that ends."""
        row = self._drawn.rows[self._seen[place]]
        share = min(1.0, row.items.bit_length() / _MANY.bit_length())
        width, tallest = scaled(_KNOT), scaled(_TALLEST)
        height = width if row.items < _A_FEW else width + (tallest - width) * share
        bead = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
        painter.setPen(QPen(theme.colour("accent" if row.is_shown else "quiet"), _THIN))
        painter.setBrush(theme.colour("accent" if row.is_shown else "side"))
        painter.drawRoundedRect(bead, width / 2, width / 2)
        if row.branch and row.branch.is_shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = bead.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(ring, ring.width() / 2, ring.width() / 2)

    def _upright(self, painter: QPainter, x: float, top: float, bottom: float, colour: QColor) -> None:
        painter.setPen(_stroke(colour))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _elbow(self, painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
        path = QPainterPath(start)
        path.cubicTo(QPointF(start.x(), end.y()), QPointF(start.x(), end.y()), end)
        painter.setPen(_stroke(colour))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _note(self, lane: int, place: int, *, is_lit: bool) -> None:
        known = self._reach.get(lane, Reach(place, -1, place))
        lit_from = place if is_lit and known.lit < 0 else known.lit_from
        self._reach[lane] = Reach(place, place if is_lit else known.lit, lit_from)

    def _outer(self, lane: int | None) -> int | None:
        origin = None if lane is None else self._drawn.lanes[lane].origin
        return None if origin is None else self._drawn.rows[origin].lane

    def _x(self, lane: int) -> float:
        return scaled(MARGIN) + scaled(STEP) * min(self._drawn.lanes[lane].level, _DEEPEST) + 0.5


def _stroke(colour: QColor) -> QPen:
    """A line that ends where its row does, so that two rows' meet and do not overlap."""
    return QPen(colour, _THICK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def _between(one: QColor, other: QColor) -> QColor:
    return QColor(
        (one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2
    )
