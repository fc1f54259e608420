"""The transcript as assistive tools know it: a list, whose items are the messages in sight and those near.

What is painted exists for nobody who cannot see it, so this says it again. An object stands for a place of
the list, not for a message: there is a fixed number of them, which live as long as the view. Tools hold on to
such objects, and one that went away under their hands would take the program with it.
"""

from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QScrollBar, QWidget

from app.ui.transcript.history_view import HistoryView
from app.ui.transcript.spoken import spoken_description, spoken_name

_PLACES = 128
_BESIDE = 20  # messages to either side of those that are seen


class AccessibleMessage(QAccessibleInterface):
    """One place of the list."""

    def __init__(self, whole: "AccessibleTranscript", place: int) -> None:
        super().__init__()
        self._whole = whole
        self._place = place

    @property
    def number(self) -> int | None:
        """The row that has this place now."""
        return next((number for number in self._whole.numbers() if number % _PLACES == self._place), None)

    def isValid(self) -> bool:
        return self._whole.isValid()

    def object(self) -> Any:  # noqa: ANN401  # Qt asks for None where there is no object
        return None

    def window(self) -> QWindow:
        return self._whole.window()

    def childAt(self, _x: int, _y: int) -> Any:  # noqa: ANN401
        return None

    def parent(self) -> QAccessibleInterface:
        return self._whole

    def child(self, _index: int) -> Any:  # noqa: ANN401
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, what: QAccessible.Text) -> str:
        return self._whole.words(self.number, what)

    def setText(self, _what: QAccessible.Text, _text: str) -> None:
        """Nothing is written here."""

    def rect(self) -> QRect:
        return self._whole.rect_of(self.number)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        return self._whole.state_of(self.number)


class AccessibleTranscript(QAccessibleInterface):
    """The list. What lies in the view as a widget of its own is found behind the messages."""

    def __init__(self, view: HistoryView) -> None:
        super().__init__()
        self._view = view
        self._messages = tuple(AccessibleMessage(self, place) for place in range(_PLACES))

    def numbers(self) -> list[int]:
        """Return the rows that have a place, in their order."""
        seen = [number for number, _ in self._view.anchor.visible()] if self.isValid() else []
        if not seen:
            return []
        around = range(max(0, seen[0] - _BESIDE), min(seen[-1] + _BESIDE + 1, len(self._view.rows)))
        return [number for number in around if self._view.history.item(number + 1)][-_PLACES:]

    def message(self, number: int) -> AccessibleMessage:
        return self._messages[number % _PLACES]

    def isValid(self) -> bool:
        return shiboken6.isValid(self._view)

    def object(self) -> QObject:
        return self._view

    def window(self) -> QWindow:
        return self._view.window().windowHandle()

    def childAt(self, x: int, y: int) -> Any:  # noqa: ANN401
        spot = self._view.viewport().mapFromGlobal(QPoint(x, y))
        number = self._view.number_at(spot.y()) if self.isValid() else None
        return None if number is None else self.message(number)

    def parent(self) -> Any:  # noqa: ANN401
        above = self._view.parentWidget() if self.isValid() else None
        return QAccessible.queryAccessibleInterface(above) if above else None

    def child(self, index: int) -> Any:  # noqa: ANN401
        numbers = self.numbers()
        if 0 <= index < len(numbers):
            return self.message(numbers[index])
        widgets = self._widgets()
        beyond = index - len(numbers)
        return QAccessible.queryAccessibleInterface(widgets[beyond]) if 0 <= beyond < len(widgets) else None

    def childCount(self) -> int:
        return len(self.numbers()) + len(self._widgets())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, AccessibleMessage):
            number, numbers = child.number, self.numbers()
            return numbers.index(number) if number in numbers else -1
        widgets: list[QObject] = [*self._widgets()]
        widget = child.object()
        return len(self.numbers()) + widgets.index(widget) if widget in widgets else -1

    def text(self, what: QAccessible.Text) -> str:
        return self._view.accessibleName() if self.isValid() and what == QAccessible.Text.Name else ""

    def setText(self, _what: QAccessible.Text, _text: str) -> None:
        """Nothing is written here."""

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        return QRect(self._view.mapToGlobal(QPoint(0, 0)), self._view.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.isValid() and self._view.hasFocus()
        state.invisible = not (self.isValid() and self._view.isVisible())
        return state

    def words(self, number: int | None, what: QAccessible.Text) -> str:
        """Return what is said of a row."""
        row = self._view.rows.row(number) if number is not None and self.isValid() else None
        if row is None:
            return ""
        if what == QAccessible.Text.Name:
            return spoken_name(row.item, self._view.history.text(row.item))
        if what == QAccessible.Text.Description:
            return spoken_description(row.item, row.around, row.progress)
        return ""

    def rect_of(self, number: int | None) -> QRect:
        if number is None or not self.isValid():
            return QRect()
        view = self._view
        top = view.anchor.place_of(number)
        area = QRect(view.column_left, top, view.column_width, view.rows.height(number))
        return area.translated(view.viewport().mapToGlobal(QPoint(0, 0)))

    def state_of(self, number: int | None) -> QAccessible.State:
        state = self.state()
        state.focused = bool(state.focused) and number is not None and number == self._view.sight.focused
        state.invisible = number is None or bool(state.invisible)
        state.readOnly = True
        return state

    def _widgets(self) -> list[QWidget]:
        """What lies on the view: the way to the end, and whatever others lay there."""
        if not self.isValid():
            return []
        children = (*self._view.children(), *self._view.viewport().children())
        return [
            child
            for child in children
            if isinstance(child, QWidget)
            and not isinstance(child, QScrollBar)
            and child is not self._view.viewport()
            and not child.objectName().startswith("qt_scrollarea")
        ]
