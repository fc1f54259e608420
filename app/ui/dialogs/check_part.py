"""A check of the archive, beside the usable window: how far it is, what it found, and what may help."""

from asyncio import CancelledError, get_running_loop

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from app.chat.checking import Checking, Checkup
from app.domain.errors import AppError
from app.domain.finding import Severity
from app.ui.core_words import in_own_words
from app.ui.dialogs.part import Part
from app.ui.errands import Errands
from app.ui.measures import about
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import words_for


class CheckPart(Part):
    """Signals:
    mending_wanted: damage was found, and something is to be done about it.
    told: what was found can be read now.
    """

    mending_wanted = Signal()
    told = Signal()

    def __init__(self, theme: Theme, checking: Checking) -> None:
        super().__init__(theme, tr("The archive"))
        self._checking = checking
        self._errands = Errands(self._failed)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress of the check"))
        self.bar.setTextVisible(False)
        self.wrong = FlowText(theme, INTERFACE, "warn")
        self.well = FlowText(theme, INTERFACE)
        self.check_button = Button(theme, tr("Check the archive"), PLAIN)
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        self.mend_button = Button(theme, tr("See what may help…"), PLAIN)
        self.put(self.bar, self.trouble, self.wrong, self.well)
        self.put_row((self.check_button, self.cancel_button, self.mend_button))
        self.check_button.clicked.connect(lambda: self._errands.send(self._check()))
        self.cancel_button.clicked.connect(self._cancel)
        self.mend_button.clicked.connect(self.mending_wanted)
        self._set_busy(busy=False)

    def show_seconds(self, seconds: float | None) -> None:
        """Say how long a check will take, if that is worth saying."""
        takes = about(seconds)
        meanwhile = tr("It takes {time}; you can go on meanwhile.").format(time=takes)
        promise = tr(
            "Sotto looks at every page of the history and at its backups, and changes nothing that you wrote."
        )
        self.say(f"{promise} {meanwhile if takes else tr('You can go on meanwhile.')}")

    def end(self) -> None:
        self._errands.cancel()

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)  # the pages' seals are looked at in one go, to their end
        self._errands.cancel()

    async def _check(self) -> None:
        loop = get_running_loop()

        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(self._show_progress, done, of)

        had_focus = self.check_button.hasFocus()
        self._set_busy(busy=True)
        if had_focus:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        try:
            checkup = await self._checking.examine(tell)
        except CancelledError:
            self._set_busy(busy=False)
            raise
        had_focus = self.cancel_button.hasFocus()
        self._set_busy(busy=False)
        self._show(checkup)
        if had_focus:  # and not where the person has gone meanwhile
            following = self.mend_button if checkup.archive_is_damaged else self.check_button
            following.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit()
        self.show_seconds(await self._checking.seconds_expected())

    def _show(self, checkup: Checkup) -> None:
        wrong = [
            in_own_words(each.sentence) for each in checkup.findings if each.severity is not Severity.GOOD
        ]
        well = tr("Everything else is as it should be.") if wrong else tr("Everything is as it should be.")
        if checkup.archive_is_damaged:
            next_ = tr("Your history is still open. What may help closes it first, and removes nothing.")
            well = f"{well}\n{next_}"
        self._say_found("\n".join(wrong), well)
        self.mend_button.setVisible(checkup.archive_is_damaged)

    def _say_found(self, wrong: str, well: str) -> None:
        for text, sentence in ((self.wrong, wrong), (self.well, well)):
            text.set_text(sentence)
            text.setVisible(bool(sentence))
        self.check_button.setAccessibleDescription(f"{wrong} {well}".strip())

    def _show_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)

    def _set_busy(self, *, busy: bool) -> None:
        self.complain()
        self._say_found("", "")
        self._show_progress(0, 1)
        for widget in (self.bar, self.cancel_button):
            widget.setVisible(busy)
        self.cancel_button.setEnabled(busy)
        self.check_button.setVisible(not busy)
        self.mend_button.hide()

    def _failed(self, error: AppError) -> None:
        self._set_busy(busy=False)
        self.complain(words_for(error.fault).sentence)
