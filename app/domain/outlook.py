"""What would be sent if the draft were asked now: found anew at every letter, without another walk."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate

from app.domain.asking import Asking
from app.domain.candidate import Candidate, Part
from app.domain.context_policy import PolicyKind
from app.domain.context_survey import Past, Survey, survey, too_long, with_altered
from app.domain.context_window import as_in_force
from app.domain.cutting import Start, move_cut, start_in_force
from app.domain.ids import ItemId
from app.domain.item import Item, ItemState, Role, question_body
from app.domain.tokens import A_FRAME, NOTHING, Amounts, Measure, amounts_of, together


@dataclass(frozen=True, slots=True)
class Outlook:
    """`items` of the history would be sent, from the depth `cut` on and with what is pinned before it.

    `moves` says that the cut would move with this question, and `is_over` that all of it would not fit.
    `draft` is what the question itself costs, with what is attached to it.
    """

    cut: int
    items: int
    tokens: int
    uncertainty: int
    budget: int
    moves: bool
    is_over: bool
    draft: int


@dataclass(frozen=True, slots=True)
class _Side:
    """A survey, and of what is sent from each of its items on, how much was counted and not estimated."""

    survey: Survey
    certain: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Prospect:
    """A history made ready for a question. `stay` is as the last request left it, `moved` as a cut would."""

    asking: Asking
    measure: Measure
    stay: _Side
    moved: _Side
    cut: int

    def outlook(self, draft: str, beside: Amounts = NOTHING) -> Outlook:
        """Tell what would be sent with this draft behind the history, and what is attached `beside` it."""
        cost = self.measure.estimator.tokens(together(together(amounts_of(draft), beside), A_FRAME))
        start = start_in_force(self.stay.survey.starts, self.cut)
        if self.stay.survey.past.reaches <= self.cut and start.total + cost <= self.asking.budget:
            return self._outlook(self.stay, start, cost, moves=False)
        if self.asking.policy.kind is PolicyKind.EVERYTHING:
            return self._outlook(self.stay, start, cost, moves=False)
        low_mark = self.asking.policy.low_mark
        found = move_cut(self.moved.survey.starts, self.asking.budget - cost, low_mark, start.depth)
        return self._outlook(self.moved, found, cost, moves=True)

    def _outlook(self, side: _Side, start: Start, cost: int, *, moves: bool) -> Outlook:
        made = side.survey
        is_first = made.is_whole and start.depth == made.starts[0].depth
        first = bisect_left(made.usable, start.depth, key=lambda candidate: candidate.depth)
        pinned = sum(pin.depth < start.depth for pin in made.pins)
        tokens = start.total + cost
        uncertainty = round((tokens - side.certain[first]) * self.measure.estimator.error)
        return Outlook(
            made.limit if is_first else start.depth,
            len(made.usable) - first - 1 + pinned,
            tokens,
            uncertainty,
            self.asking.budget,
            moves,
            tokens - uncertainty > self.asking.budget,
            cost - self.measure.estimator.tokens(A_FRAME),
        )


def prospect(past: Past, asking: Asking, measure: Measure) -> Prospect:
    """Survey a history for a question that is still being written."""
    stay, cut = as_in_force(survey(with_question(past), asking, measure), asking, measure)
    moved = stay
    if asking.policy.shortens_results:
        moved = with_altered(stay, too_long(stay, asking, measure, newest_too=False), measure)
    return Prospect(asking, measure, _side(stay, measure), _side(moved, measure), cut)


def _side(made: Survey, measure: Measure) -> _Side:
    costs = [candidate.counted(measure) or 0 for candidate in made.usable]
    return _Side(made, tuple(accumulate(reversed(costs)))[::-1])


def with_question(past: Past, amounts: Amounts = NOTHING) -> Past:
    """Return the past with what stands for a question behind it. What that costs is yet to be added."""
    body = question_body("…")
    item = Item(ItemId(""), 0, past.path.length + 1, Role.PERSON, ItemState.COMPLETE, body, 0)
    return replace(past, items=(*past.items, Candidate(item, Part.QUESTION, body, amounts)))
