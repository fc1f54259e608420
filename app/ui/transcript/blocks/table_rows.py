"""The rows of a table as they are painted; those that are known keep their cells while the table grows."""

from collections.abc import Callable
from dataclasses import dataclass

from app.markup.block import Block
from app.markup.labels import Labels
from app.markup.runs import runs_of
from app.markup.table import Row, Side, read_table
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.blocks.table_cell import TableCell
from app.ui.widgets.display_text import runs_right_to_left


@dataclass(frozen=True, slots=True)
class TableRow:
    source: Row
    cells: tuple[TableCell, ...]
    is_head: bool


class TableRows:
    """Attributes:
    is_read: the rows are those of the block as it is.
    leftward: the columns go from right to left.
    """

    def __init__(self, labels: Labels, around: Surroundings, came: Callable[[], None]) -> None:
        """Hold no rows yet; `came` is called when a formula in one of them has its picture."""
        self.rows: list[TableRow] = []
        self.is_read = False
        self.leftward = False
        self._labels = labels
        self._around = around
        self._came = came

    def forget(self) -> None:
        """Make every cell anew."""
        self.rows, self.is_read = [], False

    def read(self, block: Block) -> None:
        self.is_read = True
        known, self.rows = self.rows, []
        table = read_table(self._around.grammar, block)
        self.leftward = runs_right_to_left(block.content.partition("\n")[0])
        for number, row in enumerate([table.head, *table.rows] if table.head else table.rows):
            is_head = number == 0 and bool(table.head)
            if number < len(known) and (known[number].source, known[number].is_head) == (row, is_head):
                self.rows.append(known[number])
            elif row:
                self.rows.append(TableRow(row, self._cells(row, table.sides, is_head=is_head), is_head))

    def _cells(self, row: Row, sides: tuple[Side, ...], *, is_head: bool) -> tuple[TableCell, ...]:
        usual: Side = "right" if self.leftward else ""
        runs = [runs_of(self._around.grammar, cell, self._labels) for cell in row]
        return tuple(
            TableCell(each, side or usual, self._around, self._came, is_head=is_head)
            for each, side in zip(runs, sides, strict=False)
        )
