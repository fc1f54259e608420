"""All rows of a conversation. Few of them exist: those near to what is seen, made when they are asked for."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from app.domain.ids import ItemId
from app.domain.item import Item, Role
from app.ui.transcript.block_column import BlockColumn, GrowingText
from app.ui.transcript.folding import fold_text, is_folded
from app.ui.transcript.foot import Room
from app.ui.transcript.height_index import HeightIndex
from app.ui.transcript.history_window import HistoryWindow
from app.ui.transcript.markdown_text import MarkdownBlock
from app.ui.transcript.row import Around, Row

ESTIMATE = 150
_MOST_ROWS = 120


MakeText = Callable[[str, bool], GrowingText]
"""Makes the blocks of a text; of a person's words every line feed stays."""


class TranscriptRows:
    """Row 0 is the item at depth 1. What nobody has read yet has an estimated height, what is hidden none."""

    def __init__(
        self, window: HistoryWindow, make_text: MakeText, around: Callable[[int, Item], Around]
    ) -> None:
        self._window = window
        self._make_text = make_text
        self._around = around
        self._made: OrderedDict[int, Row] = OrderedDict()
        self.index = HeightIndex(0, ESTIMATE)
        self.width = 0
        self.is_mirrored = False
        self.opened: set[ItemId] = set()
        self.rooms: dict[ItemId, Room] = {}

    def __len__(self) -> int:
        return len(self.index)

    def clear(self) -> None:
        self._made.clear()
        self.opened.clear()
        self.index = HeightIndex(0, ESTIMATE)

    def take_length(self) -> None:
        """Have as many rows as the conversation is long."""
        self.index.resize(self._window.length)

    def use_width(self, width: int, *, is_mirrored: bool) -> None:
        """Have a column of this width. Rows learn of it when they are asked for."""
        self.width, self.is_mirrored = width, is_mirrored

    def row(self, number: int) -> Row | None:
        """Return a row, made if need be; None where nothing is known or shown."""
        if not 0 <= number < len(self.index):
            return None
        item = self._window.item(number + 1)
        if item is None:
            if self._window.knows(number + 1):
                self.index.set(number, 0)
            return None
        row = self._made.get(number)
        if row is None or row.item.id != item.id:
            row = self._make(number, item)
        self._made.move_to_end(number)
        if (row.width, row.is_mirrored) != (self.width, self.is_mirrored):
            row.use_width(self.width, is_mirrored=self.is_mirrored)
            self.index.set(number, row.height)
        return row

    def made(self, number: int) -> Row | None:
        """Return a row only if it exists."""
        return self._made.get(number)

    def height(self, number: int) -> int:
        row = self.row(number)
        return row.height if row else self.index[number]

    def settle(self, number: int, first: int, last: int, fold: int) -> tuple[int, bool]:
        row = self.row(number)
        if row is None:
            return 0, False
        growth, changed = row.settle(first, last, fold)
        if changed:
            self.index.set(number, row.height)
        return growth, changed

    def grow(self, number: int, text: str) -> int | None:
        """Add to the text of a row, if it exists, and return the height in it from which it has changed."""
        row = self._made.get(number)
        blocks = row.text if row else None
        if row is None or blocks is None:
            return None
        row.progress = ""
        return self._show_from(number, row, blocks.feed(text))

    def read_on(self, number: int, deadline: float) -> bool:
        """Read on in a long text; say whether there is more of it."""
        row = self._made.get(number)
        blocks = row.text if row else None
        if row is None or blocks is None or blocks.is_read:
            return False
        self._show_from(number, row, blocks.read(deadline))
        return True

    def measure(self, number: int) -> None:
        """Take notice that something in a row has changed its place."""
        if row := self._made.get(number):
            row.measure()
            self.index.set(number, row.height)

    def changed(self, number: int, shown: object) -> tuple[int, int] | None:
        """Measure a block again that has changed by itself, if it is one of this row.

        Returns the height in the row where it begins, and by how much it has grown.
        """
        row = self._made.get(number)
        if row is None:
            return None
        for place, block in enumerate(row.column.blocks):
            if isinstance(block, MarkdownBlock) and block.shown is shown:
                before = block.height
                block.forget()
                block.lay_out()
                row.column.measure(place)
                self.measure(number)
                return row.body.top() + row.column.top_of(place), block.height - before
        return None

    def look_again(self, *numbers: int) -> None:
        """Learn anew what is around some items, and what they are; all of them if none are named."""
        for number in numbers or list(self._made):
            row, item = self._made.get(number), self._window.item(number + 1)
            if row and item:
                row.around = self._around(number, item)
                _make_room(row, self.rooms.get(item.id))
                row.become(item)
                self.index.set(number, row.height)

    def drop(self, numbers: Sequence[int] | None = None) -> None:
        """Let rows go, all of them if none are named. Their heights stay known."""
        for number in list(self._made) if numbers is None else numbers:
            self._made.pop(number, None)

    def toggle(self, number: int) -> None:
        """Open a folded row, or close it."""
        row = self.row(number)
        if row and row.is_folded:
            self.opened ^= {row.item.id}
            row.is_open = row.item.id in self.opened
            if row.is_open and not row.column.blocks:
                self._fill(row)
            self.measure(number)

    def trim(self) -> None:
        """Let go what was not asked for in a long time."""
        while len(self._made) > _MOST_ROWS:
            self._made.popitem(last=False)

    def _show_from(self, number: int, row: Row, first: int) -> int:
        """Show what a text has become from a block on, and return the height in the row where that begins."""
        if row.text:
            row.column.replace_from(first, row.text.blocks[first:])
        self.measure(number)
        return row.body.top() + row.column.top_of(first)

    def _make(self, number: int, item: Item) -> Row:
        row = Row(item, self._around(number, item), BlockColumn(), is_open=item.id in self.opened)
        self._made[number] = row
        if row.is_open or not row.is_folded:
            self._fill(row)
        _make_room(row, self.rooms.get(item.id))
        row.use_width(self.width, is_mirrored=self.is_mirrored)
        self.index.set(number, row.height)
        return row

    def _fill(self, row: Row) -> None:
        text = self._window.text(row.item)
        shown = fold_text(row.item, text) if is_folded(row.item) else text
        row.text = self._make_text(shown, row.item.role is Role.PERSON)
        row.column.replace_from(0, row.text.blocks)


def _make_room(row: Row, room: Room | None) -> None:
    row.embedded = room.height if room else None
    row.embeds_instead = room is not None and room.instead
