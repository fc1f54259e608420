"""Rows of conversations, each with a menu of what can be done to it."""

from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from app.ui.sidebar.conversation_delegate import ConversationDelegate
from app.ui.theme.theme import Theme
from app.ui.widgets.menu import Menu

_BATCH = 200  # rows laid out at once: keeps a hundred thousand conversations as quick as ten


class RowList(QListView):
    """Shows the focus ring only once a key was used. A right click opens the menu and chooses nothing."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = ConversationDelegate(theme, self)
        self.target = QPersistentModelIndex()  # the row whose menu was opened last
        self.menu = Menu(theme, name, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
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

    def _open_menu_by_key(self) -> None:
        row = self.visualRect(self.currentIndex())
        below = self.viewport().mapToGlobal(row.bottomLeft() + QPoint(0, 1))
        self._open_menu(QPersistentModelIndex(self.currentIndex()), below)

    def _open_menu(self, index: QPersistentModelIndex, place: QPoint) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled and not self.menu.isVisible():
            self.target = index
            self._point_at(index)
            self.menu.popup(place)

    def _point_at(self, index: QPersistentModelIndex) -> None:
        self.delegate.pointed = index
        self.viewport().update()

    def _show_ring(self, *, wanted: bool) -> None:
        self.delegate.ring = wanted
        self.viewport().update()


def _asks_for_menu(event: QKeyEvent) -> bool:
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted)
