"""Things beside each other that go on in a further line where the width is too small for all of them.

It is a widget and no layout: Qt's layouts cannot be taken further in Python without two owners for each item.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.ui.theme.scale import scaled

GAP = 8
_UNBOUNDED = (1 << 24) - 1


@dataclass(slots=True)
class _Line:
    """What stands in one line. `spring` says before which of them the room lies that nobody needs, if any."""

    widgets: list[QWidget] = field(default_factory=list)
    asked: list[QSize] = field(default_factory=list)
    spring: int | None = None


class FlowRow(QWidget):
    """Puts its widgets in the order in which they are given, which is the order of the keys as well.

    From the `spring` on they stand where reading ends, in each line; without one all stand where it begins.
    The `greedy` one takes all the room that its line has left. `most` bounds what the row asks for, where
    a dialog would otherwise grow wider than the window that it belongs to.
    """

    def __init__(self, widgets: Iterable[QWidget] = (), *, gap: int = GAP, most: int = _UNBOUNDED) -> None:
        super().__init__()
        self._gap = gap
        self._most = most
        self._widgets: list[QWidget] = []
        self._spring: QWidget | None = None
        self._greedy: QWidget | None = None
        self._least = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # one line, or more
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.put(widgets)

    def put(self, widgets: Iterable[QWidget], *, at_end: bool = False, before: QWidget | None = None) -> None:
        """Add some behind the others, or `before` one; `at_end` sets these and all later ones apart."""
        for widget in widgets:
            place = self._widgets.index(before) if before else len(self._widgets)
            self._adopt(widget, place)
            if (at_end and self._spring is None) or (before and before is self._spring):
                self._spring = widget
        self.updateGeometry()

    def put_greedy(self, widget: QWidget, least: int = 0) -> None:
        """Add the one that takes what is left of its line: `least` of the look, or what it asks for."""
        self._greedy, self._least = widget, least
        self._adopt(widget, len(self._widgets))
        self.updateGeometry()

    def take(self, widget: QWidget) -> None:
        """Let one go for good."""
        place = self._widgets.index(widget)
        self._widgets.remove(widget)
        if widget is self._spring:
            self._spring = next(iter(self._widgets[place:]), None)
        widget.hide()
        widget.deleteLater()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line, if it may be that wide."""
        asked = [each.width() for _, each in self._shown()]
        width = min(sum(asked) + self._gap * max(0, len(asked) - 1), self._most)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((each.minimumSizeHint().width() for each, _ in self._shown()), default=0)
        return QSize(widest, 0)

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width, moves=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width(), moves=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._look_again()
        return super().event(event)

    def _adopt(self, widget: QWidget, place: int) -> None:
        was_told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        is_put_away = was_told and widget.isHidden()
        widget.setParent(self)
        self._widgets.insert(place, widget)
        if self.isVisible() and not is_put_away:
            widget.show()

    def _look_again(self) -> None:
        """One of the widgets has come, gone or become wider."""
        self.updateGeometry()
        self._lay_out(self.width(), moves=True)

    def _shown(self) -> list[tuple[QWidget, QSize]]:
        """Return what is shown, with what each asks for."""
        return [(each, self._hint(each)) for each in self._widgets if not each.isHidden()]

    def _lines(self, width: int) -> list[_Line]:
        lines, free = [_Line()], width
        is_behind_spring = False
        for widget, asked in self._shown():
            needed = min(asked.width(), width)
            if lines[-1].widgets and needed > free:
                lines.append(_Line(spring=0 if is_behind_spring else None))
                free = width
            if not is_behind_spring and self._is_behind_spring(widget):
                is_behind_spring = True
                lines[-1].spring = len(lines[-1].widgets)
            lines[-1].widgets.append(widget)
            lines[-1].asked.append(QSize(needed, asked.height()))
            free -= needed + self._gap
        return lines

    def _hint(self, widget: QWidget) -> QSize:
        """Return what a widget asks for, within what it was bounded to."""
        asked = widget.sizeHint().expandedTo(widget.minimumSizeHint())
        asked = asked.expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
        is_told = widget is self._greedy and self._least
        return QSize(scaled(self._least), asked.height()) if is_told else asked

    def _is_behind_spring(self, widget: QWidget) -> bool:
        spring = self._spring
        return spring is not None and self._widgets.index(widget) >= self._widgets.index(spring)

    def _lay_out(self, width: int, *, moves: bool) -> int:
        """Return how high all lines are at this width; put the widgets there if it `moves` them."""
        top = 0
        for line in self._lines(width):
            if top:
                top += self._gap
            top += self._lay_out_line(line, width, top, moves=moves)
        return top

    def _lay_out_line(self, line: _Line, width: int, top: int, *, moves: bool) -> int:
        widths = [each.width() for each in line.asked]
        spare = max(0, width - sum(widths) - self._gap * max(0, len(widths) - 1))
        if self._greedy in line.widgets:
            widths[line.widgets.index(self._greedy)] += spare
            spare = 0
        heights = [
            each.heightForWidth(wide) if each.hasHeightForWidth() else asked.height()
            for each, wide, asked in zip(line.widgets, widths, line.asked, strict=True)
        ]
        high, left = max(heights, default=0), 0
        if not moves:
            return high
        for place, (widget, wide, tall) in enumerate(zip(line.widgets, widths, heights, strict=True)):
            left += spare if place == line.spring else 0
            area = QRect(left, top + (high - tall) // 2, wide, tall)
            widget.setGeometry(
                QStyle.visualRect(self.layoutDirection(), QRect(0, 0, width, top + high), area)
            )
            left += wide + self._gap
        return high
