"""Tells what a request is given: the next one of a conversation, and those that a reply has been made by.

The next one is planned as a turn would plan it, and nobody is asked for it.
"""

from dataclasses import replace

from app.chat.asking import Wish, asking_for
from app.chat.context_reading import read_past
from app.chat.turn import TurnParts
from app.domain.asking import Asking
from app.domain.context_survey import Past
from app.domain.context_window import Plan, plan
from app.domain.ids import ConversationId, ItemId
from app.domain.item import MESSAGE, Item, Role
from app.domain.outlook import with_question
from app.domain.rebuilding import Rebuilt
from app.domain.settings import ProviderSettings
from app.domain.tokens import A_FRAME, Measure
from app.domain.told_context import NextRequest, ToldContext, told
from app.store import given, history
from app.store.archive import Archive
from app.system.worker_thread import run_once


async def next_request(
    parts: TurnParts, conversation: ConversationId, settings: ProviderSettings, model: str | None = None
) -> NextRequest:
    """Tell what would be sent now, to the model named or else to the conversation's own.

    Where no question is waiting at the end, it is told what would be sent in front of the next one.
    """
    last = await parts.archive.read(history.page, conversation, None, 1)
    awaits = not (last.items and _is_question(last.items[-1]))
    asking, known = await asking_for(
        parts.archive,
        parts.library,
        parts.models,
        conversation,
        settings,
        Wish("" if awaits else None, model, may_exceed=True),
    )
    measure = await parts.counting.measure(asking.model, known.facts.tokenizer)
    past = await read_past(parts.archive, conversation, asking, measure)
    made = await run_once("planning a request", lambda: _planned(past, asking, measure, awaits=awaits))
    names = await parts.archive.read(given.names_of, made.ledger)
    return NextRequest(
        told(Rebuilt(made.ledger, made.bodies, made.instructions), names),
        past.path.length,
        awaits,
        known.is_guess,
    )


async def given_to(archive: Archive, reply: ItemId) -> tuple[ToldContext, ...]:
    """Tell what each request of a reply was given. Of what was deleted since, there is no text."""
    found = await archive.study(given.given_to, reply)
    return tuple([told(each, await archive.read(given.names_of, each.ledger)) for each in found])


def _is_question(item: Item) -> bool:
    return item.role is Role.PERSON and item.kind == MESSAGE


def _planned(past: Past, asking: Asking, measure: Measure, *, awaits: bool) -> Plan:
    """Plan the request; without a question, plan it for an empty one and leave that away."""
    if not awaits:
        return plan(past, asking, measure)
    made = plan(with_question(past, A_FRAME), asking, measure)
    return replace(made, bodies=made.bodies[:-1], ledger=replace(made.ledger, sent=made.ledger.sent[:-1]))
