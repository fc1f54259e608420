"""Backups, and the check of the archive that they are there for."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.chat.backing_up import BackingUp
from app.chat.checking import Checking
from app.domain.errors import AppError
from app.ui.dialogs.backup_part import BackupPart
from app.ui.dialogs.check_part import CheckPart
from app.ui.errands import Errands
from app.ui.settings.page import Page
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.wording import words_for


class BackupsPage(Page):
    def __init__(
        self,
        theme: Theme,
        backing_up: BackingUp,
        checking: Checking,
        mend: Callable[[], None],
        see: Callable[[QWidget], None],
    ) -> None:
        super().__init__(theme, tr("Backups"))
        self._backing_up = backing_up
        self._checking = checking
        self._errands = Errands(self._could_not_look)
        self.backups = BackupPart(theme, backing_up)
        self.check = CheckPart(theme, checking)
        self.check.mending_wanted.connect(mend)
        # Once there is room for what was found, it is scrolled to.
        self.check.told.connect(lambda: QTimer.singleShot(0, self, lambda: see(self.check)))
        self.backups.title.hide()  # the page's own says the same
        self.put(self.backups, self.check)

    def look(self) -> None:
        self._errands.send(self._look())

    def end(self) -> None:
        self._errands.cancel()
        self.backups.end()
        self.check.end()

    async def _look(self) -> None:
        self.backups.show_state(await self._backing_up.state())
        self.check.show_seconds(await self._checking.seconds_expected())

    def _could_not_look(self, error: AppError) -> None:
        self.backups.complain(words_for(error.fault).sentence)
