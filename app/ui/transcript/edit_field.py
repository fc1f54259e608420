"""The field in which a message is edited, in the message's own place."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.composer.message_field import MessageField
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_BUBBLE, RADIUS_SMALL, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, SMALL_TOOL, Button, Face
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.notice import Notice

_SEND = Face(ink="on_accent", fill="accent", hover="accent", height=28, padding=12, radius=RADIUS_SMALL)
_MARGIN = 16
_TOP = 12
_GAP = 8
_MOST = 420


class EditField(QWidget):
    """What is typed stays here until somebody says that it is stored.

    Signals:
        save_wanted: the text is to stand in the message's place.
        send_wanted: the text is to be asked, as another version.
        given_up: neither is wanted.
        changed: another text, or another height.
    """

    save_wanted = Signal(str)
    send_wanted = Signal(str)
    given_up = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(tr("Edit message"))
        self.field = _Field(self)
        self.notice = Notice(theme, parent=self)
        self.notice.hide()
        self.hint = QLabel(tr("Ctrl+Enter saves · Esc gives up"))
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setFont(font(SMALL))
        self.hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.cancel_button = Button(theme, tr("Cancel"), SMALL_TOOL)
        self.save_button = Button(theme, tr("Save"), SMALL_PLAIN)
        self.save_button.setToolTip(tr("The answer stays as it is (Ctrl+Enter)"))
        self.send_button = Button(theme, tr("Send again"), _SEND)
        self.send_button.setToolTip(tr("Asks it as another version (Ctrl+Shift+Enter)"))
        self._row = FlowRow(gap=_GAP)
        self._arrange()
        self.field.textChanged.connect(self._text_changed)
        self.field.save_wanted.connect(self._save)
        self.field.send_wanted.connect(self._send)
        self.cancel_button.clicked.connect(self.given_up)
        self.save_button.clicked.connect(self._save)
        self.send_button.clicked.connect(self._send)

    @property
    def text(self) -> str:
        return self.field.toPlainText()

    def begin(self, text: str, *, can_send: bool) -> None:
        """Show `text` for editing; only a question can be sent again."""
        self.notice.hide()
        self.send_button.setVisible(can_send)
        self.field.can_send = can_send
        self.field.set_text(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def refuse(self, sentence: str) -> None:
        """Say why the text is still here."""
        self.notice.say(sentence, "warn")
        self.notice.show()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        notice = 0
        if not self.notice.isHidden():
            notice = self.notice.heightForWidth(max(240, self.width() - 2 * _MARGIN)) + _GAP
        buttons = self._row.heightForWidth(max(240, self.width() - _MARGIN - _MARGIN + 4))
        return QSize(320, _TOP + self.field.height() + _GAP + notice + buttons + _TOP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if self.sizeHint().height() != event.size().height():
            self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("accent" if self.field.hasFocus() else "line"))
        painter.setBrush(self._theme.colour("surface"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, RADIUS_BUBBLE, RADIUS_BUBBLE)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Escape is the field's own while it has the focus, not the window's."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _gives_up(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _gives_up(event):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.field.set_room(_MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _TOP, _MARGIN - 4, _TOP)
        column.setSpacing(_GAP)
        column.addWidget(self.field)
        column.addWidget(self.notice)
        self._row.put_greedy(self.hint)
        self._row.put((self.cancel_button, self.save_button, self.send_button), at_end=True)
        column.addWidget(self._row)

    def _text_changed(self) -> None:
        has_words = bool(self.text.strip())
        self.save_button.setEnabled(has_words)
        self.send_button.setEnabled(has_words)
        self.changed.emit()

    def _save(self) -> None:
        if self.text.strip():
            self.save_wanted.emit(self.text)

    def _send(self) -> None:
        if self.text.strip():
            self.send_wanted.emit(self.text)


class _Field(MessageField):
    """Enter begins a new line here, Ctrl+Enter is done.

    Signals:
        save_wanted: Ctrl+Enter was pressed.
        send_wanted: Ctrl+Shift+Enter was.
    """

    save_wanted = Signal()
    send_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.can_send = False
        self.setAccessibleName(tr("Edited text"))
        self.setAccessibleDescription("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _gives_up(event):
            event.ignore()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.can_send:
            self.send_wanted.emit()
        else:
            self.save_wanted.emit()


def _gives_up(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
