"""Shows a conversation to a person with a mouse, a keyboard, or something that reads it to them.

The view sticks to the end only while the person is there. In every other case what is seen stays where it
is, whatever arrives below or is read above.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessibleInterface, QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.ids import ItemId
from app.ui.descriptions import Described
from app.ui.theme.theme import Theme
from app.ui.transcript.accessible_transcript import AccessibleTranscript
from app.ui.transcript.announcer import Announcer
from app.ui.transcript.canvas import LINE
from app.ui.transcript.copying import Copier
from app.ui.transcript.item_view import ItemView
from app.ui.transcript.link_line import LinkLine
from app.ui.transcript.pointer import Pointer
from app.ui.transcript.pressing import Pressing
from app.ui.transcript.walker import Walker
from app.ui.transcript.way_to_end import WayToEnd
from app.ui.translation import tr

_MOST_COPIED_AT_ONCE = 40  # messages: each is laid out for it


class TranscriptView(Described, ItemView):
    """The messages of one conversation.

    Signals:
        pointed: the id of the message under the pointer, or else of the one with the focus, or None.
        entered: the id of the message on which Enter was pressed.
        long_copy_wanted: a selection that is to be copied, of more messages than are at hand.
        menu_wanted: the id of a message, and where on the screen its menu is asked for.
    """

    pointed = Signal(object)
    entered = Signal(object)
    menu_wanted = Signal(object, object)
    long_copy_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Messages"))
        self.pressing = Pressing(self)
        self._pointer = Pointer(self, self.pressing.over)
        self._walker = Walker(self, self._pointer.select)
        self._over: int | None = None
        self._pointer.pointed.connect(self._point)
        self._pointer.pressed.connect(self.pressing.press)
        self._pointer.left.connect(self.pressing.leave)
        self._link_line = LinkLine(theme, self)
        self._link_line.closed.connect(self.setFocus)
        self.moved.connect(self._link_line.follow)
        self.pressing.link_wanted.connect(self._link_line.show_link)
        self._walker.walked.connect(self._point)
        self._walker.entered.connect(self._enter)
        self.copier = Copier(self, lambda: self._walker.focused)
        self._pointer.selected.connect(self.copier.offer)
        self._way_to_end = WayToEnd(theme, self)
        self._walker.walked.connect(Announcer(self).tell_focus)

    def clear(self) -> None:
        super().clear()
        self._link_line.leave()

    @property
    def pointed_item(self) -> ItemId | None:
        """The message under the pointer or, if there is none, the one with the focus."""
        return self._id_of(self._over) or (self.focused_item if self.hasFocus() else None)

    @property
    def focused_item(self) -> ItemId | None:
        return self._id_of(self._walker.focused)

    def focus_message(self, item_id: ItemId) -> None:
        """Give a message the keyboard's focus."""
        item = self.history.item_of(item_id)
        if item:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._walker.focus(item.depth - 1)

    def describe(self) -> QAccessibleInterface:
        return AccessibleTranscript(self)

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._pointer.rest()
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._walker.select_all()
        elif not self._walker.key(event) and not self._scroll_by_key(Qt.Key(event.key())):
            event.ignore()

    def focusNextPrevChild(self, following: bool) -> bool:
        """In the message with the focus, Tab goes from link to link first."""
        return self._walker.walk_links(1 if following else -1) or super().focusNextPrevChild(following)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        number = self._walker.focused
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            number = self.number_at(event.pos().y())
        if item_id := self._id_of(number):
            self.menu_wanted.emit(item_id, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self.pointed.emit(self.pointed_item)

    def _copy(self) -> None:
        selection = self.sight.selection
        if selection and selection.last.row - selection.first.row > _MOST_COPIED_AT_ONCE:
            self.long_copy_wanted.emit(selection)
        else:
            self.copier.copy()

    def _scroll_by_key(self, key: Qt.Key) -> bool:
        page = self.viewport().height() * 9 // 10
        moves = {
            Qt.Key.Key_PageUp: page,
            Qt.Key.Key_PageDown: -page,
            Qt.Key.Key_Up: LINE,
            Qt.Key.Key_Down: -LINE,
        }
        if key == Qt.Key.Key_Home:
            self.jump_to(0, self.anchor.margin)
        elif key == Qt.Key.Key_End:
            self.jump_to_end()
        elif key in moves:
            self.move_by(moves[key])
        else:
            return False
        return True

    def _enter(self, number: int) -> None:
        """Enter was pressed on a row."""
        row, link = self.rows.row(number), self._walker.link
        if link:
            self.pressing.link_wanted.emit(link)
        elif row and row.is_folded:
            self.pressing.toggle(number)
        elif item_id := self._id_of(number):
            self.entered.emit(item_id)

    def _point(self, number: int | None) -> None:
        self._over = number
        self.pointed.emit(self.pointed_item)

    def _id_of(self, number: int | None) -> ItemId | None:
        item = self.history.item(number + 1) if number is not None else None
        return item.id if item else None
