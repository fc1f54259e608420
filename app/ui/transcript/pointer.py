"""The mouse over the transcript: it points at messages, presses what can be pressed, and selects text.

A selection is drawn on by characters, after a double click by words, after a third click by paragraphs. Near
the edge of the view it scrolls on by itself.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import cast

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

from app.ui.transcript.canvas import Canvas
from app.ui.transcript.selection import Place, Selection

_SCROLL_MS = 16
_FASTEST = 60  # pixels for each of these moments, far beyond the edge
_SLOWNESS = 4


class Unit(IntEnum):
    """By what a selection is drawn on."""

    CHARACTER = 1
    WORD = 2
    PARAGRAPH = 3


class Pointer(QObject):
    """Watches the canvas's viewport.

    Signals:
        pointed: the number of the row that the pointer is over, or None.
        left: the pointer is over no row any more.
        pressed: the number of a row, and where in it there was a click that selected nothing.
        selected: something has been selected by the mouse.
    """

    pointed = Signal(object)
    left = Signal()
    pressed = Signal(int, QPoint)
    selected = Signal()

    def __init__(self, canvas: Canvas, cursor_at: Callable[[int, QPoint], Qt.CursorShape]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._cursor_at = cursor_at
        self._over: int | None = None
        self._origin: Selection | None = None
        self._unit = Unit.CHARACTER
        self._spot = QPointF()
        self._is_resting = False
        self._last_click = QElapsedTimer()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)
        canvas.viewport().installEventFilter(self)
        canvas.moved.connect(self._look_again)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(cast(QMouseEvent, event))
            case QEvent.Type.MouseButtonDblClick:
                return self._press_again(cast(QMouseEvent, event))
            case QEvent.Type.MouseMove:
                return self._move(cast(QMouseEvent, event))
            case QEvent.Type.MouseButtonRelease:
                return self._release(cast(QMouseEvent, event))
            case QEvent.Type.Leave:
                self._point(None)
        return False

    def rest(self) -> None:
        """Point at nothing new until the mouse is moved: the keyboard is at work."""
        self._is_resting = True

    def select(self, selection: Selection | None) -> None:
        self._canvas.sight = replace(self._canvas.sight, selection=selection)
        self._canvas.viewport().update()

    def place_at(self, spot: QPointF) -> Place | None:
        """Return the place in the conversation that is nearest to a point of the view."""
        seen = self._canvas.anchor.visible()
        if not seen:
            return None
        number, top = next(((n, t) for n, t in reversed(seen) if t <= spot.y()), seen[0])
        row = self._canvas.rows.row(number)
        if row is None:
            return Place(number, 0, 0)
        return row.place_at(number, QPointF(spot.x() - self._canvas.column_left, spot.y() - top))

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        is_third = self._last_click.isValid() and self._last_click.elapsed() < interval
        self._last_click.invalidate()
        if (
            is_third
            and (event.position() - self._spot).manhattanLength()
            < QGuiApplication.styleHints().startDragDistance()
        ):
            self._begin(event, Unit.PARAGRAPH)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._canvas.sight.selection:
            self._origin, self._unit = Selection.at(self._canvas.sight.selection.anchor), Unit.CHARACTER
            self._draw_on(event.position())
        else:
            self._begin(event, Unit.CHARACTER)
        return True

    def _press_again(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.LeftButton:
            self._last_click.start()
            self._begin(event, Unit.WORD)
        return True

    def _begin(self, event: QMouseEvent, unit: Unit) -> None:
        self._spot, self._unit = event.position(), unit
        place = self.place_at(event.position())
        self._origin = self._whole(place) if place else None
        self.select(self._origin)

    def _move(self, event: QMouseEvent) -> bool:
        if event.buttons() & Qt.MouseButton.LeftButton and self._origin:
            self._draw_on(event.position())
            self._scrolling.start() if self._speed() else self._scrolling.stop()
            return True
        self._spot = event.position()
        self._is_resting = False
        self._look_again()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton or self._origin is None:
            return False
        self._scrolling.stop()
        self._origin = None
        selection = self._canvas.sight.selection
        if selection and not selection.is_empty:
            self.selected.emit()
        elif (number := self._canvas.number_at(int(event.position().y()))) is not None:
            self.pressed.emit(number, self._canvas.inside(number, event.position().toPoint()))
        return True

    def _draw_on(self, spot: QPointF) -> None:
        self._spot = spot
        view = self._canvas.viewport()
        inside = QPointF(spot.x(), min(max(spot.y(), 0), view.height() - 1))
        place = self.place_at(inside)
        if place and self._origin:
            self.select(self._origin.joined(self._whole(place)))

    def _scroll_on(self) -> None:
        if speed := self._speed():
            self._canvas.move_by(-speed)
            self._draw_on(self._spot)

    def _speed(self) -> int:
        """How far to scroll on, for a pointer beyond an edge."""
        y, height = int(self._spot.y()), self._canvas.viewport().height()
        beyond = min(y, 0) + max(y - height + 1, 0)
        return max(-_FASTEST, min(_FASTEST, beyond // _SLOWNESS + (beyond > 0)))

    def _whole(self, place: Place) -> Selection:
        """Return the word or paragraph around a place, or the place itself."""
        row = self._canvas.rows.row(place.row)
        if self._unit is Unit.CHARACTER or row is None or place.block >= len(row.column.blocks):
            return Selection.at(place)
        block = row.column.blocks[place.block]
        find = block.word_at if self._unit is Unit.WORD else block.paragraph_at
        first, last = find(place.position)
        return Selection(place._replace(position=first), place._replace(position=last))

    def _look_again(self) -> None:
        """What lies under the pointer may be something else, though it has not moved itself."""
        view = self._canvas.viewport()
        if not view.underMouse() or self._origin or self._is_resting:
            return
        number = self._canvas.number_at(int(self._spot.y()))
        shape = Qt.CursorShape.ArrowCursor
        if number is not None:
            shape = self._cursor_at(number, self._canvas.inside(number, self._spot.toPoint()))
        if view.cursor().shape() is not shape:
            view.setCursor(shape)
        self._point(number)

    def _point(self, number: int | None) -> None:
        if number != self._over:
            self._over = number
            self.pointed.emit(number)
            if number is None:
                self.left.emit()
