"""Joins the window to the ways out and in: what is to be exported, and what is to be brought in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QAbstractScrollArea

from app.chat.controller import ChatController
from app.domain.ids import ConversationId, FolderId
from app.ui import later
from app.ui.composer.drop_place import DropPlace
from app.ui.composer.incoming import paths_in
from app.ui.errands import Errands
from app.ui.panels.header import Header
from app.ui.sidebar.sidebar import Sidebar
from app.ui.sidebar.wishes import Chosen
from app.ui.theme.theme import Theme
from app.ui.translation import tr

if TYPE_CHECKING:
    from app.ui.exchange.import_dialog import ImportDialog


class ExchangeActs(QObject):
    """A file that is dropped on the list is brought in; one on a conversation goes along with a message."""

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        sidebar: Sidebar,
        header: Header,
        errands: Errands,
        shown: Callable[[], ConversationId | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._controller = controller
        self._sidebar = sidebar
        self._errands = errands
        self._shown = shown
        lists = [area.viewport() for area in sidebar.findChildren(QAbstractScrollArea)]
        self.drop_place = DropPlace(theme, sidebar, *lists, words=tr("Drop to import"), parent=self)
        self.drop_place.dropped.connect(self._take)
        sidebar.wishes.export.connect(lambda rows: errands.send(self._export_rows(rows)))
        sidebar.wishes.folder_export.connect(lambda folder: errands.send(self._export_folder(folder)))
        header.export_wanted.connect(self.export)

    def export(self) -> None:
        """Take the conversation that is shown elsewhere."""
        shown = self._shown()
        if shown and self._sidebar.known.of(shown):
            self._open([shown])

    def export_all(self) -> None:
        self._errands.send(self._export_everything())

    def bring_in(self, path: Path | None = None) -> "ImportDialog":
        dialog = later.bringing_in(self._theme, self._controller.exchange.importing, self._sidebar, path)
        dialog.open()
        return dialog

    def _take(self, content: QMimeData) -> None:
        paths = paths_in(content)
        if len(paths) > 1:
            told = tr("One file or folder at a time. Of an export in several parts, choose the folder.")
            self.bring_in().complain(told)
        elif paths:
            self.bring_in(paths[0])

    async def _export_rows(self, rows: Chosen) -> None:
        self._open(await self._controller.listing.ids(rows))

    async def _export_everything(self) -> None:
        if those := await self._controller.exchange.exporting.everything():
            self._open(those)

    async def _export_folder(self, folder: FolderId) -> None:
        if those := await self._controller.exchange.exporting.within(folder):
            self._open(those)

    def _open(self, those: Sequence[ConversationId]) -> None:
        later.export(self._theme, self._controller.exchange.exporting, those, self._sidebar).open()
