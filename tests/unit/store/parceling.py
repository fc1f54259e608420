"""Parcels as a test writes them down, and how it takes them in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.conversation import TitleSource
from app.domain.import_report import Taken
from app.domain.item import Role, question_body
from app.domain.parcel import Parcel, ParcelBranch, ParcelHead, ParcelItem
from app.store.arriving import ids_needed
from app.store.driver import Connection
from app.store.parcels import take_parcel

MOMENT = 5_000_000


def item(name: str, behind: str | None = None, **given: Any) -> ParcelItem:  # noqa: ANN401  # any field
    role = Role.MODEL if name.startswith("a") else Role.PERSON
    made = ParcelItem(name, behind, role, question_body(f"Text of {name}"), MOMENT, raw=f"raw {name}")
    return replace(made, **given)


def parcel(
    items: Sequence[ParcelItem],
    tips: Mapping[str, str | None] | None = None,
    **given: Any,  # noqa: ANN401  # any field of the head
) -> Parcel:
    """One branch to each of the `tips` or, if nothing is said, one to the last item; the last is shown."""
    ends = tips or {"main": items[-1].id if items else None}
    branches = tuple(ParcelBranch(name, tip, 3, is_main=name == "main") for name, tip in ends.items())
    head = ParcelHead("chatgpt", "c1", "Title", TitleSource.IMPORT, 1, 9, branches, branches[-1].id)
    return Parcel(replace(head, **given), tuple(items))


def take(
    connection: Connection, given: Parcel, blobs: Mapping[str, int] | None = None, named: str = "new"
) -> Taken:
    ids = [f"{named} {number}" for number in range(1, ids_needed(given) + 1)]
    return take_parcel(connection, given, blobs or {}, ids, 77)
