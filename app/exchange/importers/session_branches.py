"""The branches of a session, of which each lists all its messages anew: put together into one tree.

A message that stands at the beginning of several branches is there once, and they part where they differ.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.exchange.importers.foreign_database import ForeignDatabase
from app.exchange.importers.values import as_json, id_at, number_at

MAIN = "main"
OUTSIDE = "outside the branches"
_PLACES = ("session_id", "message_id", "branch_id", "sequence_number", "user_turn_number")
_USAGE = (
    *("requests", "input_tokens", "output_tokens", "total_tokens"),
    *("input_tokens_details", "output_tokens_details"),
)
_STRUCTURE, _TURNS = "message_structure", "turn_usage"


@dataclass(frozen=True, slots=True)
class Places:
    """The messages of each branch in their order, and what the turn that ends with a message has used."""

    branches: Mapping[str, Sequence[str]] = field(default_factory=dict)
    usage: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """A message at a place of the tree: `name` is its own or, at a second place, one that was made up."""

    name: str
    parent: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Paths:
    steps: Sequence[Step]
    endings: tuple[tuple[str, str], ...]
    current: str | None


def placed(database: ForeignDatabase) -> Mapping[str, Places]:
    """Read the branches of all sessions, where a file has any."""
    found: dict[str, dict[str, list[tuple[float, str, float]]]] = defaultdict(lambda: defaultdict(list))
    if _STRUCTURE in database.tables:
        for row in database.rows(_STRUCTURE, _PLACES):
            order, turn = number_at(row, "sequence_number") or 0, number_at(row, "user_turn_number") or 0
            branch = found[id_at(row, "session_id")][id_at(row, "branch_id") or MAIN]
            branch.append((order, id_at(row, "message_id"), turn))
    used = dict(_used(database))
    return {session: _places(session, branches, used) for session, branches in found.items()}


def paths(messages: Sequence[str], places: Places) -> Paths:
    """Put the branches together. What none of them holds is a line of its own: it is not lost."""
    known = frozenset(messages)
    held = {message for branch in places.branches.values() for message in branch}
    outside = [message for message in messages if message not in held]
    lines = {name: [each for each in line if each in known] for name, line in places.branches.items()}
    if outside:
        lines[OUTSIDE if lines else MAIN] = outside
    growing = _Growing(known)
    ends = {name: growing.along(line) for name, line in lines.items()}
    named = tuple((end, name) for name, end in ends.items() if end is not None and len(lines) > 1)
    return Paths(tuple(growing.steps.values()), named, ends.get(MAIN))


class _Growing:
    """The tree as far as it has been put together."""

    def __init__(self, known: frozenset[str]) -> None:
        self.steps: dict[tuple[str | None, str], Step] = {}
        self._known = known
        self._places: Counter[str] = Counter()
        self._made: set[str] = set()

    def along(self, line: Sequence[str]) -> str | None:
        """Go along a branch, and add what no branch before it went along. Return where it ends."""
        at: str | None = None
        for message in line:
            if (at, message) not in self.steps:
                self.steps[at, message] = Step(self._name(message), at, message)
            at = self.steps[at, message].name
        return at

    def _name(self, message: str) -> str:
        self._places[message] += 1
        if self._places[message] == 1:
            return message
        while (name := f"{message}'{self._places[message]}") in self._known or name in self._made:
            self._places[message] += 1
        self._made.add(name)
        return name


def _places(
    session: str,
    branches: Mapping[str, list[tuple[float, str, float]]],
    used: Mapping[tuple[str, str, float], str],
) -> Places:
    usage: dict[str, str] = {}
    for branch, rows in branches.items():
        rows.sort()
        for (_, message, turn), following in zip(rows, [*rows[1:], None], strict=True):
            is_last = following is None or following[2] != turn
            if is_last and (session, branch, turn) in used:
                usage[message] = used[session, branch, turn]
    return Places({branch: [message for _, message, _ in rows] for branch, rows in branches.items()}, usage)


def _used(database: ForeignDatabase) -> Iterator[tuple[tuple[str, str, float], str]]:
    if _TURNS not in database.tables:
        return
    for row in database.rows(_TURNS, ("session_id", "branch_id", "user_turn_number", *_USAGE)):
        turn = number_at(row, "user_turn_number") or 0
        used = {name: row[name] for name in _USAGE if row[name] is not None}
        yield (
            (id_at(row, "session_id"), id_at(row, "branch_id") or MAIN, turn),
            as_json({"turn_usage": used}),
        )
