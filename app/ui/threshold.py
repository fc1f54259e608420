"""What stands in front of a history that is not open: a page that tells of a problem, or asks for a key."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.errors import AppError
from app.domain.ways import Way
from app.ui.panels.problem_page import ProblemPage
from app.ui.panels.unlock_page import UnlockPage
from app.ui.theme.theme import Theme
from app.ui.wording import Words, words_for


class Threshold(QWidget):
    """Signals:
    retry_wanted: try once more what went wrong.
    answered: an Answer that may open the history.
    quit_wanted: give up for now.
    """

    retry_wanted = Signal()
    answered = Signal(object)
    quit_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages = QStackedLayout(self)
        self.problem: ProblemPage | None = None
        self.unlock: UnlockPage | None = None

    def show_problem(self, error: AppError) -> None:
        """Say what went wrong, and offer to try again."""
        if self.problem is None:
            self.problem = ProblemPage(self._theme)
            self.problem.retry_wanted.connect(self.retry_wanted)
            self.problem.quit_wanted.connect(self.quit_wanted)
            self._pages.addWidget(self.problem)
        self._pages.setCurrentWidget(self.problem)
        self.problem.say(words_for(error.fault))

    def ask(self, words: Words, ways: Collection[Way], trouble: str = "") -> None:
        """Ask for one of the ways in; `trouble` says why the last answer did not do."""
        if self.unlock is None:
            self.unlock = UnlockPage(self._theme)
            self.unlock.answered.connect(self.answered)
            self.unlock.quit_wanted.connect(self.quit_wanted)
            self._pages.addWidget(self.unlock)
        self._pages.setCurrentWidget(self.unlock)
        self.unlock.ask(words, ways, trouble)
