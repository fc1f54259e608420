"""A request's context told item by item, for a person who wants to look: planned, or of long ago."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice

from app.domain.candidate import Candidate, weigh
from app.domain.context_survey import summary_in
from app.domain.ids import ItemId
from app.domain.item import MESSAGE, Item, ItemState, Role, text_of
from app.domain.ledger import Altered, Ledger, LeftOut, Reason, Span, SummarySent, WithFiles
from app.domain.rebuilding import Rebuilt, SinceDeleted, places_of
from app.domain.tokens import A_FRAME, Measure, amounts_of, together

_OUTPUT = "_output"
_UNMEASURED = Measure()


class Form(StrEnum):
    """In which form an item is sent, or why nobody can see any more what was."""

    WHOLE = "whole"
    SHORTENED = "shortened"
    UNFINISHED = "unfinished"  # the text that there is of it, and nothing else
    SINCE_DELETED = "since deleted"


@dataclass(frozen=True, slots=True)
class ToldItem:
    """`position` counts the conversation's items from 1. `revision` 0 is the original, 1 the first edit.

    `tokens` is what it costs the model: estimated, unless it `is_counted`.
    """

    id: ItemId | None
    position: int
    role: Role | None
    kind: str | None
    text: str = field(repr=False)
    form: Form = Form.WHOLE
    is_pinned: bool = False
    has_files: bool = False
    revision: int = 0
    tokens: int = 0
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class ToldSummary:
    """Stands for all items up to `position`. Without a text it has been deleted since.

    One that is sealed has an empty text: only the service can read it.
    """

    position: int
    text: str | None = field(repr=False)
    tokens: int = 0
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class ToldGap:
    """Neighbours that are not sent, all for one reason."""

    first: int
    last: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class ToldContext:
    """What is sent, in this order: instructions, pinned items, the summary, the other items.

    Where `has_instructions`, but there are none, they have been deleted since. `error` is by which share an
    estimate of tokens may be off.
    """

    ledger: Ledger
    has_instructions: bool
    instructions: str | None = field(repr=False)
    pinned: tuple[ToldItem, ...]
    summary: ToldSummary | None
    items: tuple[ToldItem, ...]
    left_out: tuple[ToldGap, ...]
    instructions_tokens: int = 0
    error: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether even the smallest size that the estimate allows is over the budget."""
        return self.ledger.estimated_tokens - self.ledger.uncertainty > self.ledger.budget


@dataclass(frozen=True, slots=True)
class NextRequest:
    """What would be sent. If it `awaits_question`, one that is yet to be asked comes behind it.

    `length` is how many items the conversation has, and `is_guess` says that nobody knows how much the model
    reads: its budget is then as the settings have it. `draft_tokens` is what the question costs as far as it
    has been written, and `files_tokens` what is attached to it so far.
    """

    context: ToldContext
    length: int
    awaits_question: bool
    is_guess: bool
    draft_tokens: int = 0
    files_tokens: int = 0


def told(
    given: Rebuilt, names: Mapping[tuple[int, int], ItemId], measure: Measure = _UNMEASURED
) -> ToldContext:
    """Tell what a request was given. `names` are the ids of its items, by run and depth."""
    ledger, bodies = given.ledger, iter(given.bodies)
    pinned = tuple(_items(ledger, ledger.pinned, bodies, names, measure))
    summary = None
    if ledger.summary:
        in_between = len(given.bodies) - sum(1 for _ in places_of(ledger))
        summary = _summary(ledger.summary, list(islice(bodies, in_between)), measure)
    instructions = given.instructions if isinstance(given.instructions, str) else None
    return ToldContext(
        ledger,
        given.instructions is not None,
        instructions,
        tuple(replace(item, is_pinned=True) for item in pinned),
        summary,
        tuple(_items(ledger, ledger.sent, bodies, names, measure)),
        tuple(_gaps(ledger.left_out)),
        text_tokens(instructions, measure),
        measure.estimator.error,
    )


def told_candidate(candidate: Candidate, measure: Measure) -> ToldItem:
    """Tell of an item that is not sent, with what it would cost."""
    item = candidate.item
    return ToldItem(
        item.id,
        item.depth,
        item.role,
        item.kind,
        item.text,
        is_pinned=item.is_pinned,
        has_files=candidate.has_files,
        revision=item.revision,
        tokens=candidate.cost(measure),
        is_counted=candidate.counted(measure) is not None,
    )


def text_tokens(text: str | None, measure: Measure) -> int:
    """Return what a text costs that is no item."""
    return measure.estimator.tokens(together(amounts_of(text), A_FRAME)) if text else 0


def _items(
    ledger: Ledger,
    spans: Iterable[Span],
    bodies: Iterator[str | SinceDeleted],
    names: Mapping[tuple[int, int], ItemId],
    measure: Measure,
) -> Iterator[ToldItem]:
    forms = dict.fromkeys(_at(ledger.shortened), Form.SHORTENED)
    forms |= dict.fromkeys(_at(ledger.unfinished), Form.UNFINISHED)
    with_files = set(_at(ledger.files))
    for span in spans:
        for depth in range(span.first, span.last + 1):
            at, body = (span.run, depth), next(bodies)
            made = _item(names.get(at), depth, body, forms.get(at, Form.WHOLE), span.revision, measure)
            yield replace(made, has_files=at in with_files)


def _item(
    name: ItemId | None, depth: int, body: str | SinceDeleted, form: Form, revision: int, measure: Measure
) -> ToldItem:
    if isinstance(body, SinceDeleted):
        return ToldItem(name, depth, None, None, "", Form.SINCE_DELETED, revision=revision)
    role, kind = _role_and_kind(body)
    item = Item(name or ItemId(""), 0, depth, role, ItemState.COMPLETE, body, 0, kind=kind, revision=revision)
    candidate = replace(weigh(item), is_shortened=form is not Form.WHOLE)
    return replace(told_candidate(candidate, measure), id=name, form=form)


def _summary(sent: SummarySent, bodies: list[str | SinceDeleted], measure: Measure) -> ToldSummary:
    words = _text(bodies[0]) if bodies else None
    if sent.is_sealed:
        tokens = sum(text_tokens(body, measure) for body in bodies if isinstance(body, str))
        return ToldSummary(sent.depth, None if words is None else "", tokens, is_sealed=True)
    text = None if words is None else summary_in(words)
    return ToldSummary(sent.depth, text, text_tokens(words, measure))


def _at(marked: Iterable[Altered | WithFiles]) -> Iterator[tuple[int, int]]:
    return ((each.run, each.depth) for each in marked)


def _text(body: str | SinceDeleted) -> str | None:
    return None if isinstance(body, SinceDeleted) else text_of(body)


def _role_and_kind(body: str) -> tuple[Role, str]:
    """Tell who speaks in an item. Only messages say so: results are a tool's, the rest a model's."""
    values = json.loads(body)
    kind = str(values.get("type", MESSAGE))
    usual = Role.TOOL if kind.endswith(_OUTPUT) else Role.MODEL
    said = values.get("role")
    return (Role(said) if said in set(Role) else usual), kind


def _gaps(left_out: Iterable[LeftOut]) -> Iterator[ToldGap]:
    """Join what only lies in different runs."""
    open_gap: ToldGap | None = None
    for each in left_out:
        items, reason = each.items, each.reason
        if open_gap and (open_gap.last + 1, open_gap.reason) == (items.first, reason):
            open_gap = ToldGap(open_gap.first, items.last, reason)
            continue
        if open_gap:
            yield open_gap
        open_gap = ToldGap(items.first, items.last, reason)
    if open_gap:
        yield open_gap
