"""The record of what a request was given, and why the rest was not. It holds places, never text."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any, Self

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
        usual = asdict(_NOTHING_SENT)
        values = {name: value for name, value in asdict(self).items() if value != usual[name]}
        if "parameters" in values:
            values["parameters"] = self.parameters.to_mapping()
        values |= {"model": self.model, "sent": _short(self.sent), "pinned": _short(self.pinned)}
        return json.dumps(
            {name: value for name, value in values.items() if value != []}, separators=(",", ":")
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        kept: dict[str, Any] = asdict(_NOTHING_SENT) | json.loads(text)
        summary = kept["summary"]
        return cls(
            **kept
            | {
                "sent": tuple(Span(**span) for span in kept["sent"]),
                "pinned": tuple(Span(**span) for span in kept["pinned"]),
                "left_out": tuple(
                    LeftOut(Range(**part["items"]), Reason(part["reason"])) for part in kept["left_out"]
                ),
                "summary": None if summary is None else SummarySent(**summary),
                "shortened": tuple(Altered(**each) for each in kept["shortened"]),
                "unfinished": tuple(Altered(**each) for each in kept["unfinished"]),
                "files": tuple(WithFiles(**each) for each in kept["files"]),
                "parameters": Parameters.from_mapping(kept["parameters"]),
                "policy": ContextPolicy.from_mapping(kept["policy"]),
            }
        )


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


def _short(given: Iterable[Span]) -> list[Mapping[str, int]]:
    return [
        {name: value for name, value in asdict(span).items() if name != "revision" or value} for span in given
    ]
