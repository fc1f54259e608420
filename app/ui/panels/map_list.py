"""The branch map as a list to walk by key: up and down its rows, sideways through its folds."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QWidget

from app.domain.branch import Branch
from app.ui.panels.map_delegate import MapDelegate, map_row_height
from app.ui.panels.map_model import MapModel
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_TOOL, Button
from app.ui.widgets.menu import Menu

_WIDEST = 16_777_215  # as wide as its words
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MapList(QListView):
    """A click or Enter goes there. A button in the chosen row, or the menu key, opens what else can be done.

    Signals:
        chosen: the stretch that is to be gone to.
        main_wanted, detach_wanted, delete_wanted: the branch with which that is to be done.
    """

    chosen = Signal(object)
    main_wanted = Signal(object)
    detach_wanted = Signal(object)
    delete_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, theme: Theme, model: MapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.delegate = MapDelegate(theme, model, self)
        self.setItemDelegate(self.delegate)
        self.menu = Menu(theme, tr("Branch"), self)
        self.menu.setMaximumWidth(_WIDEST)
        self.more_button = Button(
            theme, tr("More"), SMALL_TOOL, icon="ellipsis", icon_only=True, parent=self.viewport()
        )
        self.more_button.hide()
        self.more_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the menu key does as much
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Branches of this conversation"))
        self.more_button.clicked.connect(lambda: self._open_menu(self.currentIndex()))
        self.selectionModel().currentChanged.connect(self._place_button)
        theme.resized.connect(self.scheduleDelayedItemsLayout)

    @property
    def branch(self) -> Branch | None:
        """The branch that ends with the chosen row."""
        stretch = self._rows.stretch(self.currentIndex())
        return stretch.branch if stretch else None

    def rename_current(self) -> None:
        if self.branch:
            self.edit(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """F2 is for the branch while the map has the focus, not for the conversation."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
        if event.type() is QEvent.Type.ShortcutOverride and event.isAccepted():
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._show_ring(wanted=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(wanted=True)
        index, mirrored = self.currentIndex(), self.isRightToLeft()
        inward = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        outward = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
        stretch = self._rows.stretch(index)
        if stretch is None:
            super().keyPressEvent(event)
        elif event.key() in _ENTER_KEYS:
            self.chosen.emit(stretch)
        elif event.key() == inward:
            self._go_in(index)
        elif event.key() == outward:
            self._go_out(index)
        elif event.key() == Qt.Key.Key_F2:
            self.rename_current()
        elif event.key() == Qt.Key.Key_Delete and stretch.branch:
            self.delete_wanted.emit(stretch.branch)
        elif event.key() == Qt.Key.Key_Menu:
            self._open_menu(index)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(wanted=False)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_sign(
            index, event.position().toPoint()
        ):
            self._fold(index, folded=not self._rows.is_folded(index))
        elif event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        stretch = self._rows.stretch(index)
        is_here = index == self.currentIndex() and not self._is_on_sign(index, event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and stretch and is_here:
            self.chosen.emit(stretch)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        self.setCurrentIndex(index)
        self._open_menu(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_button()

    def _go_in(self, index: QModelIndex) -> None:
        if self._rows.is_folded(index):
            self._fold(index, folded=False)
        else:
            self.setCurrentIndex(self._rows.index(min(index.row() + 1, self._rows.rowCount() - 1)))

    def _go_out(self, index: QModelIndex) -> None:
        stretch = self._rows.stretch(index)
        if stretch and stretch.sides and not self._rows.is_folded(index):
            self._fold(index, folded=True)
        elif (parent := self._rows.parent_row(index)).isValid():
            self.setCurrentIndex(parent)

    def _fold(self, index: QModelIndex, *, folded: bool) -> None:
        stretch = self._rows.stretch(index)
        self._rows.fold(index, folded=folded)
        if stretch:
            self.setCurrentIndex(self._rows.find((stretch.run, stretch.first)))

    def _is_on_sign(self, index: QModelIndex, at: QPoint) -> bool:
        stretch = self._rows.stretch(index)
        if stretch is None or not stretch.sides:
            return False
        row = self.visualRect(index)
        sign = self.delegate.sign_area(row, index).adjusted(-2, -6, 2, 6)
        return QStyle.visualRect(self.layoutDirection(), row, sign).contains(at)

    def _open_menu(self, index: QModelIndex) -> None:
        stretch = self._rows.stretch(index)
        if stretch is None:
            return
        self.menu.clear()
        self.menu.offer(tr("Go there"), "", lambda: self.chosen.emit(stretch), key="Return")
        if branch := stretch.branch:
            self.menu.offer(tr("Rename"), "pencil", self.rename_current, key="F2")
            if not branch.is_main:
                self.menu.offer(tr("Make it the main line"), "check", lambda: self.main_wanted.emit(branch))
            self.menu.offer(tr("Move it out"), "git-branch", lambda: self.detach_wanted.emit(branch))
            self.menu.offer(tr("Export…"), "download", lambda: self.export_wanted.emit(branch))
            self.menu.addSeparator()
            self.menu.offer(
                tr("Delete branch"), "trash-2", lambda: self.delete_wanted.emit(branch), key="Del", tone="bad"
            )
        row = self.visualRect(index)
        self.menu.popup(
            self.viewport().mapToGlobal(row.bottomLeft() + QPoint(self.delegate.words_left(index), 1))
        )

    def _place_button(self) -> None:
        index = self.currentIndex()
        self.more_button.setVisible(index.isValid())
        if index.isValid():
            row, size = self.visualRect(index), self.more_button.sizeHint()
            self.delegate.reserve = size.width() + 4
            margin = (map_row_height() - size.height()) // 2
            place = row.adjusted(row.width() - size.width() - 8, margin, -8, -margin)
            self.more_button.setGeometry(QStyle.visualRect(self.layoutDirection(), row, place))
            self.more_button.setAccessibleDescription(str(index.data()))

    def _show_ring(self, *, wanted: bool) -> None:
        self.delegate.ring = wanted
        self.viewport().update()
