"""The keyboard in the transcript: it walks from message to message, and draws a selection from a caret."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.ui.theme.tokens import GRID
from app.ui.transcript.block_column import Block
from app.ui.transcript.blocks.painted_block import Link
from app.ui.transcript.canvas import Canvas
from app.ui.transcript.markdown_text import MarkdownBlock
from app.ui.transcript.row import Row
from app.ui.transcript.selection import END, Place, Selection

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Walker(QObject):
    """Knows the row that has the keyboard's focus, and where the caret is: at the selection's head.

    Signals:
        walked: the number of the row that has the focus now, or None.
        entered: the number of the row on which Enter was pressed.
    """

    walked = Signal(object)
    entered = Signal(int)

    def __init__(self, canvas: Canvas, select: Callable[[Selection | None], None]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._select = select
        self._column = 0.0  # across which the caret goes up and down
        self._link: tuple[int, int] | None = None  # the row and the number of the link that was walked to

    @property
    def focused(self) -> int | None:
        return self._canvas.sight.focused

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; say whether it was one of these."""
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers == _CONTROL:
            self.walk(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ARROWS and modifiers & _SHIFT:
            self._draw_on(Qt.Key(key), by_word=bool(modifiers & _CONTROL))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and modifiers & _SHIFT:
            self._draw_to_edge(to_end=key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.focused is not None:
            self.entered.emit(self.focused)
        elif key == Qt.Key.Key_Escape and self._canvas.sight.selection:
            self._select(None)
        else:
            return False
        return True

    def walk(self, step: int) -> None:
        """Go to the next message in a direction, from the one in sight if none has the focus."""
        seen = [number for number, _ in self._canvas.anchor.visible() if self._canvas.rows.row(number)]
        if not seen:
            return
        start = self.focused
        if start is None or self._canvas.top_of(start) is None:
            self.focus(seen[-1] if step < 0 else seen[0])
            return
        number = start + step
        while 0 <= number < len(self._canvas.rows) and self._canvas.rows.row(number) is None:
            if self._canvas.rows.height(number):
                return  # nobody has read it yet
            number += step
        if 0 <= number < len(self._canvas.rows):
            self.focus(number)

    @property
    def link(self) -> Link | None:
        """The link that was walked to."""
        links = links_of(self._canvas, self._link[0]) if self._link else []
        return links[self._link[1]][1] if self._link and self._link[1] < len(links) else None

    def walk_links(self, step: int) -> bool:
        """Go to the next link of the message with the focus; say whether there is one."""
        number = self.focused
        links = links_of(self._canvas, number) if number is not None else []
        start = self._link[1] if self._link and self._link[0] == number else (-1 if step > 0 else len(links))
        if number is None or not 0 <= start + step < len(links):
            self._link = None
            return False
        self._link = (number, start + step)
        block, link = links[start + step]
        first, last = (Place(number, block, position) for position in link.span)
        self._select(Selection(first, last))
        self._bring_into_sight(first)
        return True

    def focus(self, number: int | None) -> None:
        """Give a row the focus, and bring it into sight."""
        self._link = None
        self._canvas.sight = replace(self._canvas.sight, focused=number)
        if number is not None:
            self._show(number)
        self._canvas.viewport().update()
        self.walked.emit(number)

    def select_all(self) -> None:
        rows = self._canvas.rows
        self._select(Selection(Place(0, 0, 0), Place(len(rows) - 1, END, END)))

    def _show(self, number: int) -> None:
        height = self._canvas.viewport().height()
        top = self._canvas.top_of(number)
        if top is None or top < 0 or top + min(self._canvas.rows.height(number), height) > height:
            self._canvas.go_to(number, GRID)

    def _draw_on(self, key: Qt.Key, *, by_word: bool) -> None:
        head = self._head()
        if head is None:
            return
        upright = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        forward = key in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        target = self._beyond_line(head, forward) if upright else self._beside(head, forward, by_word)
        self._draw_to(target, keeps_column=upright)

    def _draw_to_edge(self, *, to_end: bool) -> None:
        head = self._head()
        row = self._canvas.rows.row(head.row) if head else None
        if head and row and row.has_body:
            block = row.column.blocks[head.block]
            first, last = block.paragraph_at(head.position)
            self._draw_to(head._replace(position=last if to_end else first))

    def _head(self) -> Place | None:
        """Where the caret is; without a selection at the beginning of the message that has the focus."""
        if selection := self._canvas.sight.selection:
            return Place(*selection.head)
        start = self.focused
        if start is None:
            start = next((number for number, top in self._canvas.anchor.visible() if top >= 0), None)
        if start is None:
            return None
        place = Place(start, 0, 0)
        self._select(Selection.at(place))
        self._remember_column(place)
        return place

    def _draw_to(self, place: Place | None, *, keeps_column: bool = False) -> None:
        selection = self._canvas.sight.selection
        if place is None or selection is None:
            return
        self._select(selection.to(place))
        if not keeps_column:
            self._remember_column(place)
        self._bring_into_sight(place)

    def _remember_column(self, place: Place) -> None:
        if row := self._canvas.rows.row(place.row):
            self._column = row.caret(place).left()

    def _bring_into_sight(self, place: Place) -> None:
        row = self._canvas.rows.row(place.row)
        if row is None:
            return
        spot = row.caret(place)
        top = self._canvas.anchor.place_of(place.row) + int(spot.top())
        bottom, height = top + int(spot.height()), self._canvas.viewport().height()
        if top < 0:
            self._canvas.move_by(-top + GRID)
        elif bottom > height:
            self._canvas.move_by(height - bottom - GRID)

    def _beside(self, place: Place, forward: bool, by_word: bool) -> Place | None:
        block = self._block(place)
        if block is None:
            return self._next_block(place, forward)
        position = _beside(block, place.position, forward, by_word)
        if position is None:
            return self._next_block(place, forward)
        return place._replace(position=position)

    def _beyond_line(self, place: Place, forward: bool) -> Place | None:
        """Return the place one line further down, or up, in the column in which the caret began."""
        row, block = self._canvas.rows.row(place.row), self._block(place)
        if row is None or block is None:
            return self._next_block(place, forward)
        spot = row.caret(place)
        inside = spot.center().y() + (spot.height() if forward else -spot.height())
        begin = row.body.top() + row.column.top_of(place.block)
        if begin <= inside < begin + block.height:
            found = row.place_at(place.row, QPointF(self._column, inside))
            return found if found.block == place.block else place
        return self._next_block(place, forward, at_column=True)

    def _next_block(self, place: Place, forward: bool, *, at_column: bool = False) -> Place | None:
        step, number, block = (1 if forward else -1), place.row, place.block + (1 if forward else -1)
        rows = self._canvas.rows
        while 0 <= number < len(rows):
            row = rows.row(number)
            if row and row.has_body and 0 <= block < len(row.column.blocks):
                rows.settle(number, *_reach(row, block))
                return _entry(row, number, block, forward, self._column if at_column else None)
            number += step
            row = rows.row(number)
            block = 0 if forward or row is None else len(row.column.blocks) - 1
        return None

    def _block(self, place: Place) -> Block | None:
        row = self._canvas.rows.row(place.row)
        return row.column.blocks[place.block] if row and row.has_body else None


def links_of(canvas: Canvas, number: int) -> list[tuple[int, Link]]:
    """Return the links of a row in their order, each with the number of its block."""
    row = canvas.rows.row(number)
    if row is None or not row.has_body:
        return []
    canvas.rows.settle(number, 0, row.height, 0)
    blocks = [
        (place, block) for place, block in enumerate(row.column.blocks) if isinstance(block, MarkdownBlock)
    ]
    return [(place, link) for place, block in blocks for link in block.shown.links()]


def _reach(row: Row, block: int) -> tuple[int, int, int]:
    top = row.body.top() + row.column.top_of(block)
    return top, top + 1, 0


def _entry(row: Row, number: int, block: int, forward: bool, column: float | None) -> Place:
    """Return where a caret enters a block that it comes to."""
    target = row.column.blocks[block]
    if column is None:
        return Place(number, block, 0 if forward else len(target.text))
    top = row.body.top() + row.column.top_of(block)
    edge = top + (1 if forward else target.height - 1)
    return row.place_at(number, QPointF(column, edge))._replace(block=block)


def _beside(block: Block, position: int, forward: bool, by_word: bool) -> int | None:
    """Return the position of the next character or word, None beyond the block's ends."""
    length = len(block.text)
    if (forward and position >= length) or (not forward and position <= 0):
        return None
    if not by_word:
        return position + (1 if forward else -1)
    if forward:
        _, end = block.word_at(position)
        return max(position + 1, end)
    begin, _ = block.word_at(position - 1)
    return min(position - 1, begin)
