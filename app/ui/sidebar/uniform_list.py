"""A list whose rows are all of one height, so that nothing about it has to be laid out, however long it is.

Qt's own list lays out all of its rows again whenever one comes or goes: in one go, which takes a tenth of a
second for a hundred thousand, or bit by bit, and its scroll bar leaps. Here a row's place is a product.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from app.ui.sidebar.overlaid_bar import OverlaidBar
from app.ui.theme.scale import scaled
from app.ui.theme.tokens import ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class UniformList(QListView):
    """It stays a QListView for all who look at it from outside, such as assistive tools."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = OverlaidBar(self)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = index.row() * self.row_height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self.row_height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self.row_height
        return self._index(row) if 0 <= row < self._rows else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()  # the bar may be about to reach farther
        bar, page = self.verticalScrollBar(), self.viewport().height()
        top = index.row() * self.row_height
        match hint:
            case _Hint.PositionAtTop:
                bar.setValue(top)
            case _Hint.PositionAtCenter:
                bar.setValue(top - (page - self.row_height) // 2)
            case _:
                bar.setValue(max(min(bar.value(), top), top + self.row_height - page))

    def doItemsLayout(self) -> None:
        """There is nothing to lay out: only the scroll bar may reach farther than before."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        page = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._rows * self.row_height - page))
        bar.setPageStep(page)
        bar.setSingleStep(self.row_height)
        QAbstractItemView.updateGeometries(self)
        self.bar.place()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(self, first, last, roles)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def moveCursor(
        self, move: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where a key leads. Headings are stepped over."""
        row, page = self.currentIndex().row(), max(1, self.viewport().height() // self.row_height - 1)
        match move:
            case _Move.MoveUp | _Move.MovePrevious | _Move.MoveLeft:
                return self._nearest(row - 1, -1)
            case _Move.MoveDown | _Move.MoveNext | _Move.MoveRight:
                return self._nearest(row + 1, 1)
            case _Move.MovePageUp:
                above = self._nearest(max(0, row - page), -1)
                return above if above != self.currentIndex() else self._nearest(0, 1)
            case _Move.MovePageDown:
                below = self._nearest(min(self._rows - 1, row + page), 1)
                return below if below != self.currentIndex() else self._nearest(self._rows - 1, -1)
            case _Move.MoveHome:
                return self._nearest(0, 1)
        return self._nearest(self._rows - 1, -1)

    def setSelection(self, area: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows that lie in an area of the viewport."""
        offset = self.verticalOffset()
        first = max(0, (area.top() + offset) // self.row_height)
        last = min(self._rows - 1, (area.bottom() + offset) // self.row_height)
        chosen = QItemSelection(self._index(first), self._index(last)) if first <= last else QItemSelection()
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect()) if not selection.isEmpty() else QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        pointer = _pointer_over(self.viewport())
        for row in range(*self._span(event.rect())):
            self.itemDelegate().paint(painter, self._option(row, pointer), self._index(row))
        painter.end()

    def visible_rows(self) -> range:
        """Return the rows that can be seen, in part or as a whole."""
        return range(*self._span(self.viewport().rect()))

    @property
    def row_height(self) -> int:
        return scaled(ROW_HEIGHT)

    @property
    def _rows(self) -> int:
        return self.model().rowCount() if self.model() else 0

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0)

    def _span(self, area: QRect) -> tuple[int, int]:
        offset = self.verticalOffset()
        first = max(0, (area.top() + offset) // self.row_height)
        return first, min(self._rows, (area.bottom() + offset) // self.row_height + 1)

    def _option(self, row: int, pointer: QPoint | None) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        index = self._index(row)
        option.rect = self.visualRect(index)
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            state |= QStyle.StateFlag.State_HasFocus
        if pointer is not None and option.rect.contains(pointer):
            state |= QStyle.StateFlag.State_MouseOver
        option.state = state
        return option

    def _nearest(self, row: int, step: int) -> QModelIndex:
        """Return the first row from here on that can be chosen, or the current one if none follows."""
        while 0 <= row < self._rows:
            if self._index(row).flags() & Qt.ItemFlag.ItemIsSelectable:
                return self._index(row)
            row += step
        return self.currentIndex()


def _pointer_over(widget: QWidget) -> QPoint | None:
    """Return where the pointer is, if it is here. To ask for it is a way to the screen and back."""
    return widget.mapFromGlobal(QCursor.pos()) if widget.underMouse() else None
