"""A page in plain words for when the history cannot be opened: what happened, what may help."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.remedy import Remedy
from app.ui.first_aid_words import offer_of
from app.ui.panels.told_page import ToldPage
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import Words


class ProblemPage(ToldPage):
    """Signals:
    retry_wanted: try again.
    quit_wanted: give up for now.
    remedy_wanted: a Remedy is to be taken.
    """

    retry_wanted = Signal()
    quit_wanted = Signal()
    remedy_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Try again"), tr("Quit"))
        self.retry_button, self.quit_button = self.first_button, self.second_button
        self.remedy_buttons = {remedy: Button(theme, offer_of(remedy)[0], PLAIN) for remedy in Remedy}
        self._promises = {remedy: FlowText(theme, SMALL, "quiet") for remedy in Remedy}
        self._offer_remedies()
        self.retry_button.clicked.connect(self._retry)
        self.quit_button.clicked.connect(self.quit_wanted)
        for remedy, button in self.remedy_buttons.items():
            button.clicked.connect(lambda _checked=False, wanted=remedy: self._take(wanted))

    def say(self, words: Words, remedies: Collection[Remedy] = ()) -> None:
        """Say what happened, and offer what may help besides trying again."""
        self.say_words(words)
        self.retry_button.setAccessibleDescription(words.next_step)
        for remedy, button in self.remedy_buttons.items():
            button.setVisible(remedy in remedies)
            self._promises[remedy].setVisible(remedy in remedies)
        self._set_enabled(enabled=True)
        self.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retry(self) -> None:
        self._set_enabled(enabled=False)  # until the next news
        self.retry_wanted.emit()

    def _take(self, remedy: Remedy) -> None:
        self._set_enabled(enabled=False)
        self.remedy_wanted.emit(remedy)

    def _set_enabled(self, *, enabled: bool) -> None:
        for button in (self.retry_button, *self.remedy_buttons.values()):
            button.setEnabled(enabled)

    def _offer_remedies(self) -> None:
        for remedy, button in self.remedy_buttons.items():
            promise = self._promises[remedy]
            promise.set_text(offer_of(remedy)[1])
            button.setAccessibleDescription(offer_of(remedy)[1])
            offer = QVBoxLayout()
            offer.setSpacing(6)
            offer.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            offer.addWidget(promise)
            self.column.addLayout(offer)
