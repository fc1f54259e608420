"""What must go together: a call and its result, and some reasoning and what follows from it.

A service refuses a request in which one of them stands without the other.
"""

from collections.abc import Iterator, Mapping, Sequence

from app.domain.candidate import Candidate, Part
from app.domain.ledger import Reason


def left_alone(sequence: Sequence[Candidate]) -> Mapping[int, Reason]:
    """Return which places of a sequence cannot be sent as it stands, and why."""
    alone = _half_calls(sequence)
    for place, candidate in enumerate(sequence):
        if candidate.part is Part.REASONING and not _has_follower(sequence, place, alone):
            alone[place] = Reason.NO_FOLLOWER
    return alone


def belongings(sequence: Sequence[Candidate], place: int) -> frozenset[int]:
    """Return the places that must go with the one at `place`, itself among them."""
    wanted, found = {place}, set[int]()
    partners = dict(_partners(sequence))
    while wanted:
        found |= wanted
        wanted = {
            other
            for at in wanted
            for other in (partners.get(at), _follower(sequence, at), *_reasoning_before(sequence, at))
            if other is not None and other not in found
        }
    return frozenset(found)


def _half_calls(sequence: Sequence[Candidate]) -> dict[int, Reason]:
    whole = dict(_partners(sequence))
    reasons = {Part.CALL: Reason.NO_RESULT, Part.RESULT: Reason.NO_CALL}
    return {
        place: reasons[candidate.part]
        for place, candidate in enumerate(sequence)
        if candidate.part in reasons and place not in whole
    }


def _partners(sequence: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Yield each call with its result, and each result with its call. One cut short counts as none."""
    calls: dict[str, int] = {}
    for place, candidate in enumerate(sequence):
        if candidate.call is None or candidate.is_unfinished:
            continue
        if candidate.part is Part.CALL:
            calls[candidate.call] = place
        elif (asked := calls.pop(candidate.call, None)) is not None:
            yield asked, place
            yield place, asked


def _has_follower(sequence: Sequence[Candidate], place: int, alone: Mapping[int, Reason]) -> bool:
    if sequence[place].is_unfinished:
        return False
    at = place
    while sequence[at].part is Part.REASONING:
        if at + 1 >= len(sequence) or not _are_neighbours(sequence, at):
            return False
        at += 1
    return at not in alone and sequence[at].part is not Part.QUESTION and not sequence[at].is_unfinished


def _follower(sequence: Sequence[Candidate], place: int) -> int | None:
    if sequence[place].part is Part.REASONING and place + 1 < len(sequence):
        return place + 1 if _are_neighbours(sequence, place) else None
    return None


def _reasoning_before(sequence: Sequence[Candidate], place: int) -> Iterator[int]:
    if place and sequence[place - 1].part is Part.REASONING and _are_neighbours(sequence, place - 1):
        yield place - 1


def _are_neighbours(sequence: Sequence[Candidate], place: int) -> bool:
    """Whether what comes next also came next in the history: nothing between them is left out."""
    return sequence[place + 1].depth == sequence[place].depth + 1
