"""The page that tells what came of a step, and asks whether to take the next one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.panels.sheet import Sheet
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, READING, SEMIBOLD
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import Words


class ReportPage(QWidget):
    """Signals:
    decided: whether the next step is to be taken.
    """

    decided = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = FlowText(theme, HEADING, weight=SEMIBOLD)
        self.explanation = FlowText(theme, READING)
        self.next_step = FlowText(theme, READING, "quiet")
        self.next_button = Button(theme, "", PRIMARY)
        self.leave_button = Button(theme, "", PLAIN)
        column = Sheet(self).column
        for text in (self.title, self.explanation, self.next_step):
            column.addWidget(text)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.next_button.clicked.connect(lambda: self._decide(goes_on=True))
        self.leave_button.clicked.connect(lambda: self._decide(goes_on=False))

    def tell(self, words: Words, next_step: str, way_back: str = "") -> None:
        """Say what came of it. Without a way back there is the next step alone."""
        self.title.set_text(words.title)
        self.explanation.set_text(words.explanation)
        self.next_step.set_text(words.next_step)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.sentence)
        self.next_button.set_words(next_step)
        self.leave_button.set_words(way_back)
        self.leave_button.setVisible(bool(way_back))
        for button in (self.next_button, self.leave_button):
            button.setEnabled(True)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self, *, goes_on: bool) -> None:
        for button in (self.next_button, self.leave_button):
            button.setEnabled(False)  # until the next news
        self.decided.emit(goes_on)
