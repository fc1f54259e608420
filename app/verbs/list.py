"""`sotto list`: the conversations, with the ids by which the other verbs know them."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.errors import InputError
from app.domain.ids import FolderId
from app.domain.listing import ARCHIVED, TRASH, ListedConversation, Place, PlaceKind
from app.domain.naming import name_key
from app.store import conversations, folders, listing
from app.store.archive import Archive
from app.system.profile import Profile
from app.verbs.moments import day
from app.verbs.opened import opened_profile
from app.verbs.output import single_line
from app.verbs.short_ids import short_ids
from app.verbs.told import Told

_ALL = -1


async def list_conversations(options: Namespace, profile: Profile) -> Told:
    async with opened_profile(profile, options.answer, "sotto list") as opened:
        named = {each.id: each.name for each in await opened.archive.study(folders.list_folders)}
        found = await _found(opened.archive, options, named)
    about = [each.conversation for each in found]
    names = short_ids([each.id for each in about])
    return Told(
        [f"{day(each.changed_at)}  {names[each.id]}  {single_line(each.title)}" for each in about]
        or ["There are no conversations."],
        [_values(each, named) for each in found],
    )


async def _found(
    archive: Archive, options: Namespace, named: Mapping[FolderId, str]
) -> list[ListedConversation]:
    """Return those that were asked for, the newest first."""
    if place := _place(options, named):
        opened = await archive.study(listing.whole_place, place)
        numbers = [*opened.pinned.numbers, *opened.others.numbers][: options.limit]
        return _in_order(numbers, await archive.study(listing.rows, numbers))
    limit = options.limit or _ALL
    newest = await archive.study(conversations.list_conversations, limit)
    rows = await archive.study(listing.rows_of, [each.id for each in newest])
    known = {each.conversation.id: each for each in rows}
    return [known[each.id] for each in newest if each.id in known]


def _place(options: Namespace, named: Mapping[FolderId, str]) -> Place | None:
    if options.trash or options.archived:
        return TRASH if options.trash else ARCHIVED
    if options.tag is not None:
        return Place(PlaceKind.TAG, options.tag)
    if options.folder is None:
        return None
    for folder, name in named.items():
        if name_key(name) == name_key(options.folder):
            return Place(PlaceKind.FOLDER, folder)
    raise InputError("There is no folder of that name.")


def _in_order(numbers: Iterable[int], found: Iterable[ListedConversation]) -> list[ListedConversation]:
    known = {each.number: each for each in found}
    return [known[number] for number in numbers if number in known]


def _values(each: ListedConversation, named: Mapping[FolderId, str]) -> dict[str, Any]:
    about = each.conversation
    return {
        "id": about.id,
        "title": about.title,
        "created_at": about.created_at,
        "changed_at": about.changed_at,
        "folder": named.get(each.folder) if each.folder else None,
        "tags": each.tags,
        "branches": each.branches,
        "is_pinned": each.is_pinned,
        "is_archived": each.is_archived,
        "is_unread": each.is_unread,
        "trashed_at": each.trashed_at,
    }
