"""One item as it lies in the transcript: where its lines, its text, its notice and its small print are.

A row knows places and heights, and nothing of painting. All its heights are counted from its own top, its
widths from the left of the column. Where the window runs from right to left, all of it is turned over; the
text inside runs as it is written.
"""

from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF

from app.domain.conversation import Versions
from app.domain.item import Item, ItemState, Role
from app.domain.usage import Usage
from app.ui.theme.scale import scaled
from app.ui.theme.tokens import BUBBLE_INDENT, ICON, INTERFACE, READING, SMALL, Tone
from app.ui.transcript import chips
from app.ui.transcript.block_column import BlockColumn, GrowingText
from app.ui.transcript.folding import is_folded
from app.ui.transcript.selection import Place
from app.ui.widgets.display_text import runs_right_to_left
from app.ui.widgets.text_flow import TextFlow
from app.ui.wording import INTERRUPTED, words_for

PADDING_X, PADDING_Y = 16, 12
FOOT = 24
LINE_ABOVE, LINE_BELOW = 4, 20
FOLD_LINE, FOLD_GAP, FOLD_INDENT = 24, 8, 20
NOTICE_GAP = 12
NARROW_COLUMN, NARROW_INDENT = 480, 32
_FOOT_GAP = 8
_AFTER_PERSON, _AFTER_REPLY = 16, 28


@dataclass(frozen=True, slots=True)
class Around:
    """What is known about an item beside itself.

    `lines` stand above it, each across the column: the day, the cut. `is_unseen` says that the model is not
    given it. `chips` are the names of its files.
    """

    lines: tuple[tuple[str, str], ...] = ()
    usage: Usage | None = None
    versions: Versions | None = None
    is_unseen: bool = False
    chips: tuple[str, ...] = field(default=(), repr=False)


@dataclass(slots=True)
class Row:
    """What changes of a row is set from outside; `measure` then puts its parts in their places."""

    item: Item
    around: Around
    column: BlockColumn
    text: GrowingText | None = None
    is_open: bool = False
    progress: str = ""
    width: int = 0
    is_mirrored: bool = False
    embedded: int | None = None  # the height of what lies in the place of the text, or below it
    embeds_instead: bool = False
    notice: TextFlow | None = None
    body: QRect = field(default_factory=QRect)
    bubble: QRect = field(default_factory=QRect)
    notice_top: int = 0
    embedded_top: int = 0
    foot_top: int = 0
    height: int = 0

    @property
    def is_of_person(self) -> bool:
        return self.item.role is Role.PERSON and not self.is_folded

    @property
    def is_folded(self) -> bool:
        return is_folded(self.item)

    @property
    def has_body(self) -> bool:
        return bool(self.column.blocks) and (self.is_open or not self.is_folded) and not self.embeds_instead

    @property
    def has_foot(self) -> bool:
        return not self.is_folded

    @property
    def lines_height(self) -> int:
        return len(self.around.lines) * (LINE_ABOVE + SMALL.line + LINE_BELOW)

    @property
    def notice_tone(self) -> Tone:
        return "warn" if self.item.state is ItemState.INTERRUPTED else "bad"

    def use_width(self, width: int, *, is_mirrored: bool = False) -> None:
        self.is_mirrored = is_mirrored
        if width != self.width:
            self.width = width
            self.column.use_width(self._text_width)
            self._make_notice()
        self.measure()

    def become(self, item: Item) -> None:
        """Show what has become of the item; its text is set from outside."""
        self.item = item
        self._make_notice()
        self.measure()

    def settle(self, first: int, last: int, fold: int) -> tuple[int, bool]:
        """Lay out what lies between two heights. See `BlockColumn.settle`."""
        if not self.has_body:
            return 0, False
        top = self.body.top()
        growth, changed = self.column.settle(first - top, last - top, fold - top)
        if changed or self.is_of_person:
            self.measure()
        return growth, changed

    def measure(self) -> None:
        """Put all parts in their places."""
        if self.is_folded:
            self._measure_fold()
        elif self.embedded and self.embeds_instead:
            _measure_replaced(self)
        elif self.is_of_person:
            self._measure_question()
        else:
            self._measure_reply()

    def place_at(self, number: int, point: QPointF) -> Place:
        """Return the place in the text that is nearest to a point; `number` is the row's own."""
        if not self.has_body or not self.column.blocks:
            return Place(number, 0, 0)
        inside = point - QPointF(self.body.topLeft())
        block, below = self.column.find(int(inside.y()))
        target = self.column.blocks[block]
        if not target.is_laid_out:
            target.lay_out()
            self.column.measure(block)
        if inside.y() < 0:
            return Place(number, 0, 0)
        if below > target.height and block == len(self.column.blocks) - 1:
            return Place(number, block, len(target.text))
        return Place(number, block, target.position_at(QPointF(inside.x(), below)))

    def caret(self, place: Place) -> QRectF:
        """Return where a caret stands at a place of this row."""
        if not self.has_body or place.block >= len(self.column.blocks):
            return QRectF(0, self.lines_height, 1, READING.line)
        block = self.column.blocks[place.block]
        spot = block.caret(min(place.position, len(block.text)))
        return spot.translated(self.body.left(), self.body.top() + self.column.top_of(place.block))

    @property
    def fold_area(self) -> QRect:
        """Where the line is that opens and closes a folded row."""
        return QRect(0, self.lines_height, self.width, scaled(FOLD_LINE))

    @property
    def foot_area(self) -> QRect:
        return QRect(0, self.foot_top, self.width, scaled(FOOT))

    @property
    def _text_width(self) -> int:
        if self.is_folded:
            return self.width - scaled(FOLD_INDENT)
        if not self.is_of_person:
            return self.width
        indent = scaled(BUBBLE_INDENT) if self.width >= scaled(NARROW_COLUMN) else scaled(NARROW_INDENT)
        return self.width - indent - 2 * PADDING_X

    def _measure_fold(self) -> None:
        top = self.lines_height + scaled(FOLD_LINE)
        self.bubble = QRect()
        text = self.column.height + FOLD_GAP if self.has_body else 0
        self.body = turned(self, QRect(scaled(FOLD_INDENT), top, self._text_width, text))
        self.foot_top = top + text
        self.height = self.foot_top + FOLD_GAP

    def _measure_question(self) -> None:
        most, text = self._text_width, self.column.height if self.has_body else 0
        named = chips.height(self.around.chips, most)
        top = self.lines_height
        width = most if named else self._natural_width(most)
        left = self.width - width - 2 * PADDING_X
        self.bubble = turned(self, QRect(left, top, width + 2 * PADDING_X, text + named + 2 * PADDING_Y))
        # The text keeps the width it was laid out for: what a single line does not need lies beyond an edge.
        at_right = bool(self.column.blocks) and runs_right_to_left(self.column.blocks[0].text)
        inside = self.bubble.adjusted(PADDING_X, 0, -PADDING_X, 0)
        text_left = inside.right() + 1 - most if at_right else inside.left()
        self.body = QRect(text_left, top + PADDING_Y + named, most, text)
        bottom = self.bubble.bottom() + 1
        if self.embedded:
            self.embedded_top = bottom + _FOOT_GAP
            bottom = self.embedded_top + self.embedded
        self.foot_top = bottom
        self.height = bottom + scaled(FOOT) + _AFTER_PERSON

    def _measure_reply(self) -> None:
        top = self.lines_height
        text = self.column.height if self.has_body else 0
        self.bubble = QRect()
        self.body = QRect(0, top, self.width, text)
        bottom = top + text
        if self.notice:
            self.notice_top = bottom + (NOTICE_GAP if bottom > top else 0)
            bottom = self.notice_top + max(scaled(ICON), ceil(self.notice.height))
        if self.embedded:
            self.embedded_top = bottom + _FOOT_GAP
            bottom = self.embedded_top + self.embedded
        self.foot_top = bottom + (_FOOT_GAP if bottom > top else 0)
        self.height = self.foot_top + scaled(FOOT) + _AFTER_REPLY

    def _natural_width(self, most: int) -> int:
        """A question of one line lies in a bubble of its own width."""
        blocks = self.column.blocks
        if len(blocks) == 1 and blocks[0].is_laid_out and blocks[0].height <= READING.line:
            return min(most, ceil(blocks[0].natural_width))
        return most if blocks else 0

    def _make_notice(self) -> None:
        words = notice_words(self.item)
        if not words:
            self.notice = None
            return
        self.notice = TextFlow(INTERFACE)
        self.notice.set_text(words)
        self.notice.set_width(max(1, self.width - scaled(ICON) - FOLD_GAP))
        self.notice.lay_out()


def is_read(row: Row) -> bool:
    """Whether all of its text is blocks by now."""
    return row.text is None or row.text.is_read


def turned(row: Row, area: QRect) -> QRect:
    """Return where an area of a row lies that was measured from left to right."""
    return area.translated(row.width - area.left() - area.right() - 1, 0) if row.is_mirrored else area


def notice_words(item: Item) -> str:
    """Return what went wrong with a reply and what may be done now, if anything went wrong."""
    if item.state not in (ItemState.INTERRUPTED, ItemState.FAILED):
        return ""
    return words_for(item.fault or INTERRUPTED).sentence


def _measure_replaced(row: Row) -> None:
    """What lies in the text's place has the whole width of the column."""
    row.embedded_top = row.lines_height
    row.bubble = QRect()
    row.body = QRect(0, row.embedded_top, row.width, 0)
    row.foot_top = row.embedded_top + (row.embedded or 0) + _FOOT_GAP
    row.height = row.foot_top + scaled(FOOT) + (_AFTER_PERSON if row.is_of_person else _AFTER_REPLY)
