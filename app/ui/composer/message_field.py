"""The field a question is typed into; it grows with it. Enter submits, Shift+Enter begins a new line."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.tokens import READING

_LONG_LINE = 5000  # characters from which on breaking at words takes too long
_LINES_AT_LEAST = 2
_PLACEHOLDER = "Ask anything"
FIRST_LINE_DROP = 2  # Qt puts the whole leading of a line above its text, and half of it belongs below


class MessageField(QTextEdit):
    """Plain text only.

    Signals:
        submitted: Enter was pressed.
    """

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 240
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(READING))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setAccessibleName("Message")
        self.setAccessibleDescription(_PLACEHOLDER)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_text("")

    def set_text(self, text: str) -> None:
        """Put `text` in place of what is there; nothing of before can be undone back."""
        self.clear()  # first, or the old text would be wrapped anew
        lines = QTextBlockFormat()
        lines.setLineHeight(READING.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.textCursor().mergeBlockFormat(lines)
        self._choose_wrapping(text)
        self.insertPlainText(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()

    def set_room(self, height: int) -> None:
        """Grow to `height` at most; what does not fit scrolls."""
        self._room = height
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._choose_wrapping(source.text())
        super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Leave the key for undoing to the window while nothing was typed that could be undone."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.document().isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            self.submitted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The placeholder stands where the text will: Qt's own knows nothing of the line height."""
        super().paintEvent(event)
        if self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(self.palette().ColorRole.PlaceholderText))
            line = QRect(0, FIRST_LINE_DROP, self.viewport().width(), READING.line)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _PLACEHOLDER)
            painter.end()

    def _choose_wrapping(self, text: str) -> None:
        """Qt takes many seconds to break one very long line at words, and no time to break it anywhere."""
        longest = max(map(len, text.split("\n")))
        mode = QTextOption.WrapMode
        self.setWordWrapMode(mode.WrapAnywhere if longest > _LONG_LINE else mode.WrapAtWordBoundaryOrAnywhere)

    def _fit(self) -> None:
        wanted = max(_LINES_AT_LEAST * READING.line, round(self.document().size().height()))
        self.setFixedHeight(min(wanted, max(self._room, _LINES_AT_LEAST * READING.line)))
