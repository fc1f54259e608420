"""Shows the loaded part of a conversation, and keeps still what the person reads.

The view sticks to the end only while the person is there. In every other case what is seen stays where it
is, whatever arrives below or is loaded above.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.domain.conversation import HistoryPage
from app.domain.ids import ItemId
from app.domain.item import Item
from app.domain.usage import Usage
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID
from app.ui.transcript.growth import Growth
from app.ui.transcript.message import Message
from app.ui.transcript.message_column import Anchor, MessageColumn
from app.ui.transcript.message_places import MessagePlaces
from app.ui.widgets.button import FLOATING, Button

_FIRST_SLICE = 0.03  # seconds of layout before the first paint of a page
_SLICE = 0.008  # seconds of layout between two looks at what else there is to do
_AT_END = 2 * GRID
_JUMP_BUTTON_MARGIN = 12


class TranscriptView(QScrollArea):
    """A scroll area of messages.

    Signals:
        earlier_wanted: the person has come near to the top of what is loaded.
    """

    earlier_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Messages")
        self._column = MessageColumn(theme)
        self.setWidget(self._column)
        self.places = MessagePlaces(self, self._column)
        self.places.room_changed.connect(self._go_on)
        self._sticks = True
        self._adjusting = False
        self._growth = Growth(self._draw_growth, self)
        self._layout_timer = QTimer(self)
        self._layout_timer.setSingleShot(True)
        self._layout_timer.timeout.connect(self._go_on)
        self._jump = Button(
            theme, "Jump to the end", FLOATING, icon="arrow-down", icon_only=True, parent=self
        )
        self._jump.adjustSize()
        self._jump.hide()
        self._jump.clicked.connect(self.jump_to_end)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def messages(self) -> list[Message]:
        return self._column.messages

    @property
    def is_laid_out(self) -> bool:
        """Whether nothing is left to be done bit by bit."""
        return not self._layout_timer.isActive()

    def shows(self, item_id: ItemId) -> bool:
        return self._column.message_of(item_id) is not None

    def clear(self) -> None:
        self._growth.clear()
        self._layout_timer.stop()
        self._column.clear()
        self._sticks = True
        self._arrange(_SLICE)

    def show_page(self, page: HistoryPage) -> None:
        """Show a conversation's newest items, from the end."""
        self.clear()
        self._column.prepend(page.items, page.usages)
        self._column.show_versions(page.versions)
        self._column.set_cut(page.ledger.cut if page.ledger else 0)
        self._arrange(_FIRST_SLICE)

    def prepend(self, page: HistoryPage) -> None:
        """Add what came before, above what is seen."""
        with self._keeping_place():
            self._column.prepend(page.items, page.usages)
            self._column.show_versions(page.versions)

    def add(self, item: Item) -> None:
        """Add an item that has just come to be."""
        with self._keeping_place():
            self._column.append(item)

    def grow(self, item_id: ItemId, text: str) -> None:
        """Add text to a reply. It is drawn soon, together with what else arrives until then."""
        self._growth.add(item_id, text)

    def replace(self, item: Item, usage: Usage | None) -> None:
        """Show what has become of an item."""
        self._growth.forget(item.id)
        if message := self._column.message_of(item.id):
            with self._keeping_place():
                message.show_item(item, usage)
                self._column.row_changed(message)

    def set_cut(self, depth: int) -> None:
        with self._keeping_place():
            self._column.set_cut(depth)

    def jump_to_end(self) -> None:
        self._sticks = True
        self._arrange(_FIRST_SLICE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._adjusting:  # the scroll bar came or went: no line breaks differently
            super().resizeEvent(event)
            self._column.resize(self.viewport().width(), self._column.height())
            return
        with self._keeping_place():
            super().resizeEvent(event)
            self._column.use_width(self.width())
            self._column.resize(self.viewport().width(), self._column.height())
        self._jump.move(
            (self.width() - self._jump.width()) // 2,
            self.height() - self._jump.height() - _JUMP_BUTTON_MARGIN,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if control:
                if message := self._column.walk(-1 if event.key() == Qt.Key.Key_Up else 1):
                    self.ensureVisible(0, message.y(), 0, GRID)
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                self.jump_to_end()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.places.enter()
            case _:
                super().keyPressEvent(event)

    @contextmanager
    def _keeping_place(self) -> Iterator[None]:
        anchor = None if self._sticks else self._column.anchor_at(self.verticalScrollBar().value())
        yield
        self._arrange(_SLICE, anchor)

    def _arrange(self, seconds: float, anchor: Anchor | None = None) -> None:
        """Lay out for a while, place the rows, and hold the anchor, or the end if there is none."""
        done = self._column.lay_out(anchor.row if anchor else None, monotonic() + seconds)
        bar = self.verticalScrollBar()
        self._adjusting = True
        self._column.place()
        bar.setValue(anchor.row.y() - anchor.offset if anchor else bar.maximum())
        self._adjusting = False
        self._settle()
        if not done:
            self._layout_timer.start(0)

    def _go_on(self, changed: Message | None = None) -> None:
        """Lay out what is left, and what has come to need another room."""
        with self._keeping_place():
            if changed:
                self._column.row_changed(changed)

    def _draw_growth(self, texts: Mapping[ItemId, str]) -> None:
        with self._keeping_place():
            for item_id, text in texts.items():
                if message := self._column.message_of(item_id):
                    message.grow(text)
                    self._column.row_changed(message)

    def _scrolled(self) -> None:
        if not self._adjusting:
            bar = self.verticalScrollBar()
            self._sticks = bar.value() >= bar.maximum() - _AT_END
            self._settle()

    def _settle(self) -> None:
        """After every move: is the way to the end worth a button, and is there more to load above."""
        bar = self.verticalScrollBar()
        self._jump.setVisible(not self._sticks and bar.value() < bar.maximum() - _AT_END)
        if self._column.messages and bar.value() <= self.viewport().height() // 2:
            self.earlier_wanted.emit()
