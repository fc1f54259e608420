"""The page in front of a locked history: asks for the passphrase or the recovery key, or for the keyring."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.remedy import Remedy
from app.domain.ways import Answer, Way
from app.ui.first_aid_words import offer_of
from app.ui.panels.sheet import Sheet
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, READING, SEMIBOLD, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import LINK, PLAIN, PRIMARY, Button
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import Words

_HIDDEN = (Way.PASSPHRASE, Way.NEW_PASSPHRASE)


class UnlockPage(QWidget):
    """Empties its field with every answer, right or wrong, so that no secret stays in it.

    Signals:
        answered: an Answer to try.
        quit_wanted: give up for now, or turn back where this is a step on the way.
        restore_wanted: a backup is to take the history's place.
    """

    answered = Signal(object)
    quit_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, way_out: str = "") -> None:
        super().__init__(parent)
        self._ways: tuple[Way, ...] = ()
        self._way = Way.KEYRING
        self.title = FlowText(theme, HEADING, weight=SEMIBOLD)
        self.explanation = FlowText(theme, READING)
        self.field = QLineEdit()
        self.again = QLineEdit()
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.again.setPlaceholderText(tr("The same again"))
        self.again.setAccessibleName(tr("The same again"))
        self.trouble = FlowText(theme, SMALL, "bad")
        self.remember = CheckBox(theme, tr("Keep the key in this computer's keyring"))
        self.unlock_button = Button(theme, tr("Unlock"), PRIMARY)
        self.quit_button = Button(theme, way_out or tr("Quit"), PLAIN)
        self.other_buttons = {way: Button(theme, _deed(way), LINK) for way in Way}
        self.restore_button = Button(theme, offer_of(Remedy.RESTORE)[0], LINK)
        self.restore_button.setAccessibleDescription(offer_of(Remedy.RESTORE)[1])
        self._arrange()
        self.unlock_button.clicked.connect(self._answer)
        for field in (self.field, self.again):
            field.returnPressed.connect(self._answer)
        self.quit_button.clicked.connect(self.quit_wanted)
        self.restore_button.clicked.connect(self._restore)
        for way, button in self.other_buttons.items():
            button.clicked.connect(lambda _checked=False, chosen=way: self._take(chosen))

    def ask(self, words: Words, ways: Collection[Way], trouble: str = "", *, restores: bool = False) -> None:
        """Ask for one of `ways`, the first of them at once; `trouble` says why the last answer did not do.

        Where it `restores`, a backup is offered to those who have no way in any more.
        """
        self._ways = tuple(ways)
        self.title.set_text(words.title)
        self.explanation.set_text(f"{words.explanation} {words.next_step}".strip())
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(self.explanation.text())
        self._set_enabled(enabled=True)
        self.restore_button.setVisible(restores)
        self._take(self._way if trouble and self._way in self._ways else self._ways[0])
        self._complain(trouble)

    def _take(self, way: Way) -> None:
        """Turn to a way: its field, and the buttons that lead to the others."""
        self._way = way
        typed = way is not Way.KEYRING
        self._empty()
        hidden = QLineEdit.EchoMode.Password if way in _HIDDEN else QLineEdit.EchoMode.Normal
        self.field.setEchoMode(hidden)
        self.field.setPlaceholderText(_name(way))
        self.field.setAccessibleName(_name(way))
        self.field.setVisible(typed)
        self.unlock_button.set_words(_yes(way))
        self.again.setVisible(way is Way.NEW_PASSPHRASE)
        self.remember.setVisible(typed and Way.KEYRING not in self._ways and way is Way.RECOVERY_KEY)
        for other, button in self.other_buttons.items():
            button.setVisible(other in self._ways and other is not way)
        self._complain("")
        (self.field if typed else self.unlock_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _complain(self, trouble: str) -> None:
        self.trouble.set_text(trouble)
        self.trouble.setVisible(bool(trouble))
        self.field.setAccessibleDescription(trouble)

    def _answer(self) -> None:
        secret = self.field.text()
        if self._way is not Way.KEYRING and not secret.strip():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._way is Way.NEW_PASSPHRASE and self.again.text() != secret:
            self._complain(tr("The two are not the same."))
            return
        self._empty()
        self._set_enabled(enabled=False)  # until the next news
        self.answered.emit(Answer(self._way, secret, remember=self._remembers()))

    def _restore(self) -> None:
        self._empty()
        self._set_enabled(enabled=False)
        self.restore_wanted.emit()

    def _set_enabled(self, *, enabled: bool) -> None:
        for button in (self.unlock_button, self.restore_button):
            button.setEnabled(enabled)

    def _empty(self) -> None:
        self.field.clear()
        self.again.clear()

    def _remembers(self) -> bool:
        return not self.remember.isHidden() and self.remember.isChecked()

    def _arrange(self) -> None:
        sheet = Sheet(self)
        for text in (self.title, self.explanation):
            sheet.column.addWidget(text)
        sheet.column.addSpacing(4)
        for field in (self.field, self.again, self.trouble, self.remember):
            sheet.column.addWidget(field)
        sheet.column.addSpacing(8)
        sheet.column.addWidget(FlowRow((self.unlock_button, self.quit_button)))
        others = QVBoxLayout()
        others.setSpacing(4)
        for button in self.other_buttons.values():
            others.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        others.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeading)
        sheet.column.addLayout(others)


def _name(way: Way) -> str:
    match way:
        case Way.KEYRING:
            return tr("Keyring")
        case Way.PASSPHRASE:
            return tr("Passphrase")
        case Way.RECOVERY_KEY:
            return tr("Recovery key")
        case Way.NEW_PASSPHRASE:
            return tr("New passphrase")


def _deed(way: Way) -> str:
    """Return what leads to a way."""
    match way:
        case Way.KEYRING:
            return tr("Ask the keyring again")
        case Way.PASSPHRASE:
            return tr("Use the passphrase")
        case Way.RECOVERY_KEY:
            return tr("Use the recovery key")
        case Way.NEW_PASSPHRASE:
            return tr("Use a passphrase instead")


def _yes(way: Way) -> str:
    return tr("Use this passphrase") if way is Way.NEW_PASSPHRASE else tr("Unlock")
