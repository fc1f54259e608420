"""The palette's panel: a field, and below it what fits what is typed there."""

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from app.ui.dialogs.palette_delegate import PaletteDelegate
from app.ui.dialogs.palette_model import PaletteModel
from app.ui.dialogs.palette_rows import PaletteRow
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, RADIUS_COMPOSER, ROW_HEIGHT
from app.ui.translation import tr

_FIELD, _PADDING, _GAP, _INSET = 48, 8, 8, 2
_EDGE = 12
_ROWS = 9
_STEPS = MappingProxyType(
    {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
)
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PalettePanel(QWidget):
    """The focus stays in the field; the list follows its keys.

    Signals:
        typed: other text stands in the field.
        taken: a row is wanted.
        left: nothing is wanted any more.
    """

    typed = Signal(str)
    taken = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, model: PaletteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._has_moved = False
        self.field = QLineEdit()
        self.field.setProperty("bare", True)
        self.field.setFont(font(INTERFACE))
        self.field.setTextMargins(-_INSET, 0, 0, 0)
        self.field.setPlaceholderText(tr("A command, a conversation, or what is to be found"))
        self.field.setAccessibleName(tr("Find anything"))
        self._top = QWidget()
        self.list = QListView()
        self._prepare_list()
        self._arrange()
        self.setAccessibleName(tr("Find anything"))
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._edited)
        self.list.clicked.connect(self._take)
        self.list.entered.connect(self.list.setCurrentIndex)

    def begin(self) -> None:
        """Be as before anything was typed."""
        self._has_moved = False
        self.field.clear()
        self.typed.emit("")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """List these. The first is chosen, or the one that the person had gone to."""
        kept = self._current()
        self._model.show(rows)
        place = rows.index(kept) if self._has_moved and kept in rows else 0
        self.list.setCurrentIndex(self._model.index(place))
        self.updateGeometry()
        self._announce(tr("{count} results").format(count=len(rows)))

    def sizeHint(self) -> QSize:
        rows = min(_ROWS, self._model.rowCount())
        below = rows * scaled(ROW_HEIGHT) + 2 * _PADDING if rows else 0
        return QSize(scaled(320), scaled(_FIELD) + 1 + below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that belong to the list before the field does, and Escape before the window."""
        if not isinstance(event, QKeyEvent) or watched is not self.field:
            return False
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._is_for_list(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(self._theme.colour("line"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, RADIUS_COMPOSER, RADIUS_COMPOSER)
        if self._model.rowCount():
            below = self._top.height()
            painter.drawLine(1, below, self.width() - 2, below)
        size = scaled(ICON)
        ratio = self.devicePixelRatioF()
        sign = self._theme.icons.pixmap("search", self._theme.colours.quiet, size, ratio)
        leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = _PADDING + scaled(_EDGE)
        left = self.width() - start - size if leftward else start
        painter.drawPixmap(left, (self._top.height() - size) // 2, sign)
        painter.end()

    def _is_for_list(self, event: QKeyEvent) -> bool:
        key = event.key()
        if step := _STEPS.get(Qt.Key(key)):
            self._step(step)
        elif key in _ENTER_KEYS:
            self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere else to go
        return True

    def _step(self, by: int) -> None:
        """Go up or down; single steps go round."""
        count = self._model.rowCount()
        place = self.list.currentIndex().row() + by
        if count:
            place = place % count if abs(by) == 1 else max(0, min(place, count - 1))
            self._has_moved = True
            self.list.setCurrentIndex(self._model.index(place))
            self._announce(str(self._model.index(place).data()))

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.taken.emit(self._model.rows[index.row()])

    def _edited(self, text: str) -> None:
        self._has_moved = False
        self.typed.emit(text)

    def _current(self) -> PaletteRow | None:
        index = self.list.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def _announce(self, words: str) -> None:
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _prepare_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self._theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(tr("Results"))

    def _arrange(self) -> None:
        self._top.setFixedHeight(scaled(_FIELD))
        beside = _PADDING + scaled(_EDGE)
        field = QHBoxLayout(self._top)
        field.setContentsMargins(beside, 0, beside, 0)
        field.addSpacing(scaled(ICON) + scaled(_GAP))
        field.addWidget(self.field)
        rows = QVBoxLayout()
        rows.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        rows.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._top)
        column.addLayout(rows, 1)
