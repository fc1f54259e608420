"""What stands in front of a history that is not open: a problem, a question for a key, or slow work."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.backup import Backup
from app.domain.errors import AppError
from app.domain.remedy import Remedy, remedies_for
from app.domain.ways import Answer, Way
from app.ui.first_aid_words import CHOOSING, NO_BACKUPS
from app.ui.hearing import heard
from app.ui.panels.backups_page import BackupsPage
from app.ui.panels.problem_page import ProblemPage
from app.ui.panels.progress_page import ProgressPage
from app.ui.panels.report_page import ReportPage
from app.ui.panels.unlock_page import UnlockPage
from app.ui.theme.theme import Theme
from app.ui.translation import tr, translated
from app.ui.wording import Words, in_own_language, words_for

T = TypeVar("T")
Progress = Callable[[int, int], None]
Work = Coroutine[Any, Any, T]


class Threshold(QWidget):
    """Signals:
    retry_wanted: try once more what went wrong.
    answered: an Answer that may open the history.
    remedy_wanted: a Remedy is to be taken.
    quit_wanted: give up for now.
    """

    retry_wanted = Signal()
    remedy_wanted = Signal(object)
    answered = Signal(object)
    quit_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages = QStackedLayout(self)
        self.problem: ProblemPage | None = None
        self.unlock: UnlockPage | None = None
        self.progress: ProgressPage | None = None
        self.backups: BackupsPage | None = None
        self.asking: UnlockPage | None = None
        self.reporting: ReportPage | None = None

    def show_problem(self, error: AppError) -> None:
        """Say what went wrong, and offer to try again, and whatever else may help."""
        if self.problem is None:
            self.problem = ProblemPage(self._theme)
            self.problem.retry_wanted.connect(self.retry_wanted)
            self.problem.remedy_wanted.connect(self.remedy_wanted)
            self.problem.quit_wanted.connect(self.quit_wanted)
            self._pages.addWidget(self.problem)
        self._pages.setCurrentWidget(self.problem)
        self.problem.say(words_for(error.fault), remedies_for(error))

    def show_progress(self, title: str, explanation: str) -> ProgressPage:
        """Return the page that shows how far something has come."""
        if self.progress is None:
            self.progress = ProgressPage(self._theme)
            self._pages.addWidget(self.progress)
        self._pages.setCurrentWidget(self.progress)
        self.progress.say(title, explanation)
        return self.progress

    def ask(self, words: Words, ways: Collection[Way], trouble: str = "", *, restores: bool = False) -> None:
        """Ask for one of the ways in; `trouble` says why the last answer did not do.

        Where it `restores`, a backup may take the history's place instead.
        """
        if self.unlock is None:
            self.unlock = UnlockPage(self._theme)
            self.unlock.answered.connect(self.answered)
            self.unlock.quit_wanted.connect(self.quit_wanted)
            self.unlock.restore_wanted.connect(lambda: self.remedy_wanted.emit(Remedy.RESTORE))
            self._pages.addWidget(self.unlock)
        self._pages.setCurrentWidget(self.unlock)
        self.unlock.ask(in_own_language(words), ways, trouble, restores=restores)

    async def watch(self, title: str, explanation: str, work: Callable[[Progress], Work[T]]) -> T | None:
        """Show how far `work` has come, and return what it gives; None where the person gave it up."""
        page = self.show_progress(translated(title), translated(explanation))
        loop = asyncio.get_running_loop()

        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(page.show_share, done, of)

        working = asyncio.create_task(work(tell))
        page.cancelled.connect(working.cancel)
        try:
            return await working
        except asyncio.CancelledError:
            if _is_being_cancelled():
                raise
            return None
        finally:
            page.cancelled.disconnect(working.cancel)

    async def choose_backup(self, backups: Sequence[Backup], trouble: str = "") -> Backup | Path | None:
        """Return the chosen backup, or None if none is; `trouble` says why the last one did not do."""
        if self.backups is None:
            self.backups = BackupsPage(self._theme)
            self._pages.addWidget(self.backups)
        self._pages.setCurrentWidget(self.backups)
        self.backups.offer(in_own_language(CHOOSING if backups else NO_BACKUPS), backups, trouble)
        chosen = await heard(self.backups.chosen)
        return chosen if isinstance(chosen, Backup | Path) else None

    async def ask_on_the_way(self, words: Words, ways: Collection[Way], trouble: str = "") -> Answer | None:
        """Ask for a key that a step needs, and return the answer, or None to turn back."""
        if self.asking is None:
            self.asking = page = UnlockPage(self._theme, way_out=tr("Back"))
            page.quit_wanted.connect(lambda: page.answered.emit(None))
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self.asking)
        self.asking.ask(in_own_language(words), ways, trouble)
        answer = await heard(self.asking.answered)
        return answer if isinstance(answer, Answer) else None

    async def report(self, words: Words, next_step: str, way_back: str = "") -> bool:
        """Tell what came of a step, and return whether the next one is to be taken."""
        if self.reporting is None:
            self.reporting = ReportPage(self._theme)
            self._pages.addWidget(self.reporting)
        self._pages.setCurrentWidget(self.reporting)
        self.reporting.tell(words, next_step, way_back)
        return await heard(self.reporting.decided) is True


def _is_being_cancelled() -> bool:
    """Whether the one who waits is given up, and not only what is waited for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
