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
from app.ui.translation import tr
from app.ui.when import day
from app.ui.wording import Words, words_for


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
        super().__init__(theme, tr("Deleting by itself"))
        self._theme = theme
        self._retaining = retaining
        self._backing_up = backing_up
        self._conversation = conversation
        self._errands = Errands(self._failed)
        self.choice = HoursChoice(theme, offers_general=conversation is not None)
        self.choice.setAccessibleDescription(tr("Delete after so long without a change"))
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
        if is_alone:
            return tr("This conversation is kept until you delete it.")
        return tr("Conversations are kept until you delete them.")
    if is_alone:
        going = tr(
            "This conversation is deleted for ever once nothing has changed in it for {span}. While it is "
            "pinned it stays."
        )
    else:
        going = tr(
            "A conversation in which nothing has changed for {span} is deleted for ever. Pinned ones stay, "
            "and so do those that you keep for longer by their own menu."
        )
    backups = tr(
        "Backups made before keep what they hold until newer ones take their place, or until you delete them."
    )
    return f"{going.format(span=span(hours))} {backups}"


def _question(count: int, hours: int, backups: tuple[Backup, ...]) -> Words:
    """Say how many conversations would go at once, and where something of them stays."""
    if count == 1:
        title, deed = tr("Delete one conversation now?"), tr("Delete it")
        going = tr(
            "One conversation has not changed for {span} and would be deleted for ever now. Nothing brings "
            "it back."
        )
    else:
        title, deed = tr("Delete {count} conversations now?"), tr("Delete {count} conversations")
        going = tr(
            "{count} conversations have not changed for {span} and would be deleted for ever now. Nothing "
            "brings them back."
        )
    explanation = going.format(count=count, span=span(hours))
    if backups:
        explanation += "\n\n" + _still_held(backups)
    return Words(title.format(count=count), explanation, deed.format(count=count))


def _still_held(backups: tuple[Backup, ...]) -> str:
    until = day(max(backup.kept_until for backup in backups))
    if len(backups) == 1:
        held = tr("One backup may still hold something of it, until {day} at the latest.")
    else:
        held = tr("{count} backups may still hold something of it, until {day} at the latest.")
    found = tr("The page Backups in the settings names them.")
    return f"{held.format(count=len(backups), day=until)} {found}"
