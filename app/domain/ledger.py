"""The record of what a request was given, and why the rest was not. It holds places, never text."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from app.domain.branch import Range
from app.domain.context_policy import ContextPolicy
from app.domain.ids import SummaryId
from app.domain.parameters import Parameters

_FIT = ContextPolicy()
_UNSET = Parameters()


class Reason(StrEnum):
    """Why an item was left out."""

    OVER_BUDGET = "over budget"
    BEYOND_COUNT = "beyond count"  # only the newest few were wanted
    SUMMARISED = "summarised"
    EXCLUDED = "excluded"
    HIDDEN = "hidden"
    NO_TEXT = "no text"
    NO_CALL = "no call"  # a result whose call is not sent
    NO_RESULT = "no result"  # a call that nobody answered
    NO_FOLLOWER = "no follower"  # some reasoning without what came of it


@dataclass(frozen=True, slots=True)
class Span:
    """Items of one run that were sent, all in the same revision: 0 is the original."""

    run: int
    first: int
    last: int
    revision: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    items: Range
    reason: Reason


@dataclass(frozen=True, slots=True)
class Altered:
    """An item of which only so many characters were sent: of a shortened result, of an unfinished reply."""

    run: int
    depth: int
    characters: int


@dataclass(frozen=True, slots=True)
class WithFiles:
    """An item that was sent with what is attached to it. `sent` seals the body with the files."""

    run: int
    depth: int
    sent: str


@dataclass(frozen=True, slots=True)
class SummarySent:
    """A summary that stood for all items up to `depth`. `wording` names the text that was sent.

    Of one that the service had sealed, that is a list of items which only it can read.
    """

    id: SummaryId
    depth: int
    wording: str
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """`cut` is the depth from which on the history was sent; of what lies before it, only `pinned` was.

    What was sent is, in this order: the instructions, the pinned items, the summary, and `sent`.
    `uncertainty` is by how many tokens the estimate may be off. `instructions` names a wording.
    `continuation` is what asked for the rest of an unfinished reply, where it is not simply prefilled.
    """

    model: str
    cut: int
    sent: tuple[Span, ...]
    left_out: tuple[LeftOut, ...]
    estimated_tokens: int
    budget: int
    uncertainty: int = 0
    pinned: tuple[Span, ...] = ()
    summary: SummarySent | None = None
    shortened: tuple[Altered, ...] = ()
    unfinished: tuple[Altered, ...] = ()
    files: tuple[WithFiles, ...] = ()
    instructions: str | None = None
    parameters: Parameters = _UNSET
    policy: ContextPolicy = _FIT
    author: str | None = field(default=None, repr=False)
    continuation: str | None = None

    def to_json(self) -> str:
        """Return only what is not as usual: ledgers are many."""
        values: dict[str, Any] = {"model": self.model}
        for each in fields(self):
            value = getattr(self, each.name)
            if value != getattr(_NOTHING_SENT, each.name):
                values[each.name] = _plain(value)
        return json.dumps(values, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Ledger":
        kept: dict[str, Any] = json.loads(text)
        return replace(_NOTHING_SENT, **{name: _understood(name, value) for name, value in kept.items()})


_NOTHING_SENT = Ledger("", 1, (), (), 0, 0)


def wording_name(text: str) -> str:
    """Return the name of a text that is no item: instructions, a summary. Equal texts have one name."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def spans(items: Iterable[tuple[int, int, int]]) -> tuple[Span, ...]:
    """Fold items, given as run, depth and revision in their order, into the contiguous spans they fill."""
    found: list[Span] = []
    for run, depth, revision in items:
        if found and (found[-1].run, found[-1].last, found[-1].revision) == (run, depth - 1, revision):
            found[-1] = Span(run, found[-1].first, depth, revision)
        else:
            found.append(Span(run, depth, depth, revision))
    return tuple(found)


def _plain(value: Any) -> Any:  # noqa: ANN401  # as JSON has it
    match value:
        case tuple():
            return [_plain(each) for each in value]
        case Span(revision=0):
            return {"run": value.run, "first": value.first, "last": value.last}
        case Parameters() | ContextPolicy():
            return value.to_mapping()
        case Span() | LeftOut() | Altered() | WithFiles() | SummarySent():
            return asdict(value)
    return value


def _understood(name: str, value: Any) -> Any:  # noqa: ANN401  # one field after the other
    match name:
        case "sent" | "pinned":
            return tuple(Span(**span) for span in value)
        case "left_out":
            return tuple(LeftOut(Range(**part["items"]), Reason(part["reason"])) for part in value)
        case "shortened" | "unfinished":
            return tuple(Altered(**each) for each in value)
        case "files":
            return tuple(WithFiles(**each) for each in value)
        case "summary":
            return None if value is None else SummarySent(**value)
        case "parameters":
            return Parameters.from_mapping(value)
        case "policy":
            return ContextPolicy.from_mapping(value)
    return value
