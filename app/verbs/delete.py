"""`sotto delete` and `sotto undelete`: into the trash, out of it, or out of the archive for good."""

from argparse import Namespace
from collections.abc import Sequence

from app.chat.controller import ChatController
from app.chat.purging import Purging
from app.domain.conversation import Conversation
from app.domain.errors import InputError
from app.domain.purged import Purged
from app.opening import Opened
from app.store import conversations
from app.store.archive import Archive
from app.system.clock import now_us
from app.system.profile import Profile
from app.verbs.opened import opened_chat
from app.verbs.output import single_line
from app.verbs.short_ids import find_conversation
from app.verbs.told import Told


async def delete(options: Namespace, profile: Profile) -> Told:
    """Delete all that are named, or none of them where one is not to be found."""
    async with opened_chat(profile, options.answer, "sotto delete") as (opened, chat):
        found = await _found(opened.archive, options.conversations)
        if options.for_good:
            return await _delete_for_good(opened, chat.controller, found)
        await chat.controller.arranging.trash([each.id for each in found])
    return _told("In the trash", found)


async def undelete(options: Namespace, profile: Profile) -> Told:
    """Bring back all that are named, or none of them where one is not in the trash."""
    async with opened_chat(profile, options.answer, "sotto undelete") as (opened, chat):
        found = await _found(opened.archive, options.conversations)
        for each in found:
            if not await opened.archive.read(conversations.is_trashed, each.id):
                raise InputError("Not all of these are in the trash. `sotto list --trash` tells which are.")
        await chat.controller.arranging.restore([each.id for each in found])
    return _told("Back", found)


async def _found(archive: Archive, typed: Sequence[str]) -> list[Conversation]:
    """Return the conversations whose ids begin so, each of them once."""
    ids = [await find_conversation(archive, each) for each in typed]
    return [await archive.read(conversations.find_conversation, each) for each in dict.fromkeys(ids)]


async def _delete_for_good(opened: Opened, controller: ChatController, found: Sequence[Conversation]) -> Told:
    """Delete them, and let go of what nothing holds any more, so that it has left the file."""
    staying = 0
    for each in found:
        staying += sum(sharing.items for sharing in await controller.removing.sharing(each.id))
        await controller.removing.delete_for_ever(each.id)
    await Purging(opened.archive, opened.events, now_us).purge(Purged(conversations=len(found)))
    told = _told("Deleted for good", found)
    if not staying:
        return told
    line = f"Messages that stay, because other conversations hold them: {staying}."
    return Told([*told.lines, line], told.values, is_answer=False)


def _told(done: str, found: Sequence[Conversation]) -> Told:
    return Told(
        [f"{done}: {single_line(each.title)}" for each in found],
        [{"id": each.id, "title": each.title} for each in found],
        is_answer=False,
    )
