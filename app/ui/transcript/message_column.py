"""The messages one below the other, in a column of the look's width.

Heights of rows that are not laid out yet are estimates. Whoever moves rows keeps an anchor, a row and where
it stands in the window, so that a better estimate somewhere above never moves what is being read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.conversation import Versions
from app.domain.ids import ItemId
from app.domain.item import REASONING, Item
from app.domain.usage import Usage
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_MARGIN, COLUMN_WIDTH
from app.ui.transcript.cut_line import CutLine
from app.ui.transcript.message import Message

_TOP = 16

Row = Message | CutLine


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row, and how far its top lies below the top of what is seen."""

    row: Row
    offset: int


class MessageColumn(QWidget):
    """Holds the rows and puts them in their places. Its owner scrolls it and gives it time to lay out.

    Signals:
        made: a message has come to be shown.
        placed: rows have their places anew.
    """

    made = Signal(object)
    placed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._messages: list[Message] = []
        self._cut_line: CutLine | None = None
        self._cut = 0
        self._view_width = 0
        self._unfinished: set[Row] = set()

    @property
    def messages(self) -> list[Message]:
        return self._messages

    def message_of(self, item_id: ItemId) -> Message | None:
        """Return the message that shows an item; the newest are looked at first."""
        return next((each for each in reversed(self._messages) if each.item.id == item_id), None)

    def clear(self) -> None:
        for row in self._rows():
            row.hide()
            row.deleteLater()
        self._messages = []
        self._cut_line = None
        self._cut = 0
        self._unfinished.clear()

    def prepend(self, items: Sequence[Item], usages: Mapping[ItemId, Usage]) -> None:
        """Add what came before. Reasoning has no place of its own here yet."""
        drawn = [item for item in items if item.kind != REASONING]
        self._messages[:0] = [self._new_message(item, usages.get(item.id)) for item in drawn]

    def show_versions(self, versions: Mapping[ItemId, Versions]) -> None:
        """Tell each message which version of it is shown."""
        for message in self._messages:
            message.show_versions(versions.get(message.item.id, message.versions))

    def append(self, item: Item) -> Message:
        self._messages.append(self._new_message(item, None))
        return self._messages[-1]

    def set_cut(self, depth: int) -> None:
        """Draw the line before the first item the model was given, which lies at `depth`."""
        self._cut = depth
        if depth <= 1 and self._cut_line:
            self._cut_line.deleteLater()
            self._cut_line = None
        elif depth > 1:
            if self._cut_line is None:
                self._cut_line = CutLine(self._theme, self)
            self._cut_line.set_count(depth - 1)

    def row_changed(self, row: Row) -> None:
        """Lay `row` out again when there is time."""
        self._unfinished.add(row)

    def use_width(self, view_width: int) -> None:
        """Centre in a view of this width, scroll bar included: then the bar moves nothing when it comes."""
        before = self.column_width
        self._view_width = view_width
        if self.column_width != before:
            self._unfinished.update(self._messages)

    def lay_out(self, near: Row | None, deadline: float) -> bool:
        """Work on what is not laid out, first on `near` and what follows it; say whether all is done."""
        width = self.column_width
        for row in self._in_order_of_need(near):
            if row.lay_out(width, deadline):
                self._unfinished.discard(row)
            if monotonic() > deadline:
                break
        return not self._unfinished

    @property
    def column_width(self) -> int:
        return min(COLUMN_WIDTH, self._view_width - 2 * COLUMN_MARGIN)

    def place(self) -> None:
        """Give every row its place, and the column its height."""
        width = self.column_width
        left = (self._view_width - width) // 2
        top = _TOP
        for row in self._rows():
            area = QRect(left, top, width, row.height_for(width))
            if row.geometry() != area or row in self._unfinished:
                row.setGeometry(area)
                row.place_parts()
                row.show()
            top = area.bottom() + 1
        self.resize(self.width(), top)
        self.placed.emit()

    def anchor_at(self, y: int) -> Anchor | None:
        """Return the first row that is seen when `y` is the top of what is seen."""
        row = self.row_at(y)
        return Anchor(row, row.y() - y) if row else None

    def walk(self, step: int) -> Message | None:
        """Move the focus to the next message, or from outside to the newest, and return it."""
        focused = [place for place, message in enumerate(self._messages) if message.text.hasFocus()]
        place = focused[0] + step if focused else len(self._messages) - 1
        if not 0 <= place < len(self._messages):
            return None
        self._messages[place].text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self._messages[place]

    def row_at(self, y: int) -> Row | None:
        """Return the first row that reaches below `y`."""
        return next((row for row in self._rows() if row.y() + row.height() > y), None)

    def _rows(self) -> Iterator[Row]:
        for message in self._messages:
            if self._cut_line and message.item.depth == self._cut:
                yield self._cut_line
            yield message

    def _in_order_of_need(self, near: Row | None) -> list[Row]:
        rows: list[Row] = list(self._messages)
        start = rows.index(near) if near in rows else len(rows)
        return [row for row in (*rows[start:], *reversed(rows[:start])) if row in self._unfinished]

    def _new_message(self, item: Item, usage: Usage | None) -> Message:
        message = Message(self._theme, item, usage, self)
        self._unfinished.add(message)
        self.made.emit(message)
        return message
