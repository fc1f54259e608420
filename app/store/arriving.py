"""A parcel on its way in, with the ids that its parts will have here: their own, or new ones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.arrival import Arrival
from app.domain.ids import ItemId
from app.domain.parcel import OURS, Parcel, ParcelItem
from app.store.driver import Connection

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_IS_ITEM = "SELECT 1 FROM item WHERE public_id = ?"
_IS_BRANCH = "SELECT 1 FROM branch WHERE public_id = ?"


@dataclass(frozen=True, slots=True)
class Arriving:
    """`blobs` are the numbers of bytes that wait for it, by their hash; `ids` are new ones to give out."""

    parcel: Parcel
    blobs: Mapping[str, int] = field(repr=False)
    ids: Iterator[str] = field(repr=False)
    now: int

    @property
    def is_ours(self) -> bool:
        return self.parcel.head.origin == OURS

    def conversation_id(self) -> str:
        """Return the conversation's own id, which is known to be free, where it is one of ours."""
        own = self.parcel.head.id
        return own if self._may_keep(own) else next(self.ids)

    def item_id(self, connection: Connection, own: str) -> ItemId:
        return ItemId(self._free(connection, _IS_ITEM, own))

    def branch_id(self, connection: Connection, own: str) -> str:
        return self._free(connection, _IS_BRANCH, own)

    def _free(self, connection: Connection, asked: str, own: str) -> str:
        if self._may_keep(own) and connection.execute(asked, (own,)).fetchone() is None:
            return own
        return next(self.ids)

    def _may_keep(self, own: str) -> bool:
        return self.is_ours and bool(_UUID.fullmatch(own))


def ids_needed(parcel: Parcel) -> int:
    """Return how many ids a parcel can need."""
    files = sum(len(item.files) for item in parcel.items)
    return 2 + len(parcel.head.branches) + len(parcel.items) + files


def arrival_of(item: ParcelItem, name: ItemId, behind: ItemId | None) -> Arrival:
    """Return the item under the name that it has here."""
    return Arrival(
        name,
        behind,
        item.role,
        item.body,
        item.created_at,
        item.ended_at,
        item.state,
        item.model,
        item.kind,
        item.author,
    )
