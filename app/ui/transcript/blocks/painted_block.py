"""What every painted block can do. The view owns the blocks and paints what is in sight."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.markup.block import Block

Span = tuple[int, int]
"""From a position up to another. Positions count the characters of a block's `text()`."""


@dataclass(frozen=True, slots=True)
class Highlights:
    """What is marked in one block: what is selected, and what a search has found.

    Attributes:
        selected: the selection's share of this block.
        found: every hit in this block.
        current: the hit at which the search stands.
    """

    selected: Span = (0, 0)
    found: Sequence[Span] = ()
    current: Span = (0, 0)


PLAIN = Highlights()


class Knob(StrEnum):
    """What can be pressed in a block."""

    COPY = "copy"
    WRAP = "wrap"


@dataclass(frozen=True, slots=True)
class Link:
    """A link under the pointer: where it says it leads, and the host that would be asked."""

    address: str
    host: str
    span: Span


class PaintedBlock(ABC):
    """One block in a column. Points count from its top left corner; nothing is laid out before it must be.

    Where a method is not overridden, the block has nothing of that kind.
    """

    def __init__(self, block: Block) -> None:
        self.block = block

    @abstractmethod
    def show(self, block: Block) -> None:
        """Show what the block has become. Costs what is new where text was added at the end of code."""

    @abstractmethod
    def estimate(self, width: float) -> float:
        """Return the height at `width` without laying anything out; exact where that is done already."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Lay out for `width`, if that is not done, and return the height."""

    @abstractmethod
    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, highlights: Highlights = PLAIN) -> None:
        """Paint with the top left corner at `origin`. `clip` counts from `origin`."""

    @abstractmethod
    def text(self) -> str:
        """Return the text that is seen, which positions count. A formula's picture is one character."""

    @abstractmethod
    def position_at(self, point: QPointF) -> int:
        """Return the position nearest to `point`."""

    @abstractmethod
    def rect_of(self, position: int) -> QRectF:
        """Return where a caret at `position` stands."""

    @abstractmethod
    def release(self) -> None:
        """Let go of the document; it is made anew when it is asked for."""

    @abstractmethod
    def labels_changed(self) -> None:
        """Read the block again, because a link or a footnote that it may use has been defined."""

    def go_on(self, deadline: float) -> bool:
        """Do more of what may be done at leisure, such as colouring; say whether all is done."""
        return deadline >= 0

    def link_at(self, point: QPointF) -> Link | None:
        """Return the link at `point`."""
        del point
        return None

    def links(self) -> Sequence[Link]:
        """Return every link, in the order of the text."""
        return ()

    def knob_at(self, point: QPointF) -> Knob | None:
        """Return the button at `point`."""
        del point
        return None

    def knob_rect(self, knob: Knob) -> QRectF:
        """Return where a button is; empty where the block has none."""
        del knob
        return QRectF()

    def press(self, knob: Knob) -> None:
        """Do what a button does to the block itself. Copying is left to the view, which has the clipboard."""
        del knob

    def hover(self, point: QPointF | None) -> bool:
        """Know where the pointer is, or that it is gone; say whether that changes the picture."""
        del point
        return False

    def scroll_by(self, pixels: float) -> bool:
        """Move text wider than the block sideways; say whether it moved."""
        del pixels
        return False

    def word_at(self, position: int) -> Span:
        """Return the word around `position`, or the one character there."""
        return word_in(self.text(), position)

    def copied(self, span: Span) -> str:
        """Return what a copy of `span` gives as plain text."""
        return self.text()[slice(*span)]


def word_in(text: str, position: int) -> Span:
    start = end = min(position, len(text))
    while start > 0 and _is_of_word(text[start - 1]):
        start -= 1
    while end < len(text) and _is_of_word(text[end]):
        end += 1
    return (start, end) if end > start else (position, min(position + 1, len(text)))


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
