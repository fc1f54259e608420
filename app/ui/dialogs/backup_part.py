"""Backups: how many there are, one made now, in the profile or wherever the person wants it."""

from asyncio import CancelledError, get_running_loop
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QProgressBar

from app.chat.backing_up import BackingUp, BackupState
from app.domain.backup import Backup
from app.domain.errors import AppError
from app.ui.dialogs.part import Part
from app.ui.errands import Errands
from app.ui.measures import about, size
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import words_for


class BackupPart(Part):
    def __init__(self, theme: Theme, backing_up: BackingUp) -> None:
        super().__init__(theme, tr("Backups"))
        self._backing_up = backing_up
        self._errands = Errands(self._failed)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress of the backup"))
        self.bar.setTextVisible(False)
        self.now_button = Button(theme, tr("Back up now"), PLAIN)
        self.elsewhere_button = Button(theme, tr("Back up to a file…"), PLAIN)
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        self.holding = FlowText(theme, INTERFACE, "warn")
        self.remake_button = Button(theme, tr("Make a new one instead"), PLAIN)
        self.drop_button = Button(theme, tr("Delete these backups"), PLAIN)
        self._held: tuple[Backup, ...] = ()
        self.put(self.bar, self.trouble)
        self.put_row((self.now_button, self.elsewhere_button, self.cancel_button))
        self.put(self.holding)
        self.put_row((self.remake_button, self.drop_button))
        self.now_button.clicked.connect(lambda: self._errands.send(self._back_up(None)))
        self.elsewhere_button.clicked.connect(self._choose_file)
        self.cancel_button.clicked.connect(self._errands.cancel)
        self.remake_button.clicked.connect(lambda: self._errands.send(self._remake()))
        self.drop_button.clicked.connect(lambda: self._errands.send(self._drop()))
        self._set_busy(busy=False)
        self._show_held(())

    def show_state(self, state: BackupState) -> None:
        self._show_held(state.holding)
        room = _room(state)
        if not state.backups:
            none = tr("There is none yet. One is made each day on which something has changed.")
            self.say(f"{none} {room}")
            return
        total = size(sum(backup.size for backup in state.backups))
        newest = _moment(state.backups[0].made_at)
        kept = tr("{backups}, the newest of {day}, {size} in all.")
        self.say(f"{kept.format(backups=_counted(state.backups), day=newest, size=total)} {room}")

    def _show_held(self, held: tuple[Backup, ...]) -> None:
        """Say which backups still hold what was deleted, and until when."""
        self._held = held
        if held:
            until = _moment(max(backup.kept_until for backup in held))[:10]
            told = tr("{backups} may still hold what you deleted since, until {day} at the latest.")
            self.holding.set_text(told.format(backups=_counted(held), day=until))
        for widget in (self.holding, self.remake_button, self.drop_button):
            widget.setVisible(bool(held))

    async def _remake(self) -> None:
        held = self._held
        await self._back_up(None)
        await self._drop_all(held)

    async def _drop(self) -> None:
        await self._drop_all(self._held)

    async def _drop_all(self, held: tuple[Backup, ...]) -> None:
        for backup in held:
            await self._backing_up.drop(backup)
        self.show_state(await self._backing_up.state())

    def end(self) -> None:
        self._errands.cancel()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Back up to a file"), str(Path.home() / "Sotto.backup"), _kinds()
        )
        if name:
            self._errands.send(self._back_up(Path(name)))

    async def _back_up(self, path: Path | None) -> None:
        loop = get_running_loop()

        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(self._show_progress, done, of)

        self._set_busy(busy=True)
        try:
            if path is None:
                await self._backing_up.back_up(tell)
            else:
                await self._backing_up.back_up_to(path, tell)
        except CancelledError:
            self._set_busy(busy=False)
            raise
        self._set_busy(busy=False)
        self.show_state(await self._backing_up.state())

    def _show_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)

    def _set_busy(self, *, busy: bool) -> None:
        self.complain()
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        for widget in (self.bar, self.cancel_button):
            widget.setVisible(busy)
        for button in (self.now_button, self.elsewhere_button):
            button.setVisible(not busy)
        for button in (self.remake_button, self.drop_button):
            button.setEnabled(not busy)

    def _failed(self, error: AppError) -> None:
        self._set_busy(busy=False)
        self.complain(words_for(error.fault).sentence)


def _room(state: BackupState) -> str:
    """Say what the next one takes, and whether there is room for it."""
    is_first = not state.backups
    if about(state.seconds):
        further = tr("A further one takes {size} and {time}; {free} are free.")
        told = tr("It takes {size} and {time}; {free} are free.") if is_first else further
    else:
        further = tr("A further one takes {size}; {free} are free.")
        told = tr("It takes {size}; {free} are free.") if is_first else further
    needed, free = size(state.bytes_needed), size(state.bytes_free)
    return told.format(size=needed, time=about(state.seconds), free=free)


def _counted(backups: Sequence[Backup]) -> str:
    if len(backups) == 1:
        return tr("One backup")
    return tr("{count} backups").format(count=len(backups))


def _moment(moment: int) -> str:
    local = datetime.fromtimestamp(moment / 1_000_000, UTC).astimezone()
    return f"{local:%Y-%m-%d %H:%M}"


def _kinds() -> str:
    return f"{tr('Backups of Sotto')} (*.backup)"
