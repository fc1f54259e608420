"""What opens the history and what locks it: recovery key, passphrase, the key itself, and rest."""

from collections.abc import Callable

from app.chat.key_care import KeyCare
from app.domain.errors import AppError
from app.ui.dialogs.key_change_part import KeyChangePart
from app.ui.dialogs.passphrase_part import PassphrasePart
from app.ui.dialogs.recovery_part import RecoveryPart
from app.ui.errands import Errands
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.page import Page
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field
from app.ui.wording import words_for

_MINUTES = (0, 1, 5, 15, 30, 60)
_SECONDS = (0, 15, 30, 60, 180)


class SecurityPage(Page):
    """Nothing secret stays in it when it is left behind."""

    def __init__(
        self, theme: Theme, care: KeyCare, plain: PlainKeeper, change_key: Callable[[], None]
    ) -> None:
        super().__init__(theme, tr("Security"))
        self._care = care
        self._plain = plain
        self._errands = Errands(self._could_not_look)
        self.recovery = RecoveryPart(theme, care, plain)
        self.passphrase = PassphrasePart(theme, care)
        self.key_change = KeyChangePart(theme)
        self.key_change.wanted.connect(change_key)
        self.lock = Choice(theme, tr("Lock by itself"), [(each, _rest(each)) for each in _MINUTES])
        self.clipboard = Choice(theme, tr("Clear the clipboard"), [(each, _soon(each)) for each in _SECONDS])
        lock_hint = tr(
            "The history is closed when nobody has touched Sotto for so long. Ctrl and L locks it at once."
        )
        clipboard_hint = tr("After a recovery key was copied, unless something else was copied since.")
        self.put(
            self.recovery,
            self.passphrase,
            Field(theme, tr("Lock by itself"), self.lock, lock_hint),
            Field(theme, tr("Clear the clipboard"), self.clipboard, clipboard_hint),
            self.key_change,
        )
        self.lock.chosen.connect(lambda minutes: plain.change(lock_minutes=minutes))
        self.clipboard.chosen.connect(lambda seconds: plain.change(clipboard_seconds=seconds))
        plain.changed.connect(self._show_plain)

    def look(self) -> None:
        self._show_plain()
        self._errands.send(self._look())

    def end(self) -> None:
        self._errands.cancel()
        self.recovery.end()
        self.passphrase.end()

    async def _look(self) -> None:
        state = await self._care.state()
        self.recovery.show_state(state)
        self.passphrase.show_state(state)

    def _show_plain(self) -> None:
        self.lock.set_value(self._plain.settings.lock_minutes)
        self.clipboard.set_value(self._plain.settings.clipboard_seconds)

    def _could_not_look(self, error: AppError) -> None:
        self.recovery.complain(words_for(error.fault).sentence)


def _rest(minutes: int) -> str:
    if not minutes:
        return tr("Never")
    return tr("After 1 minute") if minutes == 1 else tr("After {count} minutes").format(count=minutes)


def _soon(seconds: int) -> str:
    return tr("After {count} seconds").format(count=seconds) if seconds else tr("Never")
