"""The quiet line above the composer that says why something was not sent, and what to do next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.notice import Notice
from app.ui.wording import Words

_WORDS = 240  # so wide at least before the button goes below


class Refusal(QWidget):
    """Hidden while there is nothing to say.

    Signals:
        setup_wanted: a model service is to be set up.
    """

    setup_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice(theme)
        self.setup_button = Button(theme, tr("Set up a model service"), PLAIN)
        self.setup_button.clicked.connect(self.setup_wanted)
        row = FlowRow(gap=16)
        row.put_greedy(self.notice, _WORDS)
        row.put((self.setup_button,), at_end=True)
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 0, 0, 0)
        around.addWidget(row)
        self.hide()

    def say(self, words: Words, *, offers_setup: bool) -> None:
        self.notice.say(words.sentence, "warn")
        self.setup_button.setVisible(offers_setup)
        self.show()

    def withdraw(self) -> None:
        self.hide()
