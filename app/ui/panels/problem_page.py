"""A page in plain words for when the history cannot be opened: what happened, what to do, Retry and Quit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.panels.sheet import Sheet
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, READING, SEMIBOLD
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import Words


class ProblemPage(QWidget):
    """Signals:
    retry_wanted: try again.
    quit_wanted: give up for now.
    """

    retry_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = FlowText(theme, HEADING, weight=SEMIBOLD)
        self.explanation = FlowText(theme, READING)
        self.next_step = FlowText(theme, READING, "quiet")
        self.retry_button = Button(theme, "Retry", PRIMARY)
        self.quit_button = Button(theme, "Quit", PLAIN)
        self._arrange()
        self.retry_button.clicked.connect(self._retry)
        self.quit_button.clicked.connect(self.quit_wanted)

    def say(self, words: Words) -> None:
        self.title.set_text(words.title)
        self.explanation.set_text(words.explanation)
        self.next_step.set_text(words.next_step)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(f"{words.explanation} {words.next_step}")
        self.retry_button.setAccessibleDescription(words.next_step)
        self.retry_button.setEnabled(True)
        self.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retry(self) -> None:
        self.retry_button.setEnabled(False)  # until the next news
        self.retry_wanted.emit()

    def _arrange(self) -> None:
        column = Sheet(self).column
        for text in (self.title, self.explanation, self.next_step):
            column.addWidget(text)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.retry_button)
        buttons.addWidget(self.quit_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
