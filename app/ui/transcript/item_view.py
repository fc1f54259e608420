"""The items that are shown, for those who lay something over them: where each of them is."""

from dataclasses import replace

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.conversation import HistoryPage, Versions
from app.domain.ids import ItemId
from app.domain.item import Item
from app.ui.theme.theme import Theme
from app.ui.transcript import row_places
from app.ui.transcript.folding import is_folded
from app.ui.transcript.foot import Foot, Room
from app.ui.transcript.history_view import HistoryView

_FLASH_MS = 1200


class ItemView(HistoryView):
    """Items are asked for by their ids, and places told as the viewport counts them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.timeout.connect(self._end_flash)
        self._held_foot: tuple[int, int] | None = None

    def item_of(self, item_id: ItemId | None) -> Item | None:
        return self.history.item_of(item_id) if item_id else None

    def text_of(self, item_id: ItemId) -> str:
        """Return what an item says, as far as it has come."""
        item = self.history.item_of(item_id)
        return self.history.text(item) if item else ""

    def versions_of(self, item_id: ItemId) -> Versions | None:
        item = self.history.item_of(item_id)
        row = self.rows.row(item.depth - 1) if item else None
        return row.around.versions if row else None

    @property
    def newest(self) -> Item | None:
        """The last message of the conversation, if it is known. What is folded is none."""
        item = self.history.before(self.history.length + 1)
        while item and is_folded(item):
            item = self.history.before(item.depth)
        return item

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

    def reserve(self, item_id: ItemId, height: int, *, instead: bool) -> None:
        """Keep a room in a message: in the place of its text, or below it. A height of 0 gives it back."""
        self.rows.rooms.pop(item_id, None)
        if height:
            self.rows.rooms[item_id] = Room(height, instead)
        item = self.history.item_of(item_id)
        if item:
            self.rows.look_again(item.depth - 1)
            self.arrange()

    def room_of(self, item_id: ItemId) -> QRect | None:
        """Return where the room lies in the viewport that is kept in a message, if any of that is seen."""
        rect, item = self.rect_of(item_id), self.history.item_of(item_id)
        row = self.rows.row(item.depth - 1) if item else None
        if rect is None or row is None or not row.embedded:
            return None
        return row_places.room_area(row).translated(rect.topLeft())

    def hold_foot(self, item_id: ItemId) -> None:
        """Let the foot of a message stay where it is when another version takes the message's place."""
        item, foot = self.history.item_of(item_id), self.foot_of(item_id)
        self._held_foot = (item.depth - 1, foot.free.top()) if item and foot else None

    def show_again(self, page: HistoryPage, first: int, last: int) -> None:
        """Show what has become of a conversation, and keep what is read where it is."""
        top, offset, sticks, sight = self.anchor.top, self.anchor.offset, self.anchor.sticks, self.sight
        opened, unread = set(self.rows.opened), self.circumstances.unread
        self.blockSignals(True)  # nobody who lies over a message is to miss it meanwhile
        self.clear()
        self.rows.opened |= opened
        self.circumstances.set_cut(page.ledger.cut if page.ledger else 0)
        self.circumstances.set_unread(unread)
        self.anchor.sticks = sticks
        self.put_page(page, first, min(last, page.length))
        if not sticks:
            self.go_to(min(top, max(0, page.length - 1)), offset)
        self.sight = replace(self.sight, focused=sight.focused, flashed=sight.flashed)
        self._put_foot_back()
        self.blockSignals(False)
        self.arrange()

    def _put_foot_back(self) -> None:
        held, self._held_foot = self._held_foot, None
        if held is None:
            return
        number, top = held
        for _ in range(2):  # what comes into sight by the first move has its true height at the second
            row, begin = self.rows.row(number), self.top_of(number)
            if row is None:
                return
            if begin is None:
                self.go_to(number, top - row.foot_top)
            else:
                self.move_by(top - begin - row.foot_top)

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
