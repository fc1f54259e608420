"""`sotto show`: a conversation as it reads, page by page, so that a long one begins at once."""

from argparse import Namespace
from collections.abc import AsyncIterator
from types import MappingProxyType
from typing import Any

from app.domain.ids import ConversationId
from app.domain.item import MESSAGE, Item, ItemState, Role
from app.store import conversations, history
from app.store.archive import Archive
from app.system.profile import Profile
from app.verbs.exit_codes import EXIT_DONE
from app.verbs.moments import minute
from app.verbs.opened import opened_profile
from app.verbs.output import Output, json_text
from app.verbs.short_ids import find_conversation

_PAGE = 100
AUTHORS = MappingProxyType(
    {
        Role.PERSON: "You",
        Role.MODEL: "Model",
        Role.SYSTEM: "Instructions",
        Role.DEVELOPER: "Instructions",
        Role.TOOL: "Tool",
    }
)


async def show(options: Namespace, profile: Profile, output: Output) -> int:
    async with opened_profile(profile, options.answer, "sotto show") as opened:
        archive = opened.archive
        conversation = await find_conversation(archive, options.conversation)
        items = _items(archive, conversation)
        about = await archive.read(conversations.find_conversation, conversation)
        if options.json:
            before = json_text(
                {"conversation": about.id, "title": about.title, "created_at": about.created_at}
            )
            messages = (_values(item) async for item in items)
            await output.write_json_list(messages, before=f'{before[:-1]}, "messages": ', behind="}")
            return EXIT_DONE
        await output.write_heading(about.title)
        await output.write_line(f"{minute(about.created_at)}  {conversation}")
        async for item in items:
            await output.write_line()
            await output.write_heading(_heading(item))
            await output.write_line(item.text)
    return EXIT_DONE


async def _items(archive: Archive, conversation: ConversationId) -> AsyncIterator[Item]:
    """Yield what the shown branch shows, oldest first. No page is read before it is needed."""
    depth = 0
    while items := (await archive.read(history.page_after, conversation, depth, _PAGE)).items:
        for item in items:
            yield item
        depth = items[-1].depth


def _heading(item: Item) -> str:
    parts = [_author(item)]
    if item.kind != MESSAGE:
        parts.append(item.kind.replace("_", " "))
    parts.append(minute(item.created_at))
    if item.state is not ItemState.COMPLETE:
        parts.append(f"{item.state}: {item.fault.summary}" if item.fault else item.state)
    if item.is_excluded:
        parts.append("not sent")
    return ", ".join(parts)


def _author(item: Item) -> str:
    return item.author or item.model or AUTHORS[item.role]


def _values(item: Item) -> dict[str, Any]:
    return {
        "item": item.id,
        "position": item.depth,
        "role": item.role,
        "author": item.author,
        "model": item.model,
        "kind": item.kind,
        "state": item.state,
        "fault": {"kind": item.fault.kind, "summary": item.fault.summary} if item.fault else None,
        "created_at": item.created_at,
        "ended_at": item.ended_at,
        "is_pinned": item.is_pinned,
        "is_excluded": item.is_excluded,
        "text": item.text,
    }
