"""What can be pressed in the transcript: folded lines, links, buttons of code, the line of the context."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from app.ui.transcript.blocks.painted_block import Knob, Link, PaintedBlock
from app.ui.transcript.canvas import Canvas
from app.ui.transcript.circumstances import CUT
from app.ui.transcript.markdown_text import MarkdownBlock, MarkdownText
from app.ui.transcript.row import Row
from app.ui.transcript.row_places import line_area
from app.ui.widgets.display_text import single_line

_SLACK = (8, 4)  # pixels around a text in which it can be selected all the same


@dataclass(frozen=True, slots=True)
class Spot:
    """A block under the pointer, and where in it."""

    row: int
    block: int
    shown: PaintedBlock
    point: QPointF


class Pressing(QObject):
    """Does what a click on something asks for, and lights it up while the pointer is over it.

    Signals:
        link_wanted: a link was pressed: nothing is opened before the person has seen where it leads.
        why_wanted: the line of the context was pressed.
    """

    link_wanted = Signal(object)
    why_wanted = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._lit: tuple[int, PaintedBlock] | None = None

    def press(self, number: int, point: QPoint) -> None:
        """Press what lies at a point of a row."""
        row = self._canvas.rows.row(number)
        spot = self._spot(number, point)
        if row and row.is_folded and row.fold_area.contains(point):
            self.toggle(number)
        elif row and _is_on_cut(row, point):
            self.why_wanted.emit()
        elif spot and (knob := spot.shown.knob_at(spot.point)):
            self._turn(spot, knob)
        elif spot and (link := spot.shown.link_at(spot.point)):
            self.link_wanted.emit(link)

    def toggle(self, number: int) -> None:
        """Open a folded row or close it. What was pressed stays where it is."""
        self._canvas.anchor.sticks = False
        self._canvas.rows.toggle(number)
        self._canvas.arrange()

    def over(self, number: int, point: QPoint) -> Qt.CursorShape:
        """Light up what lies under the pointer, tell where a link leads, and return the cursor's shape."""
        row, spot = self._canvas.rows.row(number), self._spot(number, point)
        self._light(spot)
        link = spot.shown.link_at(spot.point) if spot else None
        self._tell(link)
        if row is None:
            return Qt.CursorShape.ArrowCursor
        on_line = (row.is_folded and row.fold_area.contains(point)) or _is_on_cut(row, point)
        if on_line or link or (spot and spot.shown.knob_at(spot.point)):
            return Qt.CursorShape.PointingHandCursor
        x, y = _SLACK
        is_text = row.has_body and row.body.adjusted(-x, -y, x, y).contains(point)
        return Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor

    def leave(self) -> None:
        """The pointer is over nothing any more."""
        self._light(None)
        self._tell(None)

    def _spot(self, number: int, point: QPoint) -> Spot | None:
        row = self._canvas.rows.row(number)
        if row is None or not row.has_body or not row.body.contains(point):
            return None
        inside = point - row.body.topLeft()
        place, below = row.column.find(inside.y())
        block = row.column.blocks[place]
        if not isinstance(block, MarkdownBlock) or not block.is_laid_out or below >= block.height:
            return None
        return Spot(number, place, block.shown, QPointF(inside.x(), below))

    def _turn(self, spot: Spot, knob: Knob) -> None:
        row = self._canvas.rows.row(spot.row)
        if knob is Knob.COPY and row and isinstance(row.text, MarkdownText):
            QGuiApplication.clipboard().setText(row.text.code_of(spot.block))
        spot.shown.press(knob)
        self._canvas.rows.changed(spot.row, spot.shown)
        self._canvas.arrange()

    def _light(self, spot: Spot | None) -> None:
        now = (spot.row, spot.shown) if spot else None
        if self._lit and self._lit != now and self._lit[1].hover(None):
            self._canvas.repaint_row(self._lit[0])
        self._lit = now
        if spot and spot.shown.hover(spot.point):
            self._canvas.repaint_row(spot.row)

    def _tell(self, link: Link | None) -> None:
        """The host stands first: the rest of an address says whatever its author likes."""
        words = f"{link.host} · {single_line(link.address)[:200]}" if link else ""
        view = self._canvas.viewport()
        if view.toolTip() != words:
            view.setToolTip(words)
            if not words:
                QToolTip.hideText()


def _is_on_cut(row: Row, point: QPoint) -> bool:
    return any(
        kind == CUT and line_area(row, number).contains(point)
        for number, (kind, _) in enumerate(row.around.lines)
    )
