"""Which class paints which kind of block, and how far two blocks stand apart."""

from app.markup.block import Block, Kind
from app.markup.labels import Labels
from app.ui.transcript.blocks.code import Code
from app.ui.transcript.blocks.formula import Formula
from app.ui.transcript.blocks.painted_block import PaintedBlock
from app.ui.transcript.blocks.prose import Prose
from app.ui.transcript.blocks.rule import Rule
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.blocks.table import Table

_PARAGRAPH, _ITEM, _BEFORE_HEADING, _FRAMED, _RULE = 12, 4, 20, 16, 24


def painted(
    block: Block, labels: Labels, surroundings: Surroundings, before: PaintedBlock | None = None
) -> PaintedBlock:
    """Return a new painted block; nothing is read or laid out yet.

    `before` is the painted block just before it in the message: a part that follows shares with it what
    the whole must have in common, such as the columns of a table.
    """
    earlier = before if block.part else None
    match block.kind:
        case Kind.CODE:
            return Code(block, surroundings, earlier if isinstance(earlier, Code) else None)
        case Kind.TABLE:
            return Table(block, labels, surroundings, earlier if isinstance(earlier, Table) else None)
        case Kind.FORMULA:
            return Formula(block, surroundings)
        case Kind.RULE | Kind.NOTHING:
            return Rule(block, surroundings, is_seen=block.kind is Kind.RULE)
    return Prose(block, labels, surroundings)


def can_become(shown: PaintedBlock, block: Block) -> bool:
    """Say whether `shown` can go on as `block`, by `show`; otherwise a new one is painted in its place."""
    own = (Kind.CODE, Kind.TABLE, Kind.FORMULA, Kind.RULE, Kind.NOTHING)
    if shown.block.part != block.part:
        return False
    return shown.block.kind is block.kind or not (shown.block.kind in own or block.kind in own)


def gap_between(above: Block | None, below: Block) -> int:
    """Return the space between two blocks, at the look's size of text; none above the first."""
    if above is None or below.kind is Kind.NOTHING or (below.part and above.goes_on):
        return 0
    if above.kind is Kind.ITEM and below.kind is Kind.ITEM and not below.begins_list:
        return _PARAGRAPH if below.loose else _ITEM
    if Kind.RULE in (above.kind, below.kind):
        return _RULE
    if below.kind is Kind.HEADING:
        return _BEFORE_HEADING
    framed = (Kind.CODE, Kind.TABLE, Kind.FORMULA)
    return _FRAMED if above.kind in framed or below.kind in framed else _PARAGRAPH
