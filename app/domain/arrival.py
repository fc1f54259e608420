"""Items on their way in, many at once: what each follows, and the runs that they will lie in.

Whoever brings a conversation in knows of each item only which one it follows. The tree of runs is worked out
here: the first to follow an item goes on in its run, and every other begins a run of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.errors import BugError
from app.domain.ids import ItemId
from app.domain.item import MESSAGE, ItemState, Role


@dataclass(frozen=True, slots=True)
class Arrival:
    """An item that is yet to find its place. It is `behind` another, or a first one."""

    id: ItemId
    behind: ItemId | None
    role: Role
    body: str = field(repr=False)
    created_at: int
    ended_at: int | None = None
    state: ItemState = ItemState.COMPLETE
    model: str | None = None
    kind: str = MESSAGE
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item will lie: `stretch` counts from 0 among those of the same layout."""

    stretch: int
    depth: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """What will be one run. It grows from `parent`, or stands at the very beginning."""

    parent: Place | None
    items: list[Arrival]

    @property
    def first_depth(self) -> int:
        return self.parent.depth + 1 if self.parent else 1

    @property
    def last_depth(self) -> int:
        return self.first_depth + len(self.items) - 1


@dataclass(frozen=True, slots=True)
class Layout:
    """The stretches, each after the one that it grows from, and the place of every item."""

    stretches: Sequence[Stretch]
    places: dict[ItemId, Place]


def lay_out(arrivals: Iterable[Arrival]) -> Layout:
    """Give each item its place. An item must come after the one that it follows, and only once."""
    stretches: list[Stretch] = []
    places: dict[ItemId, Place] = {}
    for arrival in arrivals:
        if arrival.id in places or (arrival.behind and arrival.behind not in places):
            raise BugError("An item came twice, or before the one that it follows.")
        followed = places[arrival.behind] if arrival.behind else None
        place = _place_behind(followed, stretches)
        stretches[place.stretch].items.append(arrival)
        places[arrival.id] = place
    return Layout(stretches, places)


def last_items(arrivals: Iterable[Arrival]) -> list[ItemId]:
    """Return the items that no other follows: where branches end, in the order of their coming."""
    ends: dict[ItemId, None] = {}
    for arrival in arrivals:
        if arrival.behind:
            ends.pop(arrival.behind, None)
        ends[arrival.id] = None
    return list(ends)


def _place_behind(followed: Place | None, stretches: list[Stretch]) -> Place:
    """The next place in the same stretch or, where that is taken, the first of a new one."""
    if followed and followed.depth == stretches[followed.stretch].last_depth:
        return Place(followed.stretch, followed.depth + 1)
    stretches.append(Stretch(followed, []))
    return Place(len(stretches) - 1, stretches[-1].first_depth)
