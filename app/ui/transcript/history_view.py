"""A canvas on which the items of one conversation are shown, as far as they are known."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.conversation import HistoryPage, Versions
from app.domain.ids import ItemId
from app.domain.item import Item, ItemState
from app.domain.usage import Usage
from app.markup.grammar import Grammar
from app.ui.theme.theme import Theme
from app.ui.transcript.block_column import GrowingText
from app.ui.transcript.blocks.painted_block import PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.canvas import Canvas
from app.ui.transcript.circumstances import Circumstances
from app.ui.transcript.growth import Growth
from app.ui.transcript.history_window import HistoryWindow, newest_stretch
from app.ui.transcript.idle_work import IdleWork
from app.ui.transcript.markdown_text import MarkdownText
from app.ui.transcript.plain_block import PlainText
from app.ui.transcript.progress import Progress
from app.ui.transcript.rows import TranscriptRows

_AHEAD = 40  # rows that are to be known beyond what is seen


class HistoryView(Canvas):
    """What is seen stays where it is, whatever arrives below or is read above; at the end it follows.

    Signals:
        wanted: the item at this depth is to be seen soon, and nobody has read it yet.
        reply_ended: an item that was growing grows no more.
    """

    wanted = Signal(int)
    reply_ended = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.history = HistoryWindow()
        self.circumstances = Circumstances(self.history)
        super().__init__(theme, TranscriptRows(self.history, self._make_text, self.circumstances.of), parent)
        self._surroundings = _surroundings_of(self, self._block_changed)
        self._idle = IdleWork(self)
        theme.resized.connect(self._resized)
        self._progress = Progress(self._show_progress, self)
        self._awaited: tuple[int, int] | None = None
        self._growth = Growth(self._draw_growth, self)
        self.painted.connect(self._growth.painted)
        self.dragged.connect(self.jump_to)
        self.moved.connect(self._ask)

    def _make_text(self, text: str, of_person: bool) -> GrowingText:
        """A person's words are shown to the letter, a model's as the Markdown that they are."""
        return PlainText(self.theme, text) if of_person else MarkdownText(self._surroundings, text)

    def _block_changed(self, block: PaintedBlock) -> None:
        """A block has found out by itself that it looks different. One above the view grows upwards."""
        for number, _ in self.anchor.visible(self.viewport().height(), self.viewport().height()):
            if changed := self.rows.changed(number, block):
                begin, growth = changed
                if number == self.anchor.top and self.anchor.offset + begin < 0:
                    self.anchor.offset -= growth
                self._idle.arrange_soon(number, begin)
                return

    def shows(self, item_id: ItemId) -> bool:
        return self.history.item_of(item_id) is not None

    def clear(self) -> None:
        self._growth.clear()
        self._progress.clear()
        self._awaited = None
        self.history.clear()
        self.circumstances.clear()
        self.rows.clear()
        self.sight = replace(self.sight, selection=None, focused=None, flashed=None)
        self.anchor.sticks = True
        self.arrange()

    def show_page(self, page: HistoryPage) -> None:
        """Show a conversation's newest items, from the end."""
        self.clear()
        self.circumstances.set_cut(page.ledger.cut if page.ledger else 0)
        self.put_page(page, *newest_stretch(page))

    def put_page(self, page: HistoryPage, first: int, last: int) -> None:
        """Take in a page that tells of all items from depth `first` to `last`."""
        self.history.put_page(page, first, last)
        self.circumstances.add_versions(page.versions)
        self.circumstances.add_files(page.files)
        self.rows.take_length()
        self.rows.look_again(first - 1, last)  # what stands beside it has a neighbour now
        if self._awaited and self.history.knows(self._awaited[0] + 1):
            awaited, self._awaited = self._awaited, None
            self.go_to(*awaited)
        else:
            self.arrange()
        self.rows.drop([depth - 1 for depth in self.history.make_room(self.anchor.top + 1)])

    def add(self, item: Item) -> None:
        """Add an item that has just come to be."""
        self.history.put(item)
        self.rows.take_length()
        self.arrange()

    def grow(self, item_id: ItemId, text: str) -> None:
        """Add text to a reply. It is drawn soon, together with what else arrives until then."""
        self._growth.add(item_id, text)

    def replace(self, item: Item, usage: Usage | None) -> None:
        """Show what has become of an item."""
        self._growth.forget(item.id)
        self._progress.forget(item.id)
        old = self.history.item_of(item.id)
        shown = self.history.text(old) if old else ""
        self.history.put(item, usage)
        self.rows.take_length()
        if old and old.depth == item.depth and item.text.startswith(shown):
            self.rows.grow(item.depth - 1, item.text[len(shown) :])
        elif old:
            self.rows.drop([old.depth - 1, item.depth - 1])
        self.rows.look_again(item.depth - 1)
        self.arrange()
        if old and old.state is ItemState.STREAMING and item.state is not ItemState.STREAMING:
            self.reply_ended.emit(item)

    def tell_progress(self, item_id: ItemId, wait: float | None) -> None:
        """Say that a reply is thought about before its first word or, given seconds, waited for."""
        item = self.history.item_of(item_id)
        if item and wait is not None:
            self._progress.wait(item_id, wait)
        elif item and not self.history.text(item):
            self._progress.think(item_id)

    def set_cut(self, depth: int) -> None:
        """Say from which depth on the model is given what is said."""
        self.circumstances.set_cut(depth)
        self.rows.look_again()
        self.arrange()

    def set_versions(self, versions: Mapping[ItemId, Versions]) -> None:
        self.circumstances.add_versions(versions)
        self.rows.look_again()
        self.arrange()

    def jump_to_end(self) -> None:
        self._awaited = None
        self.anchor.sticks = True
        self.arrange()

    def jump_to(self, row: int, offset: int) -> None:
        """Let a row begin at this height of the view, once it is known. Until then nothing moves."""
        if self.history.knows(row + 1):
            self._awaited = None
            self.go_to(row, offset)
        elif 0 <= row < len(self.rows):
            self._awaited = (row, offset)
            self.wanted.emit(row + 1)

    def missing(self) -> int | None:
        """Return the depth of something that is to be read next, nearest first where the person is going."""
        if self._awaited:
            return self._awaited[0] + 1
        seen = self.anchor.visible()
        if not seen:
            return None
        first, last = seen[0][0] + 1, seen[-1][0] + 1
        return self.history.first_unknown(
            [*range(first, last + 1), *range(first - 1, first - _AHEAD, -1), *range(last + 1, last + _AHEAD)]
        )

    def _ask(self) -> None:
        if (depth := self.missing()) is not None:
            self.wanted.emit(depth)

    def _draw_growth(self, texts: Mapping[ItemId, str]) -> None:
        highest = self.viewport().height()
        for item_id, text in texts.items():
            self._progress.forget(item_id)
            self.history.grow(item_id, text)
            if item := self.history.item_of(item_id):
                top = self.top_of(item.depth - 1)
                changed = self.rows.grow(item.depth - 1, text)
                highest = min(highest, highest if top is None or changed is None else top + changed)
        self.arrange(changed_from=highest)

    def _show_progress(self, item_id: ItemId) -> None:
        item = self.history.item_of(item_id)
        row = self.rows.made(item.depth - 1) if item else None
        if item and row:
            row.progress = self._progress.words(item_id)
            self.repaint_row(item.depth - 1)

    def _resized(self) -> None:
        """Text of another size is read and laid out anew."""
        self._surroundings.close()
        self._surroundings = _surroundings_of(self, self._block_changed)
        self.relayout(anew=True)


def _surroundings_of(view: Canvas, changed: Callable[[PaintedBlock], None]) -> Surroundings:
    """Return what the blocks of a view share. No work is begun for them once the view has gone."""
    made = Surroundings(view.theme, Grammar(), changed)
    view.destroyed.connect(made.close)
    return made
