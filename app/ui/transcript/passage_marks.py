"""Marks in the transcript what is looked for, and brings one place of it into sight."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject

from app.domain.passages import Needle, Passage, Span
from app.ui.transcript.history_view import HistoryView
from app.ui.transcript.row import Row, is_read
from app.ui.transcript.selection import Place

_MARGIN = 24  # between a place and the edge of the view, or it is brought further in


class PassageMarks(QObject):
    """What is not known to the view yet is marked as soon as it has been read."""

    def __init__(self, view: HistoryView) -> None:
        super().__init__(view)
        self._view = view
        self._wanted: tuple[Passage, int] | None = None
        self._is_awaited = False  # the text in which it stands is in sight, and still being read
        view.moved.connect(self._go_on)

    def look_for(self, needle: Needle | None) -> None:
        """Mark every place in which it stands; None ends it."""
        self._wanted = None
        self._view.sight = replace(self._view.sight, sought=needle, current=None)
        self._view.viewport().update()

    def go_to(self, passage: Passage, number: int) -> None:
        """Bring a message's place of this number into sight, counted from 0."""
        self._wanted, self._is_awaited = (passage, number), False
        if self._view.history.knows(passage.depth):
            self._go_on()
        else:
            self._view.jump_to(passage.depth - 1, self._view.viewport().height() // 3)

    def _go_on(self) -> None:
        needle, wanted = self._view.sight.sought, self._wanted
        if needle is None or wanted is None or not self._view.history.knows(wanted[0].depth):
            return
        at, number = wanted[0].depth - 1, wanted[1]
        row = self._view.rows.row(at)
        if self._is_awaited and row and not is_read(row):
            self._wanted = wanted if self._view.top_of(at) is not None else None
            return
        self._wanted = None
        spots = list(_spots(row, needle)) if row and row.has_body else []
        if row and spots and (is_read(row) or number < len(spots)):
            block, span = spots[min(number, len(spots) - 1)]
            self._view.sight = replace(self._view.sight, current=(at, block, span))
            self._bring_into_sight(row, Place(at, block, span[0]))
            return
        # It stands in what is not drawn, such as the address of a link, or further on than has been read:
        # what is in sight is read on, bit by bit. Who goes elsewhere meanwhile is not called back.
        self._view.sight = replace(self._view.sight, current=None)
        self._view.go_to(at, self._view.viewport().height() // 3)
        if row and row.has_body and not is_read(row):
            self._wanted, self._is_awaited = wanted, True

    def _bring_into_sight(self, row: Row, place: Place) -> None:
        top = row.body.top() + row.column.top_of(place.block)
        self._view.rows.settle(place.row, top, top + 1, 0)
        spot = row.caret(place)
        height = self._view.viewport().height()
        begin = self._view.top_of(place.row)
        y = None if begin is None else begin + int(spot.top())
        if y is None or y < _MARGIN or y + int(spot.height()) > height - _MARGIN:
            self._view.go_to(place.row, height // 3 - int(spot.top()))
        self._view.viewport().update()


def _spots(row: Row, needle: Needle) -> Iterator[tuple[int, Span]]:
    """Yield every place of a row in which it stands, each with the number of its block."""
    for number, block in enumerate(row.column.blocks):
        for span in needle.places(block.text):
            yield number, span
