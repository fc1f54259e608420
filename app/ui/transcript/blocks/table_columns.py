"""How the width of a table is shared out between its columns."""

from collections.abc import Sequence


def shares(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return a width for each column: what it wants, or where that is too much, a fair share of `room`.

    No column gets less than its least, even if the table is wider than the room then.
    """
    if sum(wanted) <= room:
        return list(wanted)
    floors = [min(pair) for pair in zip(wanted, least, strict=True)]
    rest = room - sum(floors)
    lacks = [want - floor for want, floor in zip(wanted, floors, strict=True)]
    if rest <= 0 or not sum(lacks):
        return floors
    return [floor + rest * lack / sum(lacks) for floor, lack in zip(floors, lacks, strict=True)]
