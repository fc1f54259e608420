"""The rows of what the model sees: instructions, items of the history, a summary, the question and its files.

A row is found by its number at once, however many there are. What is not sent is known by its place and the
reason alone, until somebody looks at it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from app.domain.branch import Range
from app.domain.ledger import Reason
from app.domain.told_context import ToldContext, ToldItem, ToldSummary


class Kind(Enum):
    INSTRUCTIONS = auto()
    ITEM = auto()
    SUMMARY = auto()
    QUESTION = auto()
    FILES = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """`item` is None while nobody has read what is not sent; `reason` is None for what is sent."""

    kind: Kind
    position: int
    item: ToldItem | None = None
    reason: Reason | None = None
    summary: ToldSummary | None = None

    @property
    def is_sent(self) -> bool:
        return self.reason is None


class ContextRows:
    """`length` is how many items there are; `has_question` says that one comes behind them, or its files."""

    def __init__(
        self, told: ToldContext, length: int, *, has_question: bool, has_files: bool = False
    ) -> None:
        self.told = told
        self.length = length
        self._first = int(told.has_instructions)
        self._summary_after = min(told.summary.position, length) if told.summary else None
        self._behind = has_question + has_files
        self._sent: Mapping[int, ToldItem] = {item.position: item for item in (*told.pinned, *told.items)}
        self._gaps = told.left_out
        self._firsts = [gap.first for gap in told.left_out]

    def __len__(self) -> int:
        return self._first + self.length + int(self._summary_after is not None) + self._behind

    def row(self, number: int, looked_at: Mapping[int, ToldItem]) -> Row:
        """Return one row. `looked_at` are the items that are not sent and have been read."""
        if number < self._first:
            return Row(Kind.INSTRUCTIONS, 0)
        position = number - self._first + 1
        if self._summary_after is not None:
            if position == self._summary_after + 1:
                return Row(Kind.SUMMARY, self._summary_after, summary=self.told.summary)
            position -= position > self._summary_after
        if position > self.length:
            return Row(Kind.QUESTION if position == self.length + 1 else Kind.FILES, position)
        if sent := self._sent.get(position):
            return Row(Kind.ITEM, position, sent)
        return Row(Kind.ITEM, position, looked_at.get(position), self._reason(position))

    def sends(self, position: int) -> bool:
        return position in self._sent

    def number_of(self, position: int) -> int:
        """Return the row of an item."""
        behind = self._summary_after is not None and position > self._summary_after
        return self._first + position - 1 + behind

    @property
    def first_sent(self) -> int:
        """The row from which on the history is sent: what stands before it is not, but what is pinned."""
        first = min((item.position for item in self.told.items), default=self.length + 1)
        return self.number_of(first)

    @property
    def summary_row(self) -> int | None:
        return None if self._summary_after is None else self._first + self._summary_after

    @property
    def dearest(self) -> int:
        """What the costliest part costs: the measure of all bars."""
        summary = self.told.summary.tokens if self.told.summary else 0
        return max(
            [1, summary, self.told.instructions_tokens, *(each.tokens for each in self._sent.values())]
        )

    def left_out(self, positions: Iterable[int]) -> Iterator[Range]:
        """Yield where the items at these positions lie, in few stretches, of those that are not sent."""
        wanted = sorted(each for each in positions if each not in self._sent)
        if not wanted:
            return
        first, last = wanted[0], wanted[-1]
        for part in self.told.ledger.left_out:
            items = part.items
            if items.first <= last and items.last >= first:
                yield Range(items.run, max(items.first, first), min(items.last, last))

    def _reason(self, position: int) -> Reason:
        place = bisect_right(self._firsts, position) - 1
        if place >= 0 and position <= self._gaps[place].last:
            return self._gaps[place].reason
        return Reason.HIDDEN


def length_of(told: ToldContext) -> int:
    """Return how many items there were when a request was made."""
    sent = (item.position for item in (*told.pinned, *told.items))
    return max([0, *sent, *(gap.last for gap in told.left_out)])
