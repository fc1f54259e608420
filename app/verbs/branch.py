"""`sotto branch`: a conversation of its own that begins with what another one holds."""

from argparse import Namespace

from app.system.profile import Profile
from app.verbs.opened import opened_chat
from app.verbs.short_ids import find_conversation, find_item
from app.verbs.told import Told


async def branch(options: Namespace, profile: Profile) -> Told:
    async with opened_chat(profile, options.answer, "sotto branch") as (opened, chat):
        conversation = await find_conversation(opened.archive, options.conversation)
        at = await find_item(opened.archive, conversation, options.at) if options.at else None
        made = await chat.controller.branch(conversation, at)
    return Told([made], {"conversation": made, "of": conversation, "at": at})
