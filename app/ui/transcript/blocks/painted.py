"""Which class paints which kind of block, and how far two blocks stand apart."""

from app.markup.block import Block, Kind
from app.markup.labels import Labels
from app.ui.transcript.blocks.code import Code
from app.ui.transcript.blocks.painted_block import PaintedBlock
from app.ui.transcript.blocks.prose import Prose
from app.ui.transcript.blocks.surroundings import Surroundings


def painted(block: Block, labels: Labels, surroundings: Surroundings) -> PaintedBlock:
    """Return a new painted block; nothing is read or laid out yet."""
    if block.kind is Kind.CODE:
        return Code(block, surroundings)
    return Prose(block, labels, surroundings)


def can_become(shown: PaintedBlock, block: Block) -> bool:
    """Say whether `shown` can go on as `block`, by `show`; otherwise a new one is painted in its place."""
    return _class_of(shown.block.kind) is _class_of(block.kind)


def _class_of(kind: Kind) -> type[PaintedBlock]:
    return Code if kind is Kind.CODE else Prose


_PARAGRAPH, _ITEM, _BEFORE_HEADING, _FRAMED = 12, 4, 20, 16


def gap_between(above: Block | None, below: Block) -> int:
    """Return the space between two blocks, at the look's size of text; none above the first."""
    if above is None or below.kind is Kind.NOTHING or (below.part and above.goes_on):
        return 0
    if above.kind is Kind.ITEM and below.kind is Kind.ITEM:
        return _PARAGRAPH if below.loose else _ITEM
    if below.kind is Kind.HEADING:
        return _BEFORE_HEADING
    framed = (Kind.CODE, Kind.TABLE, Kind.FORMULA)
    return _FRAMED if above.kind in framed or below.kind in framed else _PARAGRAPH
