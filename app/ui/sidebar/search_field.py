"""The field that everything is searched from, quiet as a row of the sidebar until it is used."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, RADIUS_ROW, ROW_HEIGHT, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_TOOL, Button, draw_focus_ring

_PADDING, _GAP = 12, 8
_INSET = 2  # Qt's own, between the frame of a line and its words
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QWidget):
    """Signals:
    focused: something may be typed soon.
    changed: other text stands in it.
    entered: Enter was pressed: the first that was found is wanted.
    down: the list of what was found is wanted.
    left: Escape was pressed: nothing is looked for any more.
    """

    focused = Signal()
    changed = Signal(str)
    entered = Signal()
    down = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self.line = QLineEdit()
        self.line.setProperty("bare", True)
        self.line.setFont(font(INTERFACE))
        self.line.setTextMargins(-_INSET, 0, 0, 0)
        self.line.setPlaceholderText(tr("Search everything"))
        self.line.setAccessibleName(tr("Search everything"))
        self.clear_button = Button(theme, tr("Clear the search"), SMALL_TOOL, icon="x", icon_only=True)
        self.clear_button.hide()
        self.setFocusProxy(self.line)
        self.setFixedHeight(scaled(ROW_HEIGHT))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.line, 1)
        self._row.addWidget(self.clear_button)
        self._keep_room()
        theme.resized.connect(self._keep_room)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._text_changed)
        self.clear_button.clicked.connect(self.left)

    @property
    def text(self) -> str:
        return self.line.text()

    @property
    def _is_leftward(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def set_text(self, text: str) -> None:
        self.line.setText(text)

    def follow(self, action: QAction) -> None:
        """Tell quietly by which key everything is found, whichever it comes to be."""
        action.changed.connect(lambda: self._show_key(action.shortcut()))
        self._show_key(action.shortcut())

    def sizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(ROW_HEIGHT))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the keys that lead out of the line before the line does, and Escape before the window."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        if not isinstance(event, QKeyEvent) or watched is not self.line:
            return False
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._leads_out(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._keep_room()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.line.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("surface"))
            painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
            draw_focus_ring(painter, self._theme, area, RADIUS_ROW)
        elif self.underMouse() or self.text:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
        self._paint_sign(painter)
        if self._key and not self.text and not self.line.hasFocus():
            painter.setFont(font(SMALL))
            painter.setPen(self._theme.colour("quiet"))
            line = self.rect().adjusted(scaled(_PADDING), 0, -scaled(_PADDING), 0)
            end = Qt.AlignmentFlag.AlignLeft if self._is_leftward else Qt.AlignmentFlag.AlignRight
            painter.drawText(
                line, end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, self._key
            )
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        size = scaled(ICON)
        sign = self._theme.icons.pixmap("search", self._theme.colours.quiet, size, self.devicePixelRatioF())
        left = self.width() - scaled(_PADDING) - size if self._is_leftward else scaled(_PADDING)
        painter.drawPixmap(left, (self.height() - size) // 2, sign)

    def _show_key(self, key: QKeySequence) -> None:
        self._key = key.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self._keep_room()

    def _leads_out(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in _ENTER_KEYS:
            self.entered.emit()
        else:
            return False
        return True

    def _text_changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self._keep_room()
        self.changed.emit(text)

    def _keep_room(self) -> None:
        """Leave room before the text for the sign and, while there is none, behind it for the key."""
        start = scaled(_PADDING) + scaled(ICON) + scaled(_GAP)
        key = QFontMetrics(font(SMALL)).horizontalAdvance(self._key) + scaled(_PADDING) + scaled(_GAP)
        end = scaled(4) if self.text else key
        if self._is_leftward:
            start, end = end, start
        self._row.setContentsMargins(start, 0, end, 0)
        self.update()
