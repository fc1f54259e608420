"""How a conversation's requests are kept to what a model can read: a person chooses for each conversation."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Self

from app.domain.preference import Preference

LOW_MARK = 0.5
USUAL_COUNT = 10  # what a kind that counts begins with

# What holds for every conversation that has no policy of its own.
KIND = Preference("context policy", "fit")
COUNT = Preference("context policy counts", 0)
LOW = Preference("context policy low mark", LOW_MARK)
SHORTENS = Preference("context policy shortens results", True)


class PolicyKind(StrEnum):
    FIT = "fit"  # as much as fits, the newest first
    KEEP_FIRST = "keep first"  # the first turn always, and as much as fits behind it
    NEWEST_TURNS = "newest turns"
    NEWEST_ITEMS = "newest items"
    EVERYTHING = "everything"  # all of it, or no request at all

    @property
    def counts(self) -> bool:
        """Whether it is told how many turns or items are sent."""
        return self in (PolicyKind.NEWEST_TURNS, PolicyKind.NEWEST_ITEMS)


@dataclass(frozen=True, slots=True)
class ContextPolicy:
    """`count` is how many turns or items are sent, where the kind counts them.

    `low_mark` is the share of the room for the past that is kept when the cut moves: a low one moves it
    seldom and keeps the service's cache warm, a high one remembers more. `shortens_results` lets the long
    results of tools be shortened at that moment, and at no other.
    """

    kind: PolicyKind = PolicyKind.FIT
    count: int = 0
    low_mark: float = LOW_MARK
    shortens_results: bool = True

    def to_mapping(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Return what `to_mapping` gave. What this version does not know is passed over."""
        known = {field.name for field in fields(cls)}
        kept = {name: value for name, value in values.items() if name in known}
        if kept.get("kind") not in set(PolicyKind):
            return cls()
        return cls(**kept | {"kind": PolicyKind(kept["kind"])})
