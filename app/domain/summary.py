"""A summary: what stands in a context for the items up to and including its own. It never replaces them."""

from dataclasses import dataclass, field

from app.domain.branch import Range
from app.domain.ids import ItemId, SummaryId


@dataclass(frozen=True, slots=True)
class Summary:
    """`sources` are the places of the items that it stands for; `model` is None where a person wrote it.

    One that a service has sealed is read by that service alone, the one whose origin `sealed_for` names. Its
    text is then a list of what is sent to it, to the letter.
    """

    id: SummaryId
    item: ItemId
    depth: int
    text: str = field(repr=False)
    sources: tuple[Range, ...]
    model: str | None
    created_at: int
    changed_at: int
    sealed_for: str | None = None
