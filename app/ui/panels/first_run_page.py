"""The first steps of a newcomer: where answers come from, the recovery key, and that is all.

Nothing of it has to be done: each step can be left, and what was left is offered again.
"""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.chat.key_care import KeyCare
from app.chat.service_care import ServiceCare
from app.domain.errors import AppError
from app.domain.settings import OPENAI_ADDRESS, PRACTICE, ProviderSettings
from app.ui.dialogs.recovery_part import RecoveryPart
from app.ui.errands import Errands
from app.ui.panels.sheet import Sheet
from app.ui.plain_keeper import PlainKeeper
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, INTERFACE, READING, SEMIBOLD, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import LINK, PLAIN, PRIMARY, Button
from app.ui.widgets.field import Field
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import words_for

_USUAL_MODEL = "gpt-5"


class FirstRunPage(QWidget):
    """Signals:
    left: the newcomer goes to the conversations; True if all steps were gone through.
    settings_wanted: another service is to be set up in detail.
    """

    left = Signal(bool)
    settings_wanted = Signal()

    def __init__(self, theme: Theme, care: ServiceCare, keys: KeyCare, plain: PlainKeeper) -> None:
        super().__init__()
        self._theme = theme
        self._care = care
        self._keys = keys
        self._errands = Errands(self._failed)
        self._next: Callable[[], None] = self._ask_for_service
        self.title = FlowText(theme, HEADING, weight=SEMIBOLD)
        self.explanation = FlowText(theme, READING, "quiet")
        self.trouble = FlowText(theme, INTERFACE, "bad")
        self.openai_button = Button(theme, tr("OpenAI, with a key of yours"), PLAIN)
        self.practice_button = Button(theme, tr("Look around first, with the practice model"), PLAIN)
        self.other_button = Button(theme, tr("Another service…"), LINK)
        self.here_line = FlowText(theme, SMALL, "quiet")
        self.key, self.model = QLineEdit(), QLineEdit(_USUAL_MODEL)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        key_hint = tr("Kept in the system's keyring, never in a file.")
        self.openai = _column(
            Field(theme, tr("Key"), self.key, key_hint), Field(theme, tr("Model"), self.model)
        )
        self.recovery = RecoveryPart(theme, keys, plain)
        self.next_button = Button(theme, tr("Continue"), PRIMARY)
        self.later_button = Button(theme, tr("Not now"), PLAIN)
        self._here = QVBoxLayout()
        self.services = QWidget()
        self._arrange()
        self.openai_button.clicked.connect(self._ask_for_key)
        self.practice_button.clicked.connect(lambda: self._take(PRACTICE, None))
        self.other_button.clicked.connect(self.settings_wanted)
        self.next_button.clicked.connect(self._go_on)
        self.later_button.clicked.connect(self._leave)
        for field in (self.key, self.model):
            field.returnPressed.connect(self._go_on)

    def begin(self) -> None:
        """Ask where answers are to come from, and see meanwhile who is on this computer."""
        self._ask_for_service()
        self._send(self._look_here())

    def end(self) -> None:
        self._errands.cancel()
        self.key.clear()
        self.recovery.end()

    # The three steps

    def _ask_for_service(self) -> None:
        self._step(
            tr("Where should answers come from?"),
            tr("You can change this at any time. What you write is kept encrypted on this computer."),
            self.services,
        )
        self.next_button.hide()
        self.openai_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_key(self) -> None:
        self._step(
            tr("Your key at OpenAI"),
            tr("It is sent to OpenAI alone, with each question."),
            self.openai,
        )
        self._next = self._keep_openai
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_recovery(self) -> None:
        self._step(
            tr("A second key, for the worst day"),
            tr("This computer's keyring opens your history. If it is ever lost, a recovery key does."),
            self.recovery,
        )
        self._next = self._end_well
        self._send(self._show_recovery())
        self.recovery.make_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_well(self) -> None:
        self._step(
            tr("That is all"),
            tr("Write below and press Enter. Ctrl and comma opens the settings, F1 lists the keys."),
        )
        self.later_button.hide()
        self.next_button.set_words(tr("Begin"))
        self._next = partial(self.left.emit, True)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # What they do

    def _go_on(self) -> None:
        self._next()

    def _leave(self) -> None:
        """The recovery key is reminded of later; a service is asked for when it is needed."""
        self.left.emit(self.recovery.isVisible())

    def _keep_openai(self) -> None:
        key, model = self.key.text().strip(), self.model.text().strip()
        if not key or not model:
            (self.model if key else self.key).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._take(ProviderSettings(OPENAI_ADDRESS, model, name="OpenAI"), key)

    def _take(self, settings: ProviderSettings, key: str | None) -> None:
        self._set_enabled(enabled=False)
        self._send(self._keep(settings, key))

    async def _keep(self, settings: ProviderSettings, key: str | None) -> None:
        await self._care.keep(settings, key)
        self.key.clear()
        self._ask_for_recovery()

    async def _look_here(self) -> None:
        self.here_line.set_text(tr("Looking for servers on this computer…"))
        found = await self._care.found_here()
        told = tr("Found on this computer:") if found else tr("No server was found on this computer.")
        self.here_line.set_text(told)
        for each in found:
            words = tr("{name} on this computer").format(name=each.name)
            button = Button(self._theme, words, PLAIN)
            button.clicked.connect(partial(self._take_found, each))
            self._here.addWidget(FlowRow((button,)))

    def _take_found(self, found: ProviderSettings, _checked: bool = False) -> None:
        if found.model:
            self._take(found, None)
        else:
            self.settings_wanted.emit()

    async def _show_recovery(self) -> None:
        self.recovery.show_state(await self._keys.state())

    def _send(self, errand: Coroutine[Any, Any, None]) -> None:
        self._errands.send(errand)

    def _failed(self, error: AppError) -> None:
        self._set_enabled(enabled=True)
        self.trouble.set_text(words_for(error.fault).sentence)
        self.trouble.show()

    def _step(self, title: str, explanation: str, *shown: QWidget) -> None:
        self.title.set_text(title)
        self.explanation.set_text(explanation)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self._set_enabled(enabled=True)
        self.trouble.hide()
        for part in (self.services, self.openai, self.recovery):
            part.setVisible(part in shown)
        self.next_button.set_words(tr("Continue"))
        for button in (self.next_button, self.later_button):
            button.show()

    def _set_enabled(self, *, enabled: bool) -> None:
        for part in (self.services, self.openai, self.next_button):
            part.setEnabled(enabled)

    def _arrange(self) -> None:
        offers = QVBoxLayout(self.services)
        offers.setContentsMargins(0, 0, 0, 0)
        offers.setSpacing(8)
        offers.addWidget(FlowRow((self.openai_button,)))
        offers.addWidget(FlowRow((self.practice_button,)))
        offers.addSpacing(8)
        offers.addWidget(self.here_line)
        offers.addLayout(self._here)
        offers.addWidget(FlowRow((self.other_button,)))
        column = Sheet(self).column
        for widget in (self.title, self.explanation, self.services, self.openai, self.recovery, self.trouble):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(FlowRow((self.next_button, self.later_button)))


def _column(*fields: QWidget) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for field in fields:
        column.addWidget(field)
    return around
