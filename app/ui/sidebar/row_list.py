"""Rows of conversations, each with a menu of what can be done to it."""

from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from app.ui.sidebar.conversation_delegate import ConversationDelegate
from app.ui.sidebar.uniform_list import UniformList
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE
from app.ui.widgets.menu import Menu

_MARGIN = 12


class RowList(UniformList):
    """Shows the focus ring only once a key was used. A right click opens the menu and chooses nothing.

    Where there are no rows, words say so.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty_words = ""
        self.delegate = ConversationDelegate(theme, self)
        self.target = QPersistentModelIndex()  # the row whose menu was opened last
        self.menu = Menu(theme, name, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
        theme.resized.connect(self._lay_out_anew)
        self.menu.aboutToHide.connect(lambda: self._point_at(QPersistentModelIndex()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._show_ring(wanted=not by_mouse)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(wanted=True)
        if _asks_for_menu(event):
            self._open_menu_by_key()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(wanted=False)
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu_by_key()
        else:
            self._open_menu(QPersistentModelIndex(self.indexAt(event.pos())), event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty_words and not self.visible_rows():
            painter = QPainter(self.viewport())
            painter.setFont(font(INTERFACE))
            painter.setPen(self._theme.colour("quiet"))
            painter.drawText(self._empty_area(), _EMPTY_ALIGNMENT, self._empty_words)
            painter.end()

    def say_if_empty(self, words: str) -> None:
        """Let these words stand where there are no rows."""
        self._empty_words = words
        self.setAccessibleDescription("" if self.visible_rows() else words)
        self.viewport().update()

    def fill_menu(self, _index: QPersistentModelIndex) -> None:
        """Let the menu offer what can be done to this row. What is offered once and for all needs none."""

    def _lay_out_anew(self) -> None:
        self.doItemsLayout()

    def _empty_area(self) -> QRect:
        return self.viewport().rect().adjusted(scaled(_MARGIN), self.row_height // 2, -scaled(_MARGIN), 0)

    def _open_menu_by_key(self) -> None:
        row = self.visualRect(self.currentIndex())
        below = self.viewport().mapToGlobal(row.bottomLeft() + QPoint(0, 1))
        self._open_menu(QPersistentModelIndex(self.currentIndex()), below)

    def _open_menu(self, index: QPersistentModelIndex, place: QPoint) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled and not self.menu.isVisible():
            self.target = index
            self.fill_menu(index)
            self._point_at(index)
            self.menu.popup(place)

    def _point_at(self, index: QPersistentModelIndex) -> None:
        self.delegate.pointed = index
        self.viewport().update()

    def _show_ring(self, *, wanted: bool) -> None:
        self.delegate.ring = wanted
        self.viewport().update()


_EMPTY_ALIGNMENT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


def _asks_for_menu(event: QKeyEvent) -> bool:
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted)
