"""When a summary is due, what it would stand for, and how a model is asked for it.

The request for a summary begins as the conversation's own requests do, so that the service has most of it at
hand. Nothing is ever replaced: a summary is a view, and what it stands for stays as it is.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Self

from app.domain.asking import Asking
from app.domain.belonging import left_alone
from app.domain.branch import Range
from app.domain.candidate import Candidate
from app.domain.context_policy import ContextPolicy
from app.domain.context_survey import Past, Survey, summary_wording, survey
from app.domain.context_window import Plan
from app.domain.ids import ItemId
from app.domain.item import question_body
from app.domain.tokens import A_FRAME, Measure, amounts_of, together

KEPT_ITEMS = 12
SMALLEST_TOKENS = 2_000
_PROMPT = (
    "Please write a summary of our conversation up to here. It will stand in place of all this when we go on,"
    " so keep what we will need: what I want, what was decided and why, facts, names, numbers, the state of"
    " any work, words or code that matter to the letter, and what is still open. Leave out courtesies and"
    " detours. Write in the language of the conversation, no longer than about {words} words, and answer with"
    " the summary alone."
)
_ALL = ContextPolicy()
_WORDS_A_TOKEN = 0.6
_SHARE = 10  # a summary may have a tenth of what it stands for
_FEWEST_WORDS, _MOST_WORDS = 100, 1_200


@dataclass(frozen=True, slots=True)
class CompactionRule:
    """When to make a summary unasked: once so many tokens, or so many items, would be sent. None: never.

    The newest `kept_items` stay outside it, in whole turns. One that would stand for less than
    `smallest_tokens` is not worth a request.
    """

    at_tokens: int | None = None
    at_items: int | None = None
    kept_items: int = KEPT_ITEMS
    smallest_tokens: int = SMALLEST_TOKENS

    def is_due(self, plan: Plan) -> bool:
        """Whether a request has grown so long that a summary is to be made."""
        ledger = plan.ledger
        items = sum(span.last - span.first + 1 for span in (*ledger.pinned, *ledger.sent))
        return (self.at_tokens is not None and ledger.estimated_tokens >= self.at_tokens) or (
            self.at_items is not None and items >= self.at_items
        )

    def to_mapping(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Return what `to_mapping` gave. Names that this version does not know are passed over."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in values.items() if name in known})


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a summary would stand for: all up to and including `item`. `goes_on` says that more could follow.

    `candidates` are what the model is shown of it; what the summary before stands for is told by that one.
    """

    item: ItemId
    depth: int
    sources: tuple[Range, ...]
    candidates: tuple[Candidate, ...] = field(repr=False)
    tokens: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """What to send for a summary, in the conversation's own manner of asking."""

    instructions: str | None = field(repr=False)
    bodies: tuple[str, ...] = field(repr=False)


def stretch_for(past: Past, asking: Asking, measure: Measure, rule: CompactionRule) -> Stretch | None:
    """Return what the next summary would stand for: whole turns. None if that is not worth it.

    `past` must reach back to the last summary, or to the beginning. What one request cannot hold is left to
    the next: the oldest turns come first.
    """
    made = survey(past, replace(asking, policy=_ALL), measure)
    if not made.is_whole or len(made.starts) < 2:  # the newest turn stays outside
        return None
    border, fits = _border(made, asking, rule)
    taken = [candidate for candidate in made.usable if candidate.depth < border]
    tokens = sum(candidate.cost(measure) for candidate in taken)
    if not taken or tokens < rule.smallest_tokens:
        return None
    alone = left_alone(taken)
    return Stretch(
        taken[-1].item.id,
        taken[-1].depth,
        tuple(past.path.between(1, taken[-1].depth)),
        tuple(candidate for place, candidate in enumerate(taken) if place not in alone),
        tokens,
        goes_on=not fits,
    )


def summary_request(past: Past, asking: Asking, stretch: Stretch) -> SummaryRequest:
    """Return the request for a summary of a stretch, which takes up the summary before it."""
    words = int(stretch.tokens * _WORDS_A_TOKEN / _SHARE)
    prompt = _PROMPT.format(words=max(_FEWEST_WORDS, min(words // 50 * 50, _MOST_WORDS)))
    before = (question_body(summary_wording(past.summary)),) if past.summary else ()
    bodies = (candidate.body for candidate in stretch.candidates)
    return SummaryRequest(asking.instructions or None, (*before, *bodies, question_body(prompt)))


def _border(made: Survey, asking: Asking, rule: CompactionRule) -> tuple[int, bool]:
    """Return the depth where the rest begins, and whether all before it can be asked at once."""
    depths = [candidate.depth for candidate in made.usable]
    last_kept = depths[-min(max(1, rule.kept_items), len(depths))]
    inside = [start for start in made.starts if start.depth <= last_kept]
    border = min(inside[-1].depth, made.newest) if inside else made.starts[0].depth
    first = made.starts[0].total
    room = asking.budget - _prompt_tokens()
    fitting = [start.depth for start in made.starts if first - start.total <= room]
    return min(border, fitting[-1]), fitting[-1] >= border


def _prompt_tokens() -> int:
    return Measure().estimator.tokens(together(amounts_of(_PROMPT), A_FRAME))
