"""The items that are shown, for those who lay something over them: where each of them is."""

from dataclasses import replace

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.ids import ItemId
from app.domain.item import Item
from app.ui.theme.theme import Theme
from app.ui.transcript import row_places
from app.ui.transcript.foot import Foot
from app.ui.transcript.history_view import HistoryView

_FLASH_MS = 1200


class ItemView(HistoryView):
    """Items are asked for by their ids, and places told as the viewport counts them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.timeout.connect(self._end_flash)

    def item_of(self, item_id: ItemId) -> Item | None:
        return self.history.item_of(item_id)

    @property
    def newest(self) -> Item | None:
        """The last message that is shown."""
        return next((item for item in reversed(self.history.items)), None)

    def rect_of(self, item_id: ItemId) -> QRect | None:
        """Return where a message lies in the viewport, if any of it is seen."""
        item = self.history.item_of(item_id)
        return self.rect_of_row(item.depth - 1) if item else None

    def foot_of(self, item_id: ItemId) -> Foot | None:
        """Return where the row under a message lies in the viewport, if any of the message is seen."""
        rect, item = self.rect_of(item_id), self.history.item_of(item_id)
        row = self.rows.row(item.depth - 1) if item else None
        if rect is None or row is None or not row.has_foot:
            return None
        foot = row_places.foot(row)
        versions = foot.versions.translated(rect.topLeft()) if foot.versions else None
        return Foot(foot.free.translated(rect.topLeft()), versions)

    def show_item(self, item_id: ItemId) -> None:
        """Scroll a message into sight, and mark it for a moment."""
        item = self.history.item_of(item_id)
        if item is None:
            return
        number = item.depth - 1
        top = self.top_of(number)
        if top is None or top < 0 or top > self.viewport().height() * 2 // 3:
            self.jump_to(number, self.viewport().height() // 4)
        self.sight = replace(self.sight, flashed=number)
        self.viewport().update()
        self._flash.start(_FLASH_MS)

    def _end_flash(self) -> None:
        self.sight = replace(self.sight, flashed=None)
        self.viewport().update()
