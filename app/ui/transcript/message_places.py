"""Where each message is and what it shows, for whatever lies over the transcript: buttons, fields, marks."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.conversation import Versions
from app.domain.ids import ItemId
from app.domain.item import Item
from app.ui.transcript.foot import Foot, Room
from app.ui.transcript.message import Message
from app.ui.transcript.message_column import MessageColumn


class MessagePlaces(QObject):
    """The transcript's one door to the messages. Places are told in the coordinates of `ground`.

    Signals:
        pointed: the id of the item under the pointer or with the focus, whichever came later; None for none.
        moved: messages may be elsewhere than before.
        entered: the id of the item with the focus, when Enter is pressed on it.
        menu_wanted: the id of an item whose menu is asked for, and where on the screen.
        room_changed: a message that needs more room than before, or less.
    """

    pointed = Signal(object)
    moved = Signal()
    entered = Signal(object)
    menu_wanted = Signal(object, object)
    room_changed = Signal(object)

    def __init__(self, view: QScrollArea, column: MessageColumn) -> None:
        super().__init__(view)
        self._view = view
        self._column = column
        self._pointed: Message | None = None
        self._rooms: dict[ItemId, Room] = {}
        column.made.connect(self._watch)
        column.placed.connect(self.moved)
        view.verticalScrollBar().valueChanged.connect(self.moved)

    @property
    def ground(self) -> QWidget:
        """What lies over the messages belongs here."""
        return self._view.viewport()

    @property
    def newest(self) -> Item | None:
        """The last item that is shown."""
        return self._column.messages[-1].item if self._column.messages else None

    @property
    def pointed_item(self) -> ItemId | None:
        return self._pointed.item.id if self._pointed in self._column.messages else None

    @property
    def focused_item(self) -> ItemId | None:
        return next((each.item.id for each in self._column.messages if each.text.hasFocus()), None)

    def item_of(self, item_id: ItemId | None) -> Item | None:
        message = self._column.message_of(item_id) if item_id else None
        return message.item if message else None

    def text_of(self, item_id: ItemId) -> str:
        """Return what an item says, as far as it has come."""
        message = self._column.message_of(item_id)
        return message.text.text() if message else ""

    def versions_of(self, item_id: ItemId) -> Versions | None:
        message = self._column.message_of(item_id)
        return message.versions if message else None

    def rect_of(self, item_id: ItemId) -> QRect | None:
        message = self._column.message_of(item_id)
        return _on(self.ground, message, message.rect()) if message else None

    def foot_of(self, item_id: ItemId) -> Foot | None:
        """Return the row under a message, if it can be seen."""
        message = self._column.message_of(item_id)
        if message is None:
            return None
        foot = message.foot()
        free = _on(self.ground, message, foot.free)
        if not self.ground.rect().intersects(free):
            return None
        return Foot(free, _on(self.ground, message, foot.versions) if foot.versions else None)

    def show_versions(self, versions: Mapping[ItemId, Versions]) -> None:
        self._column.show_versions(versions)
        self.moved.emit()

    def focus_message(self, item_id: ItemId) -> None:
        if message := self._column.message_of(item_id):
            message.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter(self) -> None:
        """Enter was pressed somewhere in the transcript."""
        if focused := self.focused_item:
            self.entered.emit(focused)

    def reserve(self, item_id: ItemId, height: int, *, instead: bool) -> None:
        """Keep a room in a message: in the place of its text, or below it. A height of 0 gives it back."""
        if height:
            self._rooms[item_id] = Room(height, instead)
        else:
            self._rooms.pop(item_id, None)
        if message := self._column.message_of(item_id):
            message.room = self._rooms.get(item_id)
            self.room_changed.emit(message)

    def room_of(self, item_id: ItemId) -> QRect | None:
        """Return where the room is that is kept in a message."""
        message = self._column.message_of(item_id)
        return _on(self.ground, message, message.room_area) if message and message.room else None

    def _watch(self, message: Message) -> None:
        message.room = self._rooms.get(message.item.id)
        message.pointed.connect(lambda pointed: self._point(message, pointed=pointed))
        message.text.ring_changed.connect(lambda: self._point(message, pointed=message.text.has_ring))
        message.menu_wanted.connect(lambda place: self._ask_for_menu(message, place))

    def _point(self, message: Message, *, pointed: bool) -> None:
        if pointed:
            self._pointed = message
        elif self._pointed is message:
            self._pointed = None
        self.pointed.emit(self.pointed_item)

    def _ask_for_menu(self, message: Message, place: QPoint) -> None:
        self.menu_wanted.emit(message.item.id, place)


def _on(ground: QWidget, message: Message, area: QRect) -> QRect:
    return QRect(message.mapTo(ground, area.topLeft()), area.size())
