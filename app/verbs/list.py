"""`sotto list`: the conversations, with the ids by which the other verbs know them."""

from argparse import Namespace

from app.store import conversations
from app.system.profile import Profile
from app.verbs.moments import day
from app.verbs.opened import opened_profile
from app.verbs.output import single_line
from app.verbs.short_ids import short_ids
from app.verbs.told import Told


async def list_conversations(options: Namespace, profile: Profile) -> Told:
    async with opened_profile(profile, options.answer, "sotto list") as opened:
        ask = conversations.list_trash if options.trash else conversations.list_conversations
        found = await opened.archive.read(ask)
    names = short_ids([each.id for each in found])
    return Told(
        [f"{day(each.changed_at)}  {names[each.id]}  {single_line(each.title)}" for each in found]
        or ["There are no conversations."],
        [
            {"id": each.id, "title": each.title, "created_at": each.created_at, "changed_at": each.changed_at}
            for each in found
        ],
    )
