"""Where a summary is asked for, and where it is seen to grow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, SMALL_TOOL, Button


class SummaryLine(QWidget):
    """A button while nothing is under way; progress and a way to end it otherwise.

    Signals:
        wanted: all but the newest messages are to be summed up.
        stopped: what is being made is no longer wanted.
    """

    wanted = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begin_button = Button(theme, tr("Summarise"), SMALL_PLAIN)
        self.begin_button.setAccessibleDescription(
            tr("Has the model sum up all but the newest messages. The messages themselves stay as they are.")
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("The summary"))
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setFont(font(SMALL))
        self.words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.stop_button = Button(theme, tr("Stop the summary"), SMALL_TOOL, icon="x", icon_only=True)
        told = QHBoxLayout()
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.words, 1)
        told.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(told)
        column.addWidget(self.bar)
        self.begin_button.clicked.connect(self.wanted)
        self.stop_button.clicked.connect(self.stopped)
        self.rest()

    def rest(self) -> None:
        """Nothing is being made."""
        self._show(under_way=False)

    def advance(self, done: int, of: int) -> None:
        """So many messages have been read to the model."""
        self._show(under_way=True)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        if of:
            self.words.setText(tr("Summing up: {done} of {of}").format(done=done, of=of))
        else:
            self.words.setText(tr("Summing up"))

    def _show(self, *, under_way: bool) -> None:
        had_focus = self.begin_button.hasFocus()
        self.begin_button.setVisible(not under_way)
        for widget in (self.bar, self.words, self.stop_button):
            widget.setVisible(under_way)
        if had_focus and under_way:
            self.stop_button.setFocus()
