"""`sotto context`: what the next request of a conversation would be given, or what a reply has been given."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from app.chat.context_telling import given_to, next_request
from app.domain.conversation import Conversation
from app.domain.errors import InputError, ProviderMissing
from app.domain.ids import ConversationId, ItemId
from app.domain.settings import PRACTICE_ADDRESS, ProviderSettings
from app.domain.told_context import Form, NextRequest, ToldContext, ToldItem, ToldSummary
from app.opening import Chat
from app.store import conversations
from app.store.archive import Archive
from app.store.given import newest_reply, replies_beginning
from app.system.profile import Profile
from app.verbs.context_lines import lines_of_next, lines_of_reply
from app.verbs.opened import opened_chat
from app.verbs.short_ids import find_conversation
from app.verbs.told import Told


async def context(options: Namespace, profile: Profile) -> Told:
    async with opened_chat(profile, options.answer, "sotto context") as (opened, chat):
        archive = opened.archive
        conversation = await find_conversation(archive, options.conversation)
        about = await archive.read(conversations.find_conversation, conversation)
        if options.reply is None:
            settings = _settings(chat, options.model)
            coming = await next_request(chat.parts, conversation, settings, options.model)
            return Told(lines_of_next(about, coming), _next_values(about, coming))
        reply = await _reply(archive, conversation, options.reply)
        requests = await given_to(archive, reply)
    return Told(lines_of_reply(about, reply, requests), _reply_values(about, reply, requests))


def _settings(chat: Chat, model: str | None) -> ProviderSettings:
    """Return the service that would be asked. Nobody is: where a model is named, its address is no matter."""
    if stored := chat.provider.settings:
        return stored
    if model:
        return ProviderSettings(PRACTICE_ADDRESS, model)
    raise ProviderMissing(
        "No model service has been set up yet, so nothing can be sent. Set one up in the window, "
        "or name a model with --model to see what it would be given."
    )


async def _reply(archive: Archive, conversation: ConversationId, typed: str) -> ItemId:
    """Return the reply whose id begins so, or the last one if nothing was typed. Raises InputError."""
    beginning = typed.strip().lower()
    if not beginning:
        newest = await archive.study(newest_reply, conversation)
        if newest is None:
            raise InputError("No reply in this conversation was asked for from here.")
        return newest
    found = await archive.study(replies_beginning, conversation, beginning)
    if beginning in found:
        return ItemId(beginning)
    if not found:
        raise InputError("No reply has an id that begins so. `sotto show --json` tells all of them.")
    if len(found) > 1:
        raise InputError("More than one reply has an id that begins so. Give more of it.")
    return found[0]


def _next_values(about: Conversation, coming: NextRequest) -> dict[str, Any]:
    return {
        "conversation": about.id,
        "title": about.title,
        "length": coming.length,
        "awaits_question": coming.awaits_question,
        "budget_is_guess": coming.is_guess,
        **_context_values(coming.context),
    }


def _reply_values(about: Conversation, reply: ItemId, requests: Sequence[ToldContext]) -> dict[str, Any]:
    return {
        "conversation": about.id,
        "title": about.title,
        "reply": reply,
        "requests": [_context_values(each) | {"continuation": each.ledger.continuation} for each in requests],
    }


def _context_values(told: ToldContext) -> dict[str, Any]:
    ledger = told.ledger
    return {
        "model": ledger.model,
        "assistant": ledger.author,
        "tokens": ledger.estimated_tokens,
        "uncertainty": ledger.uncertainty,
        "budget": ledger.budget,
        "fits": not told.is_over,
        "policy": ledger.policy.to_mapping(),
        "parameters": ledger.parameters.to_mapping(),
        "has_instructions": told.has_instructions,
        "instructions": told.instructions,
        "pinned": [_item_values(item) for item in told.pinned],
        "summary": _summary_values(told.summary) if told.summary else None,
        "sent": [_item_values(item) for item in told.items],
        "left_out": [{"first": gap.first, "last": gap.last, "reason": gap.reason} for gap in told.left_out],
    }


def _summary_values(summary: ToldSummary) -> dict[str, Any]:
    form = Form.SINCE_DELETED if summary.text is None else Form.WHOLE
    return {
        "up_to": summary.position,
        "form": form,
        "text": summary.text,
        "is_sealed": summary.is_sealed,
    }


def _item_values(item: ToldItem) -> dict[str, Any]:
    return {
        "item": item.id,
        "position": item.position,
        "role": item.role,
        "kind": item.kind,
        "form": item.form,
        "is_pinned": item.is_pinned,
        "has_files": item.has_files,
        "revision": item.revision,
        "text": item.text,
    }
