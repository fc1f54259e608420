"""A history surveyed for a request: what of it may be sent, what that costs, and where it may begin."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from app.domain.asking import Asking
from app.domain.belonging import belongings
from app.domain.branch import Path
from app.domain.candidate import Candidate, Part, weigh
from app.domain.context_policy import PolicyKind
from app.domain.cutting import Start
from app.domain.item import question_body
from app.domain.ledger import Altered, Ledger, Reason
from app.domain.shortening import shortened
from app.domain.summary import Summary
from app.domain.tokens import A_FRAME, Amounts, Measure, amounts_of, together

_SUMMARY = "This is a summary of the earlier part of the conversation, which is not sent itself:\n\n{}"
_LONG_RESULT = 0.05  # of the budget; what is longer may be shortened
_SHORT_RESULT = 0.25  # of a long one's limit: so much is left of it
BELONGING_REACH = 32  # items to either side in which a call, its result and its reasoning are looked for
_FEWEST_TOKENS = 200  # shorter results are never touched


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a history. `items` are all that is shown from the depth `reaches` on, oldest first.

    `apart` are items from before that which are wanted all the same: pinned ones with what belongs to them,
    and the first turn where it is to be kept. `in_force` is what the request before this one was given.
    """

    path: Path
    items: tuple[Candidate, ...]
    reaches: int
    apart: tuple[Candidate, ...] = ()
    summary: Summary | None = None
    in_force: Ledger | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """`usable` may be sent, if the cut lets it; `unfit` tells of the others. `pins` are sent in any case.

    `fixed` is what is sent beside all items. `limit` is the depth before which nothing is sent but pins.
    """

    past: Past
    usable: tuple[Candidate, ...]
    pins: tuple[Candidate, ...]
    unfit: Mapping[int, Reason]
    fixed: Amounts = field(repr=False)
    limit: int
    altered: Mapping[int, Altered]
    starts: tuple[Start, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all that may be sent is known, not just the newest part of it."""
        return self.past.reaches <= self.limit

    @property
    def newest(self) -> int:
        """The depth at which the newest turn begins."""
        return self.starts[-1].depth


def survey(past: Past, asking: Asking, measure: Measure) -> Survey:
    limit = _limit(past, asking)
    unfit = dict(_unfit(past.items))
    fit = [candidate for candidate in past.items if candidate.depth not in unfit]
    made = Survey(
        past,
        tuple(candidate for candidate in fit if candidate.depth >= limit),
        tuple(_pins(past, asking, unfit)),
        unfit,
        _fixed(past, asking),
        limit,
        {},
        (),
    )
    return with_starts(made, measure)


def with_starts(made: Survey, measure: Measure) -> Survey:
    """Return the survey with the places where the sent part may begin, each with what it would cost."""
    costs = [candidate.cost(measure) for candidate in made.usable]
    totals = list(accumulate(reversed(costs)))[::-1]
    apart, pins = measure.estimator.tokens(made.fixed), list(made.pins)
    starts: list[Start] = []
    at = 0
    for place, candidate in enumerate(made.usable):
        if candidate.part is Part.QUESTION or (place == 0 and made.past.reaches <= made.limit):
            while at < len(pins) and pins[at].depth < candidate.depth:
                apart += pins[at].cost(measure)
                at += 1
            starts.append(Start(candidate.depth, apart + totals[place]))
    return replace(made, starts=tuple(starts))


def with_altered(made: Survey, altered: Mapping[int, Altered], measure: Measure) -> Survey:
    """Return the survey with more results shortened. What is pinned stays whole, and what belongs to it."""
    pinned = {pin.depth for pin in made.pins}
    altered = {depth: change for depth, change in altered.items() if depth not in pinned}
    if not altered:
        return made
    altered = {**made.altered, **altered}
    usable = tuple(_altered(candidate, altered) for candidate in made.usable)
    return with_starts(replace(made, usable=usable, altered=altered), measure)


def too_long(made: Survey, asking: Asking, measure: Measure, *, newest_too: bool) -> Mapping[int, Altered]:
    """Return how the long results of tools are to be shortened; those of the newest turn only at need."""
    limit = _long_result(asking)
    return {
        candidate.depth: Altered(candidate.item.run, candidate.depth, kept)
        for candidate in made.usable
        if candidate.part is Part.RESULT and (newest_too or candidate.depth < made.newest)
        and not candidate.item.is_pinned
        and (cost := candidate.cost(measure)) > limit
        and (kept := int(len(candidate.item.text) * limit * _SHORT_RESULT / cost))
    }  # fmt: skip


def least_cost(candidates: Iterable[Candidate], asking: Asking, measure: Measure) -> int:
    """Return what candidates cost at least, if the cut moves and long results are shortened."""
    limit = _long_result(asking)
    short = int(limit * _SHORT_RESULT)
    total = 0
    for candidate in candidates:
        if not candidate.item.is_excluded:
            cost = candidate.cost(measure)
            may_shrink = candidate.part is Part.RESULT and asking.policy.shortens_results
            total += short if may_shrink and cost > limit else cost
    return total


def _long_result(asking: Asking) -> int:
    return max(_FEWEST_TOKENS, int(asking.budget * _LONG_RESULT))


def _altered(candidate: Candidate, altered: Mapping[int, Altered]) -> Candidate:
    change = altered.get(candidate.depth)
    if change is None or change.run != candidate.item.run or candidate.part is not Part.RESULT:
        return candidate
    body = shortened(candidate.item.body, change.characters)
    amounts = weigh(candidate.item._replace(body=body)).amounts
    return replace(candidate, body=body, amounts=amounts, is_shortened=True)


def _unfit(items: Sequence[Candidate]) -> Iterator[tuple[int, Reason]]:
    for candidate in items:
        if candidate.item.is_excluded:
            yield candidate.depth, Reason.EXCLUDED
        elif candidate.is_empty:
            yield candidate.depth, Reason.NO_TEXT


def _limit(past: Past, asking: Asking) -> int:
    """Return the depth from which on items may be sent: behind the summary, among the newest few."""
    behind_summary = past.summary.depth + 1 if past.summary else 1
    return max(behind_summary, _newest_few(past.items, asking))


def _newest_few(items: Sequence[Candidate], asking: Asking) -> int:
    match asking.policy.kind:
        case PolicyKind.NEWEST_TURNS:
            depths = [candidate.depth for candidate in items if candidate.part is Part.QUESTION]
        case PolicyKind.NEWEST_ITEMS:
            depths = [
                candidate.depth
                for candidate in items
                if not candidate.is_empty and not candidate.item.is_excluded
            ]
        case _:
            return 1
    wanted = max(1, asking.policy.count)
    return depths[-wanted] if len(depths) >= wanted else 1


def _pins(past: Past, asking: Asking, unfit: Mapping[int, Reason]) -> Iterator[Candidate]:
    """Yield what is wanted wherever the cut is, with all that belongs to it, oldest first."""
    pins = [*past.apart, *pinned_with_belongings(past.items)]
    if asking.policy.kind is PolicyKind.KEEP_FIRST and past.reaches == 1:
        pins += first_turn(past.items)
    found = {pin.depth: pin for pin in pins}
    for depth in sorted(found):
        pin = found[depth]
        if depth not in unfit and not pin.is_empty and not pin.item.is_excluded:
            yield pin


def pinned_with_belongings(items: Sequence[Candidate]) -> list[Candidate]:
    """Return the pinned items of a stretch, each with the call, result and reasoning that go with it."""
    wanted: set[int] = set()
    for place, candidate in enumerate(items):
        if candidate.item.is_pinned:
            first = max(0, place - BELONGING_REACH)
            near = items[first : place + BELONGING_REACH + 1]
            wanted |= {first + other for other in belongings(near, place - first)}
    return [items[place] for place in sorted(wanted)]


def first_turn(items: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the first question with all that answers it, and what stands before it."""
    questions = [place for place, candidate in enumerate(items) if candidate.part is Part.QUESTION]
    return tuple(items[: questions[1]] if len(questions) > 1 else items)


def summary_wording(summary: Summary) -> str:
    """Return the text that is sent in place of what a summary stands for."""
    return summary.text if summary.sealed_for else _SUMMARY.format(summary.text)


def summary_bodies(wording: str, *, is_sealed: bool) -> tuple[str, ...]:
    """Return the items in which the text is sent."""
    return tuple(json.loads(wording)) if is_sealed else (question_body(wording),)


def summary_in(wording: str) -> str:
    """Return the summary without the words that it was sent with."""
    return wording.removeprefix(_SUMMARY.format(""))


def _fixed(past: Past, asking: Asking) -> Amounts:
    texts = [asking.instructions] if asking.instructions else []
    texts += [summary_wording(past.summary)] if past.summary else []
    amounts = A_FRAME
    for text in texts:
        amounts = together(amounts, together(amounts_of(text), A_FRAME))
    return amounts
