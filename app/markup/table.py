"""The rows of a table, cell by cell, as Markdown that is not read yet."""

from dataclasses import dataclass
from typing import Literal

from app.markup.block import Block
from app.markup.grammar import Grammar

Side = Literal["", "left", "center", "right"]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Attributes:
    sides: on which side each column's text stands, where its author said so.
    head: the first row; empty in a part that goes on with a table.
    """

    sides: tuple[Side, ...]
    head: Row
    rows: tuple[Row, ...]


def read_table(grammar: Grammar, block: Block) -> Table:
    """Return the table of a block; one that is no table after all has no rows."""
    sides: list[Side] = []
    rows: list[list[str]] = []
    for token in grammar.blocks(block.content, {}):
        match token.type:
            case "tr_open":
                rows.append([])
            case "th_open":
                sides.append(_side(str(token.attrGet("style") or "")))
            case "inline" if rows:
                rows[-1].append(token.content)
    head, *rest = (tuple(row) for row in rows or [[]])
    return Table(tuple(sides), () if block.part else head, tuple(rest))


def _side(style: str) -> Side:
    match style.rpartition(":")[2]:
        case "left" | "center" | "right" as side:
            return side
    return ""
