"""Ids as a person types them: their beginnings, as long as that leaves no doubt."""

from collections.abc import Sequence
from typing import TypeVar

from app.domain.errors import InputError
from app.domain.ids import ConversationId, ItemId
from app.store import id_beginnings
from app.store.archive import Archive

_SHORTEST = 8

T = TypeVar("T", bound=str)


def short_ids(ids: Sequence[T]) -> dict[T, str]:
    """Return for each id its beginning, all of one length, at which no two are alike."""
    different = len(set(ids))
    longest = max(map(len, ids), default=0)
    for length in range(_SHORTEST, longest):
        if len({each[:length] for each in ids}) == different:
            return {each: each[:length] for each in ids}
    return {each: each for each in ids}


async def find_conversation(archive: Archive, typed: str) -> ConversationId:
    """Return the one conversation whose id begins so. Raises InputError where there is none, or several."""
    beginning = typed.strip().lower()
    found = await archive.read(id_beginnings.conversations_beginning, beginning) if beginning else []
    if beginning in found:
        return ConversationId(beginning)
    if not found:
        raise InputError("No conversation has an id that begins so. `sotto list` tells all of them.")
    if len(found) > 1:
        raise InputError("More than one conversation has an id that begins so. Give more of it.")
    return found[0]


async def find_item(archive: Archive, conversation: ConversationId, typed: str) -> ItemId:
    """Return the conversation's one item whose id begins so. Raises InputError where that is not one."""
    beginning = typed.strip().lower()
    found = await archive.study(id_beginnings.items_beginning, conversation, beginning) if beginning else []
    if beginning in found:
        return ItemId(beginning)
    if not found:
        raise InputError("No item has an id that begins so. `sotto show --json` tells all of them.")
    if len(found) > 1:
        raise InputError("More than one item has an id that begins so. Give more of it.")
    return found[0]
