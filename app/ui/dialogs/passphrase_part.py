"""The passphrase: a further way in beside the keyring, or the only one on this computer."""

from PySide6.QtCore import Qt

from app.chat.key_care import KeyCare
from app.domain.errors import AppError
from app.domain.ways import KeyState
from app.ui.dialogs.part import Part
from app.ui.dialogs.passphrase_pair import PassphrasePair
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.check_box import CheckBox
from app.ui.wording import words_for


class PassphrasePart(Part):
    def __init__(self, theme: Theme, care: KeyCare) -> None:
        super().__init__(theme, tr("Passphrase"))
        self._care = care
        self._errands = Errands(self._failed)
        self.pair = PassphrasePair()
        self.first, self.second = self.pair.first, self.pair.second
        self.alone = CheckBox(
            theme, tr("Take the key out of the keyring: ask for the passphrase at every start")
        )
        self.set_button = Button(theme, tr("Set a passphrase"), PLAIN)
        self.remove_button = Button(theme, tr("Remove it"), PLAIN)
        self.save_button = Button(theme, tr("Save"), PRIMARY)
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        self.put(self.pair, self.alone, self.trouble)
        self.put_row((self.set_button, self.remove_button, self.save_button, self.cancel_button))
        self.set_button.clicked.connect(lambda: self._ask(asking=True))
        self.cancel_button.clicked.connect(lambda: self._ask(asking=False))
        self.save_button.clicked.connect(self._save)
        self.second.returnPressed.connect(self._save)
        self.remove_button.clicked.connect(lambda: self._errands.send(self._remove()))
        self._state: KeyState | None = None
        self._ask(asking=False)

    def show_state(self, state: KeyState) -> None:
        self._state = state
        self.alone.setChecked(not state.in_keyring)
        self._ask(asking=False)

    def end(self) -> None:
        """Forget what was typed."""
        self._errands.cancel()
        self._ask(asking=False)

    def _ask(self, *, asking: bool) -> None:
        self.complain()
        has = bool(self._state and self._state.has_passphrase)
        for field in (self.first, self.second):
            field.clear()
        for widget in (self.pair, self.alone, self.save_button, self.cancel_button):
            widget.setVisible(asking)
        self.set_button.setVisible(not asking)
        self.set_button.set_words(tr("Change it") if has else tr("Set a passphrase"))
        self.remove_button.setVisible(not asking and has)
        self._set_busy(busy=False)
        if self._state:
            self.say(_sentence(self._state))
        if asking:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self.pair.is_even:
            self.complain(tr("The two are not the same."))
            return
        self._set_busy(busy=True)
        self._errands.send(self._store(self.first.text(), alone=self.alone.isChecked()))

    async def _store(self, passphrase: str, *, alone: bool) -> None:
        await self._care.set_passphrase(passphrase, alone=alone)
        self.show_state(await self._care.state())

    async def _remove(self) -> None:
        await self._care.remove_passphrase()
        self.show_state(await self._care.state())

    def _set_busy(self, *, busy: bool) -> None:
        """Making a key out of a passphrase takes a moment, on purpose."""
        for widget in (self.pair, self.alone, self.save_button):
            widget.setEnabled(not busy)

    def _failed(self, error: AppError) -> None:
        self._set_busy(busy=False)
        self.complain(words_for(error.fault).sentence)


def _sentence(state: KeyState) -> str:
    if not state.has_passphrase:
        return tr("There is none. Your history opens with this computer's keyring.")
    if state.in_keyring:
        return tr("It opens your history beside the keyring.")
    return tr("Only the passphrase and the recovery key open your history; Sotto asks at every start.")
