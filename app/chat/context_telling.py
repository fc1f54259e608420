"""Tells what a request is given: the next one of a conversation, and those that a reply has been made by.

The next one is planned as a turn would plan it, and nobody is asked for it.
"""

from dataclasses import replace

from app.chat.asking import Wish, asking_for
from app.chat.context_reading import read_past
from app.chat.token_counting import TokenCounting
from app.chat.turn import TurnParts
from app.domain.asking import Asking
from app.domain.context_survey import Past
from app.domain.context_window import Plan, plan
from app.domain.ids import ConversationId, ItemId
from app.domain.item import MESSAGE, Item, Role
from app.domain.outlook import with_question
from app.domain.rebuilding import Rebuilt
from app.domain.settings import ProviderSettings
from app.domain.tokens import A_FRAME, NOTHING, Amounts, Measure, amounts_of, together
from app.domain.told_context import NextRequest, ToldContext, told
from app.store import given, history
from app.store.archive import Archive
from app.system.worker_thread import run_once


async def next_request(
    parts: TurnParts,
    conversation: ConversationId,
    settings: ProviderSettings,
    model: str | None = None,
    draft: str = "",
    beside: Amounts = NOTHING,
) -> NextRequest:
    """Tell what would be sent now, to the model named or else to the conversation's own.

    Where no question is waiting at the end, it is told what would be sent in front of the next one, of which
    there may be a draft, and files `beside` it.
    """
    last = await parts.archive.read(history.page, conversation, None, 1)
    awaits = not (last.items and _is_question(last.items[-1]))
    asking, known = await asking_for(
        parts.archive,
        parts.library,
        parts.models,
        conversation,
        settings,
        Wish(draft if awaits else None, model, may_exceed=True),
    )
    measure = await parts.counting.measure(asking.model, known.facts.tokenizer)
    past = await read_past(parts.archive, conversation, asking, measure)
    words = together(amounts_of(draft), A_FRAME)
    question = together(words, beside) if awaits else None
    made = await run_once("planning a request", lambda: _planned(past, asking, measure, question))
    names = await parts.archive.read(given.names_of, made.ledger)
    rebuilt = Rebuilt(made.ledger, made.bodies, made.instructions)
    return NextRequest(
        await run_once("telling of a request", lambda: told(rebuilt, names, measure)),
        past.path.length,
        awaits,
        known.is_guess,
        measure.estimator.tokens(words) if awaits and draft else 0,
        measure.estimator.tokens(beside) if awaits else 0,
    )


async def given_to(
    archive: Archive, reply: ItemId, counting: TokenCounting | None = None
) -> tuple[ToldContext, ...]:
    """Tell what each request of a reply was given. Of what was deleted since, there is no text."""
    found = await archive.study(given.given_to, reply)
    return tuple([await _told_of(archive, each, counting) for each in found])


async def _told_of(archive: Archive, rebuilt: Rebuilt, counting: TokenCounting | None) -> ToldContext:
    names = await archive.read(given.names_of, rebuilt.ledger)
    measure = await counting.measure(rebuilt.ledger.model) if counting else Measure()
    return await run_once("telling of a request", lambda: told(rebuilt, names, measure))


def _is_question(item: Item) -> bool:
    return item.role is Role.PERSON and item.kind == MESSAGE


def _planned(past: Past, asking: Asking, measure: Measure, question: Amounts | None) -> Plan:
    """Plan the request; with a question that is not stored yet, plan for that and leave it away."""
    if question is None:
        return plan(past, asking, measure)
    made = plan(with_question(past, question), asking, measure)
    return replace(made, bodies=made.bodies[:-1], ledger=replace(made.ledger, sent=made.ledger.sent[:-1]))
