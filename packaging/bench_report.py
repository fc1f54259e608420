"""The rows that bench programs print, and the table that people read."""

import json
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass, fields

from refusal import Refusal


@dataclass(frozen=True)
class Row:
    """One measured value beside its yardstick, which was measured in the same run on the same machine."""

    name: str
    value: float
    unit: str
    yardstick: str | float | None
    ratio: float | None
    limit: float | None
    ok: bool


COLUMNS = tuple(field.name for field in fields(Row))


def read_rows(program: str, output: str) -> list[Row]:
    """The rows in a bench program's output; anything else is a failure of that program."""
    try:
        return [Row(**{name: row[name] for name in COLUMNS}) for row in json.loads(output)]
    except (ValueError, TypeError, KeyError) as error:
        raise Refusal(f"{program} did not print rows with {', '.join(COLUMNS)}.") from error


def as_json(rows: Sequence[Row]) -> str:
    return json.dumps([asdict(row) for row in rows], indent=2) + "\n"


def as_table(rows: Sequence[Row]) -> str:
    """The rows in aligned columns: words to the left, numbers to the right."""
    cells = [COLUMNS, *(tuple(map(shown, astuple(row))) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(
            aligned(cell, column, width) for cell, column, width in zip(line, COLUMNS, widths, strict=True)
        )
        for line in cells
    ]
    return "\n".join(line.rstrip() for line in lines)


def aligned(cell: str, column: str, width: int) -> str:
    return cell.ljust(width) if column in ("name", "unit", "ok") else cell.rjust(width)


def shown(value: object) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return "yes" if value else "NO"
        case float():
            return f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"
        case _:
            return str(value)
