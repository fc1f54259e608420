"""The record of what a request was given, and why the rest was not. It holds places, never text."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from app.domain.branch import Range


class Reason(StrEnum):
    """Why an item was left out."""

    OVER_BUDGET = "over budget"
    NO_TEXT = "no text"


@dataclass(frozen=True, slots=True)
class LeftOut:
    items: Range
    reason: Reason


@dataclass(frozen=True, slots=True)
class Ledger:
    """`cut` is the depth of the first item that was sent; what lies before it the model did not see."""

    model: str
    cut: int
    sent: tuple[Range, ...]
    left_out: tuple[LeftOut, ...]
    estimated_tokens: int
    budget: int

    def to_json(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        fields: dict[str, Any] = json.loads(text)
        fields["sent"] = tuple(Range(**part) for part in fields["sent"])
        fields["left_out"] = tuple(
            LeftOut(Range(**part["items"]), Reason(part["reason"])) for part in fields["left_out"]
        )
        return cls(**fields)
