"""The recovery key: made, shown once, and typed back before it counts."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.chat.key_care import KeyCare
from app.domain.errors import AppError
from app.domain.ways import KeyState, RecoveryStage
from app.ui.dialogs.part import Part
from app.ui.errands import Errands
from app.ui.plain_keeper import PlainKeeper
from app.ui.secret_clipboard import SecretClipboard
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import CODE
from app.ui.translation import said, tr, translated
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import words_for

_SENTENCES = MappingProxyType(
    {
        RecoveryStage.NONE: (
            said(
                "There is none yet. It opens your history and its backups on any computer, also when this "
                "one's keyring is gone. Until there is one, backups open only with this keyring."
            )
        ),
        RecoveryStage.PENDING: (
            said("There is one that was never typed back, so nobody knows whether it was written down.")
        ),
        RecoveryStage.CONFIRMED: said("It was written down and typed back. A new one takes its place."),
    }
)


class RecoveryPart(Part):
    def __init__(self, theme: Theme, care: KeyCare, plain: PlainKeeper | None = None) -> None:
        super().__init__(theme, tr("Recovery key"))
        self._care = care
        self._errands = Errands(self._failed)
        self.shown_key = FlowText(theme, CODE)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(tr("The recovery key, typed back"))
        self.typed.setAccessibleName(tr("The recovery key, typed back"))
        self.make_button = Button(theme, tr("Make a recovery key"), PLAIN)
        self.confirm_button = Button(theme, tr("Confirm"), PRIMARY)
        self.later_button = Button(theme, tr("Later"), PLAIN)
        self.put(self.shown_key, self.typed, self.trouble)
        self.copy_button = Button(theme, tr("Copy it"), PLAIN)
        self._clipboard = SecretClipboard(plain or PlainKeeper(parent=self), self)
        self.put_row((self.make_button, self.confirm_button, self.later_button, self.copy_button))
        self.copy_button.clicked.connect(lambda: self._clipboard.copy(self.shown_key.text()))
        self.make_button.clicked.connect(lambda: self._errands.send(self._make()))
        self.confirm_button.clicked.connect(self._confirm)
        self.typed.returnPressed.connect(self._confirm)
        self.later_button.clicked.connect(lambda: self._errands.send(self._put_off()))
        self._show_key("")

    def show_state(self, state: KeyState) -> None:
        self.say(translated(_SENTENCES[state.recovery]))

    def end(self) -> None:
        """Forget what was shown."""
        self._errands.cancel()
        self._show_key("")

    async def _make(self) -> None:
        self.make_button.setEnabled(False)
        self._show_key(await self._care.create_recovery_key())
        self.say(
            tr("Write it down and keep it away from this computer. It is shown only now. Then type it back:")
        )
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        if self.typed.text().strip():
            self._errands.send(self._compare())

    async def _compare(self) -> None:
        await self._care.confirm_recovery_key(self.typed.text())
        await self._end_showing()

    async def _put_off(self) -> None:
        await self._care.defer_recovery_key()
        await self._end_showing()

    async def _end_showing(self) -> None:
        self._show_key("")
        self.show_state(await self._care.state())

    def _show_key(self, key: str) -> None:
        self.complain()
        self.typed.clear()
        self.shown_key.set_text(key)
        shown = (self.shown_key, self.typed, self.confirm_button, self.later_button, self.copy_button)
        for widget in shown:
            widget.setVisible(bool(key))
        self.make_button.setVisible(not key)
        self.make_button.setEnabled(True)

    def _failed(self, error: AppError) -> None:
        self.make_button.setEnabled(True)
        self.complain(words_for(error.fault).sentence)
