"""The tree of a conversation's branches, drawn out as rows: stretches without a fork, and what hangs on each.

A line goes straight on where the main line does. Other ways off it hang one level further in, and stand
between the place they leave from and the place where the line goes on. Nothing here recurses: a tree may be
as deep as it is long.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.branch import Branch
from app.domain.errors import BugError

Place = tuple[int | None, int]  # run and depth of a stretch's last item

_BEGINNING: Place = (None, 0)


@dataclass(frozen=True, slots=True)
class MapShape:
    """What the map is drawn from: the branches, and where each run that they pass through begins."""

    branches: tuple[Branch, ...]
    starts: Mapping[int, Place]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items from depth `first` to `last`, without a fork. An empty one is where another branch ends too.

    `parent` is the row that it goes on from, and `lane` the line that it lies on. `branch` ends with it, and
    `through` is the newest that holds it. `sides` is how many other ways leave at its end.
    """

    parent: int | None
    run: int | None
    first: int
    last: int
    lane: int
    branch: Branch | None
    through: Branch
    sides: int
    is_shown: bool
    is_main: bool

    @property
    def items(self) -> int:
        return max(0, self.last - self.first + 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """A line that leaves the row `origin`; the first one leaves nowhere. `level` is how far in it lies."""

    origin: int | None
    level: int


@dataclass(frozen=True, slots=True)
class BranchMap:
    """`rows` from above to below: each comes after the row that it goes on from."""

    rows: tuple[Stretch, ...]
    lanes: tuple[Lane, ...]

    def level(self, row: int) -> int:
        return self.lanes[self.rows[row].lane].level

    def unfolded(self, folded: Iterable[int]) -> list[int]:
        """Return the rows that are seen while the side ways of the `folded` ones are not."""
        closed, hidden = set(folded), set[int]()
        seen: list[int] = []
        for number, row in enumerate(self.rows):
            origin = self.lanes[row.lane].origin
            if origin is not None and (origin in closed or self.rows[origin].lane in hidden):
                hidden.add(row.lane)
            if row.lane not in hidden:
                seen.append(number)
        return seen


@dataclass(slots=True)
class _Knot:
    """A stretch on its way into the map."""

    place: Place
    first: int
    parent: Place | None
    ends: list[Branch]
    through: Branch | None = None
    is_shown: bool = False
    is_main: bool = False


def branch_map(shape: MapShape) -> BranchMap:
    """Draw the map of a conversation's branches."""
    if not shape.branches:
        return BranchMap((), ())
    knots = _knots(shape)
    children = _children(knots)
    _mark(knots, shape.branches)
    return _drawn(knots, children)


def _knots(shape: MapShape) -> dict[Place, _Knot]:
    """Cut every run where a branch ends or another run leaves it."""
    cuts: defaultdict[int, set[int]] = defaultdict(set)
    for branch in shape.branches:
        if branch.tip.run is not None:
            cuts[branch.tip.run].add(branch.tip.depth)
    for run, depth in shape.starts.values():
        if run is not None:
            cuts[run].add(depth)
    knots = {_BEGINNING: _Knot(_BEGINNING, 1, None, [])}
    for run in sorted(cuts):
        parent, first = shape.starts[run], shape.starts[run][1] + 1
        for depth in sorted(cuts[run]):
            knots[run, depth] = _Knot((run, depth), first, parent, [])
            parent, first = (run, depth), depth + 1
    for branch in shape.branches:
        knots[branch.tip.run, branch.tip.depth].ends.append(branch)
    return knots


def _children(knots: Mapping[Place, _Knot]) -> dict[Place, list[Place]]:
    """Return what goes on from each place, in the order of its making."""
    children: defaultdict[Place, list[Place]] = defaultdict(list)
    for place in sorted(knots, key=lambda each: (each[0] or 0, each[1])):
        parent = knots[place].parent
        if parent is not None:
            children[parent].append(place)
    return children


def _mark(knots: Mapping[Place, _Knot], branches: Sequence[Branch]) -> None:
    """Note along each way which branch passes: the newest is the last to do so, and need not be outdone."""
    for branch in reversed(branches):
        at: Place | None = (branch.tip.run, branch.tip.depth)
        is_of_note = branch.is_shown or branch.is_main
        while at is not None and (is_of_note or knots[at].through is None):
            knot = knots[at]
            knot.through = knot.through or branch
            knot.is_shown = knot.is_shown or branch.is_shown
            knot.is_main = knot.is_main or branch.is_main
            at = knot.parent


def _drawn(knots: Mapping[Place, _Knot], children: Mapping[Place, list[Place]]) -> BranchMap:
    rows: list[Stretch] = []
    lanes = [Lane(None, 0)]
    beginning = knots[_BEGINNING]
    roots = children.get(_BEGINNING, [])
    alone = len(roots) == 1 and not beginning.ends
    waiting: list[tuple[Place, int | None, int | None]] = [(roots[0] if alone else _BEGINNING, None, 0)]
    while waiting:
        place, parent, lane = waiting.pop()
        if lane is None:
            lanes.append(_beside(lanes, rows, parent))
            lane = len(lanes) - 1
        number, onwards = len(rows), _onwards(knots, children.get(place, []))
        ends = sorted(knots[place].ends, key=lambda each: (not each.is_shown, not each.is_main))
        sides = [each for each in children.get(place, []) if each != onwards]
        row = _row(knots[place], parent, lane, ends[0] if ends else None)
        rows.append(replace(row, sides=len(sides) + len(ends[1:])))
        for end in ends[1:]:
            lanes.append(_beside(lanes, rows, number))
            rows.append(_other_end(row, number, len(lanes) - 1, end))
        waiting += [(onwards, number, lane)] if onwards else []
        waiting += [(each, number, None) for each in reversed(sides)]
    return BranchMap(tuple(rows), tuple(lanes))


def _onwards(knots: Mapping[Place, _Knot], children: Sequence[Place]) -> Place | None:
    """Return where the line goes straight on: the main line, or what is shown, or else what came first."""
    return min(children, key=lambda each: (not knots[each].is_main, not knots[each].is_shown), default=None)


def _beside(lanes: Sequence[Lane], rows: Sequence[Stretch], origin: int | None) -> Lane:
    return Lane(origin, 0 if origin is None else lanes[rows[origin].lane].level + 1)


def _row(knot: _Knot, parent: int | None, lane: int, end: Branch | None) -> Stretch:
    through = knot.through
    if through is None:
        raise BugError("A stretch that no branch holds is not on the map.")
    run, last = knot.place
    return Stretch(parent, run, knot.first, last, lane, end, through, 0, knot.is_shown, knot.is_main)


def _other_end(row: Stretch, parent: int, lane: int, end: Branch) -> Stretch:
    """Return the row of a branch that ends where another one does."""
    return replace(
        row,
        parent=parent,
        first=row.last + 1,
        lane=lane,
        branch=end,
        through=end,
        is_shown=end.is_shown,
        is_main=end.is_main,
    )
