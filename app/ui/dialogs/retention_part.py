"""Deleting by itself: after how long without a change conversations go, in general or one alone."""

from PySide6.QtCore import Signal

from app.chat.backing_up import BackingUp
from app.chat.retaining import Retaining
from app.domain.backup import Backup
from app.domain.errors import AppError
from app.domain.ids import ConversationId
from app.domain.retention import Retention
from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.dialogs.hours_choice import HoursChoice, span
from app.ui.dialogs.part import Part
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from app.ui.when import day
from app.ui.wording import Words, words_for

_KEPT = "Conversations are kept until you delete them."
_KEPT_ALONE = "This conversation is kept until you delete it."
_STAYING = "Pinned ones stay, and so do those that you keep for longer by their own menu."
_STAYING_ALONE = "While it is pinned it stays."
_BACKUPS = (
    "Backups made before keep what they hold until newer ones take their place, or until you delete them."
)


class RetentionPart(Part):
    """Asks before a number that would delete something at once.

    Signals:
        deleted: how many conversations have gone because of a new number.
    """

    deleted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        retaining: Retaining,
        backing_up: BackingUp,
        conversation: ConversationId | None = None,
    ) -> None:
        super().__init__(theme, "Deleting by itself")
        self._theme = theme
        self._retaining = retaining
        self._backing_up = backing_up
        self._conversation = conversation
        self._errands = Errands(self._failed)
        self.choice = HoursChoice(theme, offers_general=conversation is not None)
        self.choice.setAccessibleDescription("Delete after so long without a change")
        self.put(self.trouble)
        self.put_row((self.choice,))
        self.choice.chosen.connect(lambda hours: self._errands.send(self._choose(hours)))

    def look(self) -> None:
        """Show how things stand."""
        self._errands.send(self._look())

    def end(self) -> None:
        self._errands.cancel()

    async def _look(self) -> None:
        self.show_state(await self._retaining.state(self._conversation))

    def show_state(self, state: Retention) -> None:
        self.complain()
        own = state.in_general if self._conversation is None else state.own
        self.choice.set_hours(own, state.in_general)
        self.say(_sentence(state, is_alone=self._conversation is not None))

    async def _choose(self, hours: int | None) -> None:
        going = await self._retaining.going(self._conversation, hours)
        if not going:
            await self._keep(hours)
            return
        backups = (await self._backing_up.state()).backups
        period = (await self._retaining.state()).in_general if hours is None else hours
        dialog = ConfirmDialog(self._theme, _question(going, period, backups), self.window())
        dialog.accepted.connect(lambda: self._errands.send(self._keep(hours)))
        dialog.open()

    async def _keep(self, hours: int | None) -> None:
        self.choice.setEnabled(False)
        gone = await self._retaining.keep(self._conversation, hours)
        self.choice.setEnabled(True)
        if self._conversation is None or not gone:
            await self._look()
        if gone:
            self.deleted.emit(gone)

    def _failed(self, error: AppError) -> None:
        self.choice.setEnabled(True)
        self.complain(words_for(error.fault).sentence)


def _sentence(state: Retention, *, is_alone: bool) -> str:
    hours = state.own if is_alone and state.own is not None else state.in_general
    if not hours:
        return _KEPT_ALONE if is_alone else _KEPT
    if is_alone:
        return (
            f"This conversation is deleted for ever once nothing has changed in it for {span(hours)}. "
            f"{_STAYING_ALONE} {_BACKUPS}"
        )
    return (
        f"A conversation in which nothing has changed for {span(hours)} is deleted for ever. "
        f"{_STAYING} {_BACKUPS}"
    )


def _question(count: int, hours: int, backups: tuple[Backup, ...]) -> Words:
    """Say how many conversations would go at once, and where something of them stays."""
    one = count == 1
    what = "One conversation has" if one else f"{count} conversations have"
    explanation = (
        f"{what} not changed for {span(hours)} and would be deleted for ever now. "
        f"Nothing brings {'it' if one else 'them'} back."
    )
    if backups:
        made = "One backup" if len(backups) == 1 else f"{len(backups)} backups"
        until = day(max(backup.kept_until for backup in backups))
        explanation += (
            f"\n\n{made} may still hold {'it' if one else 'them'}, until {until} at the latest. Keys and "
            "backups then names them, and offers to make a new one instead or to delete them."
        )
    deed = "Delete it" if one else f"Delete {count} conversations"
    return Words(f"Delete {'one conversation' if one else f'{count} conversations'} now?", explanation, deed)
