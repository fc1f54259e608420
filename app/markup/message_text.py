"""The blocks of a message whose text may grow. Only what is not settled is ever read again.

A block is settled once another has begun behind it in a line that has ended: Markdown never looks back
further. Whatever is long without an end is cut where its own beginning says, so that neither a message of
ten megabytes nor one line of a megabyte is ever read at once, and so that the blocks are the same however
the text arrived.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic
from types import MappingProxyType

from app.markup.block import Block, Kind
from app.markup.bounds import ROWS
from app.markup.fit_text import Fitting
from app.markup.grammar import Environment, Grammar
from app.markup.labels import Labels
from app.markup.splitting import Context, Piece, split

_WINDOW = 3000  # characters that are looked at to find where a block ends
_WIDER = MappingProxyType({Kind.CODE: 8000, Kind.ITEM: 32_000, Kind.QUOTE: 32_000, Kind.FOOTNOTE: 32_000})
_PARAGRAPH = 2400  # the most of a paragraph that is one part
_MARKS = 800  # the most in a window
_SIGNS = ("[", "]", "!", "*", "_", "~", "`", "$", "<", ">", "&", ":", "\\", "- ", "+ ", ". ", ") ")
_UNSEEN = r"[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\U000e0000-\U000e0fff]"
_HAS_UNSEEN = re.compile(_UNSEEN)
_MARK = re.compile(f"({'|'.join(map(re.escape, _SIGNS))})|\n|{_UNSEEN}")
_MANY = 5  # marks cost about as much as the end of a line, or a sign that takes no room in its line
_LONG_LINE = re.compile(".{500}")
_GULP = 8000
_ROWS = re.compile(rf"(?:.*\n){{{ROWS + 1}}}")
_SENTENCE = re.compile(r"[.!?。！？]\s*|\n")


@dataclass(frozen=True, slots=True)
class Change:
    """What a step has changed: every block from `first` on, and the earlier ones in `also`."""

    first: int
    also: frozenset[int] = frozenset()


class MessageText:
    """Text in, blocks out. `blocks` may be read at any time; those that are not settled may still change."""

    def __init__(self, grammar: Grammar, text: str = "") -> None:
        self._grammar = grammar
        self._fitting = Fitting()
        self._settled: list[Block] = []
        self._unsettled: list[Block] = []
        self._tail = ""
        self._context = Context()
        self._coming: list[str] = []
        self._taken = 0
        self._is_behind = False  # the tail holds more to settle
        self._labels = Labels()
        self.append(text)

    @property
    def blocks(self) -> Sequence[Block]:
        return [*self._settled, *self._unsettled]

    @property
    def settled(self) -> int:
        """How many blocks, from the first, stay as they are. A late definition may still give them a link."""
        return len(self._settled)

    @property
    def labels(self) -> "Labels":
        """What links and footnotes the message defines: blocks are shown by it."""
        return self._labels

    @property
    def is_read(self) -> bool:
        return not (self._coming or self._is_behind)

    def append(self, text: str) -> None:
        """Take more text; `read` makes blocks of it."""
        if text:
            self._coming.append(text)

    def read(self, deadline: float = float("inf")) -> Change:
        """Read on until all is read or the time is over."""
        settled, unsettled = len(self._settled), self._unsettled
        while not self.is_read:
            if not self._is_behind:
                self._take()
            self._is_behind = self._settle_some()
            if monotonic() > deadline:
                break
        now = [*self._settled[settled : settled + len(unsettled)], *self._unsettled]
        first = settled + _alike(unsettled, now)
        return Change(first, frozenset(self._labels.users_of_fresh(first)))

    def code_of(self, index: int) -> str:
        """Return the whole code that the block at `index` is a part of."""
        blocks = self.blocks
        first = last = index
        while blocks[first].part and first:
            first -= 1
        while blocks[last].goes_on and last + 1 < len(blocks):
            last += 1
        return "".join(block.content for block in blocks[first : last + 1])

    def _take(self) -> None:
        """Move a little of what has come to the tail."""
        piece = self._coming[0][self._taken : self._taken + _GULP]
        self._tail += self._fitting.fit(piece)
        self._taken += len(piece)
        if self._taken >= len(self._coming[0]):
            del self._coming[0]
            self._taken = 0

    def _settle_some(self) -> bool:
        """Settle what no further text can change; say whether there was any."""
        self._unsettled = []
        if self._cut_next_rows():
            return True
        size = _reach(self._tail, _WINDOW)
        environment, pieces = self._split(size)
        count = self._finished(pieces, size)
        is_cut = len(self._tail) > size
        if pieces and count == 0 and is_cut and pieces[0].block.kind in _WIDER:
            size = _wider(self._tail, pieces[0].block.kind)
            environment, pieces = self._split(size)
            count = min(1, self._finished(pieces, size))
            is_cut = len(self._tail) > size
        for index in range(min(count + 1, len(pieces))):
            if pieces[index].full_at:
                return self._cut(pieces, index, environment, pieces[index].full_at)
        if count:
            self._settle(pieces[:count], environment)
        elif is_cut:
            self._cut_long(pieces, size, environment)
        else:
            self._unsettled = _with_rest(pieces, self._tail)
            self._labels.read_unsettled(environment)
            return False
        return True

    def _cut_next_rows(self) -> bool:
        """In a table that goes on, look no further than its next part."""
        if self._context.kind is not Kind.TABLE:
            return False
        rows = _ROWS.match(self._tail, 0, _WINDOW)
        environment, pieces = self._split(rows.end()) if rows else ({}, [])
        if not pieces or not pieces[0].full_at:
            return False
        return self._cut(pieces, 0, environment, pieces[0].full_at)

    def _split(self, size: int) -> tuple[Environment, list[Piece]]:
        environment: Environment = {}
        return environment, split(self._grammar, self._tail[:size], self._context, environment)

    def _finished(self, pieces: Sequence[Piece], size: int) -> int:
        """How many pieces have another behind them whose beginning is certain."""
        return sum(self._is_certain(piece, size) for piece in pieces[1:])

    def _is_certain(self, piece: Piece, size: int) -> bool:
        """A block is certain to begin once its first line has ended; a table, once its second has."""
        place = piece.begins
        for _ in range(2 if piece.block.kind is Kind.TABLE else 1):
            place = self._tail.find("\n", place, size) + 1
            if not place:
                return False
        return True

    def _settle(self, pieces: Sequence[Piece], environment: Environment) -> None:
        last = pieces[-1]
        for piece in pieces:
            self._keep(piece.block)
        self._labels.settle(environment, self._line_of(last.end))
        self._tail = self._tail[last.end :]
        self._context = Context()
        if last.marker:
            number = (last.block.number or 0) + 1
            self._context = Context(marker=last.marker, number=number)

    def _cut_long(self, pieces: Sequence[Piece], size: int, environment: Environment) -> None:
        """The window is full, and nothing in it is finished."""
        if len(pieces) > 1 or (pieces and pieces[0].end < self._tail.rfind("\n", 0, size)):
            self._settle(pieces[:1], environment)
        elif pieces:
            self._cut(pieces, 0, environment, self._place_of_cut(pieces[0], size))
        else:
            place = self._tail.rfind("\n", 0, size) + 1 or size
            self._keep(Block(Kind.NOTHING, self._tail[:place]))
            self._labels.settle(environment, self._line_of(place))
            self._tail = self._tail[place:]

    def _place_of_cut(self, piece: Piece, size: int) -> int:
        """At the end of a line, else of a sentence or a word, in the later half of what may be taken."""
        most = size if piece.block.kind in _WIDER else _reach(self._tail, min(size, _PARAGRAPH))
        most = max(most, min(piece.begins + 1, size))
        window = self._tail[:most]
        for place in (window.rfind("\n") + 1, _last_sentence(window), window.rfind(" ") + 1):
            if place > max(most // 2, piece.begins):
                return place
        return most

    def _cut(self, pieces: Sequence[Piece], index: int, environment: Environment, place: int) -> bool:
        """Settle what comes before the piece at `index`, and its text up to `place`."""
        if index:
            self._settle(pieces[:index], environment)
            return True
        text = self._tail[:place]
        environment = {}
        parts = split(self._grammar, text, self._context, environment)
        part = parts[0].block if parts else Block(Kind.NOTHING, text)
        content = part.content if len(parts) == 1 else text
        self._keep(replace(part, source=text, content=content, goes_on=bool(parts)))
        self._labels.settle(environment, self._line_of(place))
        self._tail = self._tail[place:]
        self._context = _context_after(parts[0], text) if parts else Context()
        return True

    def _line_of(self, place: int) -> int:
        """The number of the line that begins at `place`, as the grammar counts them."""
        return (self._context.lead + self._tail[:place]).count("\n")

    def _keep(self, block: Block) -> None:
        self._labels.remember(len(self._settled), block.source)
        self._settled.append(block)


def _with_rest(pieces: Sequence[Piece], tail: str) -> list[Block]:
    """The last block's source holds what follows it: blank lines and definitions."""
    if not pieces:
        return [Block(Kind.NOTHING, tail)] if tail else []
    blocks = [piece.block for piece in pieces]
    blocks[-1] = replace(blocks[-1], source=blocks[-1].source + tail[pieces[-1].end :])
    return blocks


def _alike(before: Sequence[Block], now: Sequence[Block]) -> int:
    """How many blocks, from the first, are the same."""
    pairs = enumerate(zip(before, now, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(before), len(now)))


def _context_after(piece: Piece, text: str) -> Context:
    """How the rest of a block is read whose text was cut."""
    kind, part = piece.block.kind, piece.block.part + 1
    whole_line = text.endswith("\n")
    if kind is Kind.CODE or (whole_line and kind in (Kind.TABLE, Kind.ITEM)):
        return Context(piece.lead, kind, part)
    if whole_line and kind in (Kind.QUOTE, Kind.FOOTNOTE):
        return Context("", kind, part)
    kept = kind if kind is Kind.HTML else Kind.PARAGRAPH
    return Context("x\n" if whole_line else "x ", kept, part)


def _reach(text: str, most: int) -> int:
    """Return how far to look at once: not as far as usual where nearly every sign is a mark.

    A mark takes many times as long to read as a letter. What comes later in the text changes nothing.
    """
    window = text[:most]
    weight = sum(map(window.count, _SIGNS)) + _MANY * window.count("\n")
    if weight < _MARKS and (window.isascii() or not _HAS_UNSEEN.search(window)):
        return most  # as nearly always, and told without a look at each
    left = _MARKS
    for found in _MARK.finditer(text, 0, most):
        left -= 1 if found[1] else _MANY
        if left <= 0:
            return found.end()
    return most


def _wider(text: str, kind: Kind) -> int:
    """Marks in code cost nothing, but a long line does: all of it is painted, also what is not seen."""
    most = _WIDER[kind]
    if kind is not Kind.CODE:
        return _reach(text, most)
    found = _LONG_LINE.search(text, 0, most)
    is_dear = found and (not found[0].isascii() or "\t" in found[0])
    return found.end() if found and is_dear else most


def _last_sentence(text: str) -> int:
    ends = [found.end() for found in _SENTENCE.finditer(text, len(text) // 2)]
    return ends[-1] if ends else 0
