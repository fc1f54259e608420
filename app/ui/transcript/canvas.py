"""A view on rows that are painted, not widgets: it scrolls them, keeps still what is read, and paints them.

What is on the screen costs the same however long the conversation is.
"""

from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_MARGIN, COLUMN_WIDTH
from app.ui.transcript.anchor import Anchor
from app.ui.transcript.markdown_text import scroll_sideways
from app.ui.transcript.row import Row
from app.ui.transcript.row_painter import RowPainter, Sight
from app.ui.transcript.rows import TranscriptRows

TOP = 16
_NOTCH = 120  # what a wheel tells for one of its steps
_WHEEL_STEP = 100  # pixels that a step of the wheel moves
LINE = 40


class Canvas(QAbstractScrollArea):
    """Its owner fills the rows and calls `arrange` after every change.

    Signals:
        moved: what is seen may lie elsewhere than before.
        dragged: the scroll bar asks for a place, as a row and where it begins in the view.
        painted: something of it was painted, in so many seconds.
    """

    moved = Signal()
    dragged = Signal(int, int)
    painted = Signal(float)

    def __init__(self, theme: Theme, rows: TranscriptRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows = rows
        self.anchor = Anchor(rows, TOP)
        self.sight = Sight()
        self.is_heading_up = True
        self._painter = RowPainter(theme)
        self._adjusting = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        theme.changed.connect(self.viewport().update)

    @property
    def column_width(self) -> int:
        """The scroll bar counts as part of the margin, so it moves nothing when it comes."""
        return max(1, min(scaled(COLUMN_WIDTH), self.width() - 2 * COLUMN_MARGIN))

    @property
    def column_left(self) -> int:
        """Where it begins in the viewport, which a bar at the left moves along."""
        return (self.width() - self.column_width) // 2 - self.viewport().x()

    def arrange(self, fold: int = 0, changed_from: int | None = None) -> None:
        """Settle what is seen, keep still what is below `fold`, and paint it soon.

        What lies above `changed_from`, a height in the view, looks as before: its picture moves along.
        """
        top, offset = self.anchor.top, self.anchor.offset
        self.rows.use_width(self.column_width, is_mirrored=self.isRightToLeft())
        self.anchor.view_height = self.viewport().height()
        self.anchor.place(fold)
        self._show_place(changed_from, self.anchor.place_of(top) - offset)

    def go_to(self, row: int, offset: int) -> None:
        """Let a row begin at this height of the view."""
        self.anchor.go_to(row, offset)
        self._show_place()

    def move_by(self, distance: int) -> None:
        """Move what is seen down by so many pixels, or up."""
        self.is_heading_up = distance > 0
        self.anchor.scroll(distance)
        self._show_place()

    def number_at(self, y: int) -> int | None:
        """Return the row at a height of the view."""
        for number, top in self.anchor.visible():
            if top <= y < top + self.rows.height(number):
                return number
        return None

    def top_of(self, number: int) -> int | None:
        """Return where a row begins in the view, if any of it is seen."""
        return next((top for each, top in self.anchor.visible() if each == number), None)

    def rect_of_row(self, number: int) -> QRect | None:
        """Return where a row lies in the view, if any of it is seen."""
        top = self.top_of(number)
        if top is None:
            return None
        return QRect(self.column_left, top, self.column_width, self.rows.height(number))

    def inside(self, number: int, point: QPoint) -> QPoint:
        """Return a point of the view as the row counts it."""
        return point - QPoint(self.column_left, self.anchor.place_of(number))

    def repaint_row(self, number: int, area: QRect | None = None) -> None:
        """Paint a row anew, or a part of it."""
        rect = self.rect_of_row(number)
        if rect is None:
            return
        wanted = area.translated(rect.topLeft()) if area else rect
        self.viewport().update(QRect(0, wanted.top() - 4, self.viewport().width(), wanted.height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        began = monotonic()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = event.rect()
        painter.fillRect(clip, self.theme.colour("ground"))
        for number, top in self.anchor.visible():
            row = self.rows.row(number)
            if row and top < clip.bottom() + 1 and top + row.height > clip.top():
                self._paint_row(painter, row, number, top, QRectF(clip))
        painter.end()
        self.painted.emit(monotonic() - began)

    def _paint_row(self, painter: QPainter, row: Row, number: int, top: int, clip: QRectF) -> None:
        """The ring of the message with the focus shows only while the keyboard is here."""
        sight = self.sight if self.hasFocus() else replace(self.sight, focused=None)
        painter.save()
        painter.translate(self.column_left, top)
        self._painter.paint(painter, row, number, clip.translated(-self.column_left, -top), sight)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width keeps the block where it is that is read at the top."""
        super().resizeEvent(event)
        self.relayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.relayout()

    def relayout(self, *, anew: bool = False) -> None:
        """Lay out for a new width or, `anew`, in other fonts, and keep the place."""
        number, block, top = _read_at_top(self)
        if anew:
            self.rows.drop()
        if self.anchor.sticks:
            self.arrange()
            return
        self.rows.use_width(self.column_width, is_mirrored=self.isRightToLeft())
        self.anchor.view_height = self.viewport().height()
        row = self.rows.row(number)
        inside = row.body.top() + row.column.top_of(block) if row and row.has_body else 0
        self.anchor.go_to(number, top - inside)
        self.arrange(top)

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = event.pixelDelta().x() or event.angleDelta().x() * _WHEEL_STEP // _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or event.angleDelta().y() * _WHEEL_STEP // _NOTCH
        if sideways and _move_sideways(self, event.position().toPoint(), -sideways):
            event.accept()
            return
        pixels = event.pixelDelta().y() or event.angleDelta().y() * _WHEEL_STEP // _NOTCH
        if pixels:
            self.move_by(pixels)
        event.accept()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The bar only tells where it is: what is painted follows from the anchor."""

    def _show_place(self, changed_from: int | None = None, moved: int = 0) -> None:
        """Let the bar and the picture show where the view is."""
        bar = self.verticalScrollBar()
        self._adjusting = True
        bar.setRange(0, self.anchor.length)
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(LINE)
        bar.setValue(self.anchor.value)
        self._adjusting = False
        _paint_from(self.viewport(), changed_from, moved)
        self.moved.emit()

    def _bar_moved(self, value: int) -> None:
        if self._adjusting:
            return
        if value >= self.anchor.length:
            self.anchor.sticks = True
            self.arrange()
        else:
            self.dragged.emit(*self.anchor.at(value))


def _paint_from(view: QWidget, changed_from: int | None, moved: int) -> None:
    """Paint what has changed; move the picture of what is above it up, unless something lies over it."""
    if changed_from is None or moved > 0 or (moved and _is_covered(view)):
        view.update()
        return
    if moved:
        view.scroll(0, moved)
    begin = max(0, changed_from + moved - 1)
    view.update(0, begin, view.width(), view.height() - begin)


def _is_covered(view: QWidget) -> bool:
    return any(child.isVisible() for child in view.children() if isinstance(child, QWidget))


def _read_at_top(canvas: Canvas) -> tuple[int, int, int]:
    """Return the first row and block that begins within the view, or else reaches into it, and where."""
    number, offset = canvas.anchor.top, canvas.anchor.offset
    row = canvas.rows.row(number)
    if row is None or not row.has_body:
        return number, 0, offset
    block, _ = row.column.find(-offset - row.body.top())
    return number, block, offset + row.body.top() + row.column.top_of(block)


def _move_sideways(canvas: Canvas, spot: QPoint, pixels: int) -> bool:
    """Code and tables may be wider than the column. Say whether one under the pointer moved."""
    number = canvas.number_at(spot.y())
    row = canvas.rows.row(number) if number is not None else None
    if number is None or row is None or not row.has_body:
        return False
    inside = canvas.inside(number, spot) - row.body.topLeft()
    if not scroll_sideways(row.column, inside.y(), pixels):
        return False
    canvas.viewport().update()
    return True
