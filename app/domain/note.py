"""A note: a person's own words beside a conversation, or beside one item of it. No model is given them."""

from dataclasses import dataclass, field

from app.domain.ids import ItemId, NoteId


@dataclass(frozen=True, slots=True)
class Note:
    id: NoteId
    item: ItemId | None
    text: str = field(repr=False)
    created_at: int
    changed_at: int
