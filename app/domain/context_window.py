"""Which part of a history a request sends.

The context is a view: the instructions, pinned items, a summary, and whole turns from a cut to the end. The
cut moves only when all that passes the budget, and then down to a low mark, so that the beginning of the
request stays the same for many turns and the service's prompt cache stays warm.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from app.domain.asking import Asking
from app.domain.belonging import left_alone
from app.domain.candidate import Candidate
from app.domain.context_policy import PolicyKind
from app.domain.context_survey import (
    Past,
    Survey,
    summary_bodies,
    summary_wording,
    survey,
    too_long,
    with_altered,
)
from app.domain.cutting import move_cut, start_in_force
from app.domain.errors import ContextOverBudget
from app.domain.ledger import Altered, Ledger, LeftOut, Reason, SummarySent, WithFiles, spans, wording_name
from app.domain.summary import Summary
from app.domain.tokens import A_FRAME, Amounts, Estimator, Measure, amounts_of, together

_MEASURE = Measure()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to send, the bodies of Responses items to the letter and oldest first, and the record of it.

    `wordings` are the texts among it that are no items: the ledger names them, the archive keeps them.
    `amounts` is what the estimate was made of, to learn from once the service has reported.
    """

    bodies: tuple[str, ...] = field(repr=False)
    instructions: str | None = field(repr=False)
    ledger: Ledger
    wordings: tuple[str, ...] = field(default=(), repr=False)
    amounts: Amounts = field(default=A_FRAME, repr=False)


@dataclass(frozen=True, slots=True)
class _Choice:
    """What is sent of a survey, and the depth of the cut. `over` is sent in front: pinned, from before it."""

    survey: Survey
    cut: int
    over: tuple[Candidate, ...]
    sent: tuple[Candidate, ...]
    alone: Mapping[int, Reason]


def estimate_tokens(text: str) -> int:
    """Guess how many tokens a message costs a model of which nothing is known."""
    return Estimator().tokens(together(amounts_of(text), A_FRAME))


def plan(past: Past, asking: Asking, measure: Measure = _MEASURE) -> Plan:
    """Choose what to send of a history that ends with what is to be answered.

    Raises ContextOverBudget where not even the newest turn fits, or where all is wanted and does not.
    """
    chosen = _choose(survey(past, asking, measure), asking, measure)
    made = _plan(chosen, asking, measure)
    if _is_over(made.ledger) and asking.policy.shortens_results:
        results = too_long(chosen.survey, asking, measure, newest_too=True)
        chosen = _choice(with_altered(chosen.survey, results, measure), chosen.cut)
        made = _plan(chosen, asking, measure)
    if (_is_over(made.ledger) or _lacks_some(chosen, asking)) and not asking.may_exceed:
        raise ContextOverBudget(
            "What would be sent is longer than the model can read.",
            made.ledger.estimated_tokens,
            asking.budget,
        )
    return made


def _choose(made: Survey, asking: Asking, measure: Measure) -> _Choice:
    """Decide where the sent part begins."""
    made, cut = as_in_force(made, asking, measure)
    if not made.starts:
        return _choice(made, made.limit)
    start = start_in_force(made.starts, cut)
    fits = made.past.reaches <= cut and start.total <= asking.budget
    if not fits and asking.policy.kind is not PolicyKind.EVERYTHING:
        if asking.policy.shortens_results:
            made = with_altered(made, too_long(made, asking, measure, newest_too=False), measure)
        start = move_cut(made.starts, asking.budget, asking.policy.low_mark, start.depth)
    is_first = made.is_whole and start.depth == made.starts[0].depth
    return _choice(made, made.limit if is_first else start.depth)


def holds(ledger: Ledger, asking: Asking, summary: Summary | None) -> bool:
    """Whether a request that was made so still says where the next one is to begin.

    Where its summary is gone, so is what it told of all before its cut.
    """
    if ledger.summary and (summary is None or summary.depth < ledger.summary.depth):
        return False
    return ledger.budget == asking.budget and ledger.policy == asking.policy


def as_in_force(made: Survey, asking: Asking, measure: Measure) -> tuple[Survey, int]:
    """Return the survey as the request before this one left it, and the cut that it had."""
    ledger = made.past.in_force
    if ledger is None or not holds(ledger, asking, made.past.summary):
        return made, made.limit
    altered = {each.depth: each for each in ledger.shortened}
    return with_altered(made, altered, measure), max(ledger.cut, made.limit)


def _choice(made: Survey, cut: int) -> _Choice:
    over = tuple(pin for pin in made.pins if pin.depth < cut)
    sequence = (*over, *(candidate for candidate in made.usable if candidate.depth >= cut))
    places = left_alone(sequence)
    kept = [candidate for place, candidate in enumerate(sequence) if place not in places]
    return _Choice(
        made,
        cut,
        tuple(candidate for candidate in kept if candidate.depth < cut),
        tuple(candidate for candidate in kept if candidate.depth >= cut),
        {sequence[place].depth: reason for place, reason in places.items()},
    )


def _plan(chosen: _Choice, asking: Asking, measure: Measure) -> Plan:
    summary = chosen.survey.past.summary
    wordings = [asking.instructions] if asking.instructions else []
    between: list[str] = []
    if summary:
        wordings.append(summary_wording(summary))
        between += summary_bodies(summary_wording(summary), is_sealed=summary.sealed_for is not None)
    sent = (*chosen.over, *chosen.sent)
    return Plan(
        (*_bodies(chosen.over), *between, *_bodies(chosen.sent)),
        asking.instructions or None,
        _ledger(chosen, asking, measure),
        tuple(wordings),
        reduce(together, (candidate.amounts for candidate in sent), chosen.survey.fixed),
    )


def _ledger(chosen: _Choice, asking: Asking, measure: Measure) -> Ledger:
    summary, sent = chosen.survey.past.summary, (*chosen.over, *chosen.sent)
    tokens, uncertainty = _tokens(sent, chosen.survey.fixed, measure)
    depths = {candidate.depth for candidate in sent}
    return Ledger(
        model=asking.model,
        cut=chosen.cut,
        sent=spans(_places(chosen.sent)),
        left_out=tuple(_left_out(chosen, depths)),
        estimated_tokens=tokens,
        budget=asking.budget,
        uncertainty=uncertainty,
        pinned=spans(_places(chosen.over)),
        summary=_summary_sent(summary) if summary else None,
        shortened=tuple(each for depth, each in chosen.survey.altered.items() if depth in depths),
        unfinished=tuple(_unfinished(sent)),
        files=tuple(_with_files(sent)),
        instructions=wording_name(asking.instructions) if asking.instructions else None,
        parameters=asking.parameters,
        policy=asking.policy,
        author=asking.author,
    )


def _summary_sent(summary: Summary) -> SummarySent:
    wording = wording_name(summary_wording(summary))
    return SummarySent(summary.id, summary.depth, wording, is_sealed=summary.sealed_for is not None)


def _bodies(candidates: Iterable[Candidate]) -> Iterator[str]:
    return (candidate.body for candidate in candidates)


def _places(candidates: Iterable[Candidate]) -> Iterator[tuple[int, int, int]]:
    return ((each.item.run, each.depth, each.item.revision) for each in candidates)


def _unfinished(candidates: Iterable[Candidate]) -> Iterator[Altered]:
    for candidate in candidates:
        if candidate.text_alone is not None:
            yield Altered(candidate.item.run, candidate.depth, candidate.text_alone)


def _with_files(candidates: Iterable[Candidate]) -> Iterator[WithFiles]:
    for candidate in candidates:
        if candidate.has_files:
            yield WithFiles(candidate.item.run, candidate.depth, wording_name(candidate.item.body))


def _tokens(sent: Sequence[Candidate], fixed: Amounts, measure: Measure) -> tuple[int, int]:
    """Return what all of it costs, and by how much that may be off: what was counted is certain."""
    estimated = counted = 0
    for candidate in sent:
        if candidate.counted(measure) is not None:
            counted += candidate.cost(measure)
        else:
            estimated += candidate.cost(measure)
    estimated += measure.estimator.tokens(fixed)
    return estimated + counted, -int(-estimated * measure.estimator.error // 1)


def _is_over(ledger: Ledger) -> bool:
    """Whether even the smallest size that the estimate allows is over the budget."""
    return ledger.estimated_tokens - ledger.uncertainty > ledger.budget


def _lacks_some(chosen: _Choice, asking: Asking) -> bool:
    """Whether all is wanted, and so much of it was over the budget that the rest was not even read."""
    return asking.policy.kind is PolicyKind.EVERYTHING and not chosen.survey.is_whole


def _left_out(chosen: _Choice, sent: set[int]) -> Iterator[LeftOut]:
    """Tell of every item of the path that is not sent, in their order."""
    past = chosen.survey.past
    for first, last, reason in _stretches(chosen, sent):
        for part in past.path.between(first, last):
            yield LeftOut(part, reason)


def _stretches(chosen: _Choice, sent: set[int]) -> Iterator[tuple[int, int, Reason]]:
    for first, last, reason in _before_cut(chosen):
        at = first
        for pin in sorted(candidate.depth for candidate in chosen.over if first <= candidate.depth <= last):
            if pin > at:
                yield at, pin - 1, reason
            at = pin + 1
        if at <= last:
            yield at, last, reason
    reasons = {**chosen.survey.unfit, **chosen.alone}
    begun: tuple[int, int, Reason] | None = None
    for depth in _missing(chosen, sent):
        reason = reasons.get(depth, Reason.HIDDEN)
        if begun and begun[1:] == (depth - 1, reason):
            begun = (begun[0], depth, reason)
            continue
        if begun:
            yield begun
        begun = (depth, depth, reason)
    if begun:
        yield begun


def _before_cut(chosen: _Choice) -> Iterator[tuple[int, int, Reason]]:
    past, limit = chosen.survey.past, chosen.survey.limit
    summarised = past.summary.depth if past.summary else 0
    borders = (
        (1, summarised, Reason.SUMMARISED),
        (summarised + 1, limit - 1, Reason.BEYOND_COUNT),
        (limit, chosen.cut - 1, Reason.OVER_BUDGET),
    )
    yield from (border for border in borders if border[0] <= border[1])


def _missing(chosen: _Choice, sent: set[int]) -> Iterator[int]:
    """Yield the depths behind the cut that are not sent."""
    return (depth for depth in range(chosen.cut, chosen.survey.past.path.length + 1) if depth not in sent)
