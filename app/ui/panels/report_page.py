"""The page that tells what came of a step, and asks whether to take the next one."""

from PySide6.QtCore import Qt, Signal

from app.ui.panels.told_page import ToldPage
from app.ui.theme.theme import Theme
from app.ui.wording import Words


class ReportPage(ToldPage):
    """Signals:
    decided: whether the next step is to be taken.
    """

    decided = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.next_button, self.leave_button = self.first_button, self.second_button
        self.next_button.clicked.connect(lambda: self._decide(goes_on=True))
        self.leave_button.clicked.connect(lambda: self._decide(goes_on=False))

    def tell(self, words: Words, next_step: str, way_back: str = "") -> None:
        """Say what came of it. Without a way back there is the next step alone."""
        self.say_words(words)
        self.next_button.set_words(next_step)
        self.leave_button.set_words(way_back)
        self.leave_button.setVisible(bool(way_back))
        self._set_enabled(enabled=True)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self, *, goes_on: bool) -> None:
        self._set_enabled(enabled=False)  # until the next news
        self.decided.emit(goes_on)

    def _set_enabled(self, *, enabled: bool) -> None:
        for button in (self.next_button, self.leave_button):
            button.setEnabled(enabled)
