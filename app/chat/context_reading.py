"""Reads as much of a history as a request may send, newest first, and plans the request."""

from dataclasses import dataclass

from app.domain.asking import Asking
from app.domain.candidate import Candidate, Part
from app.domain.context_policy import PolicyKind
from app.domain.context_survey import Past, first_turn, least_cost
from app.domain.context_window import Plan, holds, plan
from app.domain.errors import BugError
from app.domain.ids import ConversationId
from app.domain.tokens import Measure
from app.store import context_sources, token_rates
from app.store.archive import Archive
from app.store.context_sources import Sources
from app.system.worker_thread import run_once

_FIRST_PAGE = 64
_LARGEST_PAGE = 256
_MANY = 2_000  # items that are planned in a thread of their own, so that the window is not held up


async def plan_request(
    archive: Archive, conversation: ConversationId, asking: Asking, measure: Measure | None = None
) -> Plan:
    """Plan a request that answers the end of the conversation's shown branch. Raises ContextOverBudget."""
    if measure is None:
        measure = Measure(await archive.read(token_rates.estimator_for, asking.model))
    known = measure
    past = await read_past(archive, conversation, asking, known)
    if not past.path.length:
        raise BugError("There is no question to answer.")
    if len(past.items) > _MANY:
        return await run_once("planning a request", lambda: plan(past, asking, known))
    return plan(past, asking, known)


async def read_past(
    archive: Archive,
    conversation: ConversationId,
    asking: Asking,
    measure: Measure,
    known: Past | None = None,
) -> Past:
    """Read what a request is planned from: never more of a long past than may be sent.

    `known` is what was read of the conversation before something was added to it, and nothing else done.
    """
    sources = await archive.read(context_sources.sources, conversation, asking.service)
    reading = _Reading(archive, conversation, sources)
    in_force = next((each for each in sources.ledgers if holds(each, asking, sources.summary)), None)
    behind = sources.summary.depth + 1 if sources.summary else 1
    stop = max(behind, in_force.cut if in_force else 1)
    items, reaches = await reading.newest(stop, asking, measure, known, is_bounded=in_force is not None)
    return Past(
        sources.path,
        items,
        reaches,
        await reading.apart(reaches, asking),
        sources.summary,
        in_force,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    archive: Archive
    conversation: ConversationId
    sources: Sources

    async def newest(
        self, stop: int, asking: Asking, measure: Measure, known: Past | None, *, is_bounded: bool
    ) -> tuple[tuple[Candidate, ...], int]:
        """Return what is shown from depth `stop` on, or enough of it, and how far that reaches.

        Behind a cut in force there is no more than was sent before and what has come since. It is read to the
        end, since of its long results only little may be sent: by their whole length it would seem too much.
        """
        found: tuple[Candidate, ...] = ()
        cost, size, last = 0, _FIRST_PAGE, self.sources.path.length
        if known and _goes_on_from(known, self.sources) and (settled := _settled(known, stop)):
            found = settled + await self._between(settled[-1].depth + 1, last)
            cost, last = least_cost(found, asking, measure), max(stop, known.reaches) - 1
        while last >= stop and (is_bounded or not _is_enough(found, cost, asking)):
            first = max(stop, last - size + 1)
            page = await self._between(first, last)
            found = page + found
            cost += least_cost(page, asking, measure)
            last, size = first - 1, min(2 * size, _LARGEST_PAGE)
        return found, last + 1

    async def apart(self, reaches: int, asking: Asking) -> tuple[Candidate, ...]:
        """Return what is wanted from before the depth that was reached."""
        if reaches <= 1:
            return ()
        kept = await self._first_turn() if asking.policy.kind is PolicyKind.KEEP_FIRST else ()
        pinned = await self.archive.read(
            context_sources.pinned_before, self.conversation, self.sources.path, reaches
        )
        return kept + await self._with_files(pinned)

    async def _first_turn(self) -> tuple[Candidate, ...]:
        found: tuple[Candidate, ...] = ()
        last = 0
        while last < self.sources.path.length and _questions(found) <= 1:
            found += await self._between(last + 1, last + _FIRST_PAGE)
            last += _FIRST_PAGE
        return first_turn(found)

    async def _between(self, first: int, last: int) -> tuple[Candidate, ...]:
        found = await self.archive.read(
            context_sources.candidates_between, self.conversation, self.sources.path, first, last
        )
        return await self._with_files(found)

    async def _with_files(self, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Add what is attached. That may be long to read, so the screen does not wait behind it."""
        if not await self.archive.read(context_sources.any_has_files, found):
            return found
        return await self.archive.study(context_sources.with_files, found)


def _goes_on_from(known: Past, sources: Sources) -> bool:
    """Whether a path begins with all of a known one."""
    return tuple(sources.path.between(1, known.path.length)) == known.path.ranges


def _settled(known: Past, stop: int) -> tuple[Candidate, ...]:
    """Return what cannot have changed since: all from `stop` up to the newest question that was known."""
    newest = max((each.depth for each in known.items if each.part is Part.QUESTION), default=0)
    return tuple(each for each in known.items if stop <= each.depth < newest)


def _is_enough(found: tuple[Candidate, ...], cost: int, asking: Asking) -> bool:
    """Whether what was found holds a whole turn and passes the budget, or is as much as is wanted."""
    policy = asking.policy
    if policy.kind is PolicyKind.EVERYTHING and asking.may_exceed:
        return False
    if policy.kind is PolicyKind.NEWEST_TURNS and _questions(found) >= max(1, policy.count):
        return True
    if policy.kind is PolicyKind.NEWEST_ITEMS and _sendable(found) >= max(1, policy.count):
        return True
    return cost > asking.budget and _questions(found) > 0


def _questions(found: tuple[Candidate, ...]) -> int:
    return sum(candidate.part is Part.QUESTION for candidate in found)


def _sendable(found: tuple[Candidate, ...]) -> int:
    return sum(not candidate.is_empty and not candidate.item.is_excluded for candidate in found)
