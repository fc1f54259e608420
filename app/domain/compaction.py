"""When a summary is due, what it would stand for, and how a model is asked for it.

The request for a summary begins as the conversation's own requests do, so that the service has most of it at
hand. Nothing is ever replaced: a summary is a view, and what it stands for stays as it is. What one request
cannot hold is summed up in portions, each of which takes up the summary of all before it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from itertools import accumulate
from typing import Any, Self

from app.domain.asking import Asking
from app.domain.belonging import left_alone
from app.domain.branch import Path, Range
from app.domain.candidate import Candidate, Part, weigh
from app.domain.context_survey import summary_bodies, summary_wording
from app.domain.errors import ContextOverBudget
from app.domain.ids import ItemId
from app.domain.item import question_body, reply_body
from app.domain.ledger import Ledger, Reason
from app.domain.preference import Preference
from app.domain.shortening import result_of, shortened_text
from app.domain.summary import Summary
from app.domain.text_pieces import storable
from app.domain.tokens import A_FRAME, Measure, amounts_of, together

KEPT_ITEMS = 12
SMALLEST_TOKENS = 2_000

# What holds for every conversation that has no rule of its own. Nothing is made unasked until one is above 0.
AT_TOKENS = Preference("summaries at tokens", 0)
AT_ITEMS = Preference("summaries at items", 0)
KEPT = Preference("items outside summaries", KEPT_ITEMS)
SMALLEST = Preference("tokens of the smallest summary", SMALLEST_TOKENS)
BY_SERVICE = Preference("summaries by the service", 0)

_PROMPT = (
    "Please write a summary of our conversation up to here. It will stand in place of all this when we go on,"
    " so keep what we will need: what I want, what was decided and why, facts, names, numbers, the state of"
    " any work, words or code that matter to the letter, and what is still open. Leave out courtesies and"
    " detours. Write in the language of the conversation, no longer than about {words} words, and answer with"
    " the summary alone."
)
_WORDS_A_TOKEN = 0.6
_SHARE = 10  # a summary may have a tenth of what it stands for
_FEWEST_WORDS, _MOST_WORDS = 100, 1_200
_LEAST_ROOM = 100  # tokens: with less, a portion would not be worth its request
_LONG_SHARE = 2  # what is longer than this part of the room is shown to the model shortened
_CAUTION = 0.9  # the rest of a text may be denser than the whole of it
_THOUGHT = re.compile(r"\A\s*<think>.*?(</think>|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CompactionRule:
    """When to make a summary unasked: once so many tokens, or so many items, were sent. None: never.

    The newest `kept_items` stay outside it, in whole turns. One that would stand for less than
    `smallest_tokens` is not worth a request. `by_service` leaves it to the service, where that has a way of
    its own: what comes of it is sealed, and nobody else can read it.
    """

    at_tokens: int | None = None
    at_items: int | None = None
    kept_items: int = KEPT_ITEMS
    smallest_tokens: int = SMALLEST_TOKENS
    by_service: bool = False

    def is_due(self, ledger: Ledger) -> bool:
        """Whether a request was so long that a summary is to be made.

        One that had to leave something out was as long as it could be, whatever number was set.
        """
        if self.at_tokens is None and self.at_items is None:
            return False
        items = sum(span.last - span.first + 1 for span in (*ledger.pinned, *ledger.sent))
        return (
            (self.at_tokens is not None and ledger.estimated_tokens >= self.at_tokens)
            or (self.at_items is not None and items >= self.at_items)
            or any(part.reason is Reason.OVER_BUDGET for part in ledger.left_out)
        )

    def to_mapping(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Return what `to_mapping` gave. Names that this version does not know are passed over."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in values.items() if name in known})


@dataclass(frozen=True, slots=True)
class Unsummarised:
    """What lies behind a summary, oldest first. `is_all` says that there is no more to be told."""

    path: Path
    items: tuple[Candidate, ...]
    is_all: bool
    summary: Summary | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a summary would stand for: all up to and including `item`. `goes_on` says that more could follow.

    `candidates` are what the model is shown of it; what the summary before stands for is told by that one.
    `told` are all items that it tells of, each with its revision.
    """

    item: ItemId
    depth: int
    sources: tuple[Range, ...]
    candidates: tuple[Candidate, ...] = field(repr=False)
    told: Mapping[ItemId, int]
    tokens: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """What to send for a summary, in the conversation's own manner of asking."""

    instructions: str | None = field(repr=False)
    bodies: tuple[str, ...] = field(repr=False)


def can_be_told(candidate: Candidate) -> bool:
    """Whether a summary may tell of an item: what is excluded, it must not."""
    return not candidate.item.is_excluded and not candidate.is_empty


def room_for(asking: Asking, summary: Summary | None, measure: Measure) -> int:
    """Return how many tokens of the past one request can hold, also if the estimate is off.

    Raises ContextOverBudget where that is nothing to speak of.
    """
    texts = [_PROMPT, asking.instructions or "", summary_wording(summary) if summary else ""]
    beside = sum(_tokens(text, measure) for text in texts if text)
    room = int(asking.budget / (1 + measure.estimator.error)) - beside
    if room < _LEAST_ROOM:
        raise ContextOverBudget("The model cannot read enough for a summary.", beside, asking.budget)
    return room


def stretch_for(
    known: Unsummarised, asking: Asking, measure: Measure, rule: CompactionRule
) -> Stretch | None:
    """Return what the next summary would stand for, or None if that is not worth it.

    It ends where a turn ends, except where not even one turn fits. Raises ContextOverBudget.
    """
    room = room_for(asking, known.summary, measure)
    usable = [candidate for candidate in known.items if can_be_told(candidate)]
    offered = [_fitted(candidate, room // _LONG_SHARE, measure) for candidate in usable]
    costs = accumulate(each.cost(measure) if each else 0 for each in offered)
    fits = max(1, sum(cost <= room for cost in costs))
    is_last = known.is_all and fits >= len(usable)
    taken = usable if is_last else usable[: _end(usable, fits)]
    tokens = sum(candidate.cost(measure) for candidate in taken)
    if not taken or (is_last and tokens < rule.smallest_tokens):
        return None
    shown = [each for each in offered[: len(taken)] if each]
    alone = left_alone(shown)
    return Stretch(
        taken[-1].item.id,
        taken[-1].depth,
        tuple(known.path.between(1, taken[-1].depth)),
        tuple(candidate for place, candidate in enumerate(shown) if place not in alone),
        {candidate.item.id: candidate.item.revision for candidate in taken},
        tokens,
        goes_on=not is_last,
    )


def summary_request(summary: Summary | None, asking: Asking, stretch: Stretch) -> SummaryRequest:
    """Return the request for a summary of a stretch, which takes up the summary before it."""
    words = int(stretch.tokens * _WORDS_A_TOKEN / _SHARE)
    prompt = _PROMPT.format(words=max(_FEWEST_WORDS, min(words // 50 * 50, _MOST_WORDS)))
    told = bodies_to_tell(summary, stretch)
    return SummaryRequest(asking.instructions or None, (*told, question_body(prompt)))


def bodies_to_tell(summary: Summary | None, stretch: Stretch) -> tuple[str, ...]:
    """Return what a summary of a stretch is made of: the summary before it, and what came since."""
    before: tuple[str, ...] = ()
    if summary:
        before = summary_bodies(summary_wording(summary), is_sealed=summary.sealed_for is not None)
    return (*before, *(candidate.body for candidate in stretch.candidates))


def summary_from_answer(
    answer: str, summary: Summary | None, stretch: Stretch, measure: Measure
) -> str | None:
    """Return the summary that a model gave, or None where it gave none, or one that saves nothing."""
    text = storable(_THOUGHT.sub("", answer)).strip()
    before = _tokens(summary_wording(summary), measure) if summary else 0
    if not any(character.isalnum() for character in text):
        return None
    return text if _tokens(text, measure) < stretch.tokens + before else None


def _end(usable: Sequence[Candidate], fits: int) -> int:
    """Return how many items to take, of which so many fit: whole turns, or else whole calls."""
    most = min(fits, len(usable))
    turns = (end for end in range(most, 0, -1) if end < len(usable) and usable[end].part is Part.QUESTION)
    return next(turns, 0) or _between_calls(usable, most) or most


def _between_calls(usable: Sequence[Candidate], most: int) -> int:
    """Return the last place where no call waits for its result, and no reasoning for what comes of it."""
    answered = {each.call for each in usable if each.part is Part.RESULT}
    waiting: set[str | None] = set()
    found = 0
    for end, each in enumerate(usable[:most], 1):
        if each.part is Part.CALL and each.call in answered:
            waiting.add(each.call)
        elif each.part is Part.RESULT:
            waiting.discard(each.call)
        if not waiting and each.part is not Part.REASONING:
            found = end
    return found


def _fitted(candidate: Candidate, most: int, measure: Measure) -> Candidate | None:
    """Return what the model is shown of an item: its text shortened if it is long, or nothing of it."""
    cost = candidate.cost(measure)
    if cost <= most:
        return candidate
    text = candidate.item.text
    text = shortened_text(text, int(len(text) * most / cost * _CAUTION))
    match candidate.part:
        case Part.QUESTION:
            body = question_body(text)
        case Part.MESSAGE:
            body = reply_body(text, whole=True)
        case Part.RESULT:
            body = result_of(candidate.item.body, text)
        case _:
            return None
    short = weigh(candidate.item._replace(body=body))
    return None if short.is_empty else replace(short, is_shortened=True)


def _tokens(text: str, measure: Measure) -> int:
    return measure.estimator.tokens(together(amounts_of(text), A_FRAME))
