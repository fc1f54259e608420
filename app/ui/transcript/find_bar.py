"""The bar above the transcript in which something is looked for in the conversation that is shown."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_MARGIN, COLUMN_WIDTH, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_TOOL, Button

_PADDING = 8


class FindBar(QWidget):
    """Hidden until it is wanted.

    Signals:
        typed: what is looked for now.
        step_wanted: the next place, or with -1 the one before.
        closed: nothing is looked for any more.
    """

    typed = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(tr("Find in conversation"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in conversation"))
        self.field.setAccessibleName(tr("Find in conversation"))
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setFont(font(SMALL))
        self.count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.previous_button = _tool(theme, tr("Find previous"), "chevron-up")
        self.next_button = _tool(theme, tr("Find next"), "chevron-down")
        self.close_button = _tool(theme, tr("Close"), "x")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
        self._row.addWidget(self.field, 1)
        self._row.addSpacing(_PADDING)
        self._row.addWidget(self.count)
        for button in (self.previous_button, self.next_button, self.close_button):
            self._row.addWidget(button)
        self.field.textEdited.connect(self.typed)
        self.previous_button.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next_button.clicked.connect(lambda: self.step_wanted.emit(1))
        self.close_button.clicked.connect(self.closed)
        self.say("", found=False)
        self.hide()

    def say(self, words: str, *, found: bool) -> None:
        """Tell how many places there are."""
        self.count.setText(words)
        self.count.setAccessibleName(words)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(found)

    def event(self, event: QEvent) -> bool:
        """Escape is the bar's own while it has the focus, not the window's."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _closes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _closes(event):
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(COLUMN_MARGIN, (event.size().width() - scaled(COLUMN_WIDTH)) // 2)
        self._row.setContentsMargins(side, _PADDING, side, _PADDING)
        self._row.activate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self._theme.colour("line"))
        painter.end()


def _tool(theme: Theme, name: str, icon: str) -> Button:
    return Button(theme, name, SMALL_TOOL, icon=icon, icon_only=True)


def _closes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
