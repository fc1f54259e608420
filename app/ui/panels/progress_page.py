"""The page for what takes long and needs the history closed: how far it has come, and the way out of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.ui.panels.sheet import Sheet
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, READING, SEMIBOLD
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.flow_text import FlowText


class ProgressPage(QWidget):
    """Signals:
    cancelled: it is no longer wanted.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = FlowText(theme, HEADING, weight=SEMIBOLD)
        self.explanation = FlowText(theme, READING)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        column = Sheet(self).column
        for widget in (self.title, self.explanation, self.bar):
            column.addWidget(widget)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.cancel_button.clicked.connect(self._cancel)

    def say(self, title: str, explanation: str) -> None:
        self.title.set_text(title)
        self.explanation.set_text(explanation)
        self.setAccessibleName(title)
        self.bar.setAccessibleName(title)
        self.cancel_button.setEnabled(True)
        self.show_share(0, 1)

    def show_share(self, done: int, of: int) -> None:
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancelled.emit()
