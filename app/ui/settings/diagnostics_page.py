"""How Sotto runs: what was slow and what stood still, and a report that tells nothing of the history."""

from PySide6.QtGui import QGuiApplication

from app.chat.diagnosing import Diagnosing
from app.domain.diagnosis import Diagnosis, report
from app.domain.errors import AppError
from app.ui.errands import Errands
from app.ui.measures import size
from app.ui.settings.page import Page
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import CODE, INTERFACE, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import words_for


class DiagnosticsPage(Page):
    def __init__(self, theme: Theme, diagnosing: Diagnosing) -> None:
        super().__init__(theme, tr("Diagnostics"))
        self._diagnosing = diagnosing
        self._errands = Errands(self._failed)
        self._diagnosis: Diagnosis | None = None
        self.explanation(tr("Nothing of this holds a word of your history, and none of it is sent anywhere."))
        self.summary = FlowText(theme, INTERFACE)
        self.told = FlowText(theme, CODE)
        self.copied = FlowText(theme, SMALL, "quiet")
        self.copy_button = Button(theme, tr("Copy the report"), PLAIN)
        self.copy_button.setEnabled(False)
        self.put(self.summary)
        self.put_row((self.copy_button,))
        self.put(self.copied, self.told)
        self.copied.hide()
        self.copy_button.clicked.connect(self._copy)

    def look(self) -> None:
        self.copied.hide()
        self._errands.send(self._look())

    def end(self) -> None:
        self._errands.cancel()

    async def _look(self) -> None:
        self._diagnosis = found = await self._diagnosing.diagnosis()
        self.told.set_text(report(found))
        self.summary.set_text(
            tr("In the log: {slow}, {stalls}. The history takes {size}.").format(
                slow=_slow_calls(len(found.slow_calls)),
                stalls=_stalls(len(found.stalls)),
                size=size(found.archive_bytes),
            )
        )
        self.copy_button.setEnabled(True)

    def _copy(self) -> None:
        if self._diagnosis:
            QGuiApplication.clipboard().setText(report(self._diagnosis))
            self.copied.set_text(tr("Copied."))
            self.copied.show()

    def _failed(self, error: AppError) -> None:
        self.summary.set_text(words_for(error.fault).sentence)


def _slow_calls(count: int) -> str:
    return tr("1 slow call") if count == 1 else tr("{count} slow calls").format(count=count)


def _stalls(count: int) -> str:
    return (
        tr("1 stall of the window") if count == 1 else tr("{count} stalls of the window").format(count=count)
    )
