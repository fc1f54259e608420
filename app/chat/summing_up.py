"""The making of one summary, in as many portions as the model needs to read all that it is to tell of.

Each portion that is whole is kept, in place of the one before it: whatever ends the work early, nothing that
was paid for is lost, and the next summary goes on from there.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.chat.aside import ask_aside, seal_aside
from app.chat.turn import TurnParts
from app.domain.asking import Asking
from app.domain.branch import Path
from app.domain.candidate import Candidate, Part
from app.domain.compaction import (
    CompactionRule,
    Stretch,
    Unsummarised,
    bodies_to_tell,
    can_be_told,
    room_for,
    stretch_for,
    summary_from_answer,
    summary_request,
)
from app.domain.errors import ContextTooLong, SummaryFailed
from app.domain.ids import ConversationId, SummaryId
from app.domain.parameters import Parameters
from app.domain.summary import Summary
from app.domain.tokens import Measure
from app.providers.pieces import Request
from app.store import compacting, context_sources

Told = Callable[[int, int], None]
"""Is told how many items the model has been shown, and of how many."""

_FIRST_PAGE, _LARGEST_PAGE = 16, 64  # items that are read at once: nobody knows how long they are
_MOST_ITEMS = 2_000  # in a portion, so that neither the window nor another write is held up
_MOST_CHARACTERS = 60_000  # of an answer, with what a model may have thought aloud before it
_MOST_FAILURES = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be summed up, by which model, and how."""

    conversation: ConversationId
    asking: Asking
    measure: Measure
    rule: CompactionRule


class SummingUp:
    """Lives on the loop, for one summary. `made` is what has been kept so far."""

    def __init__(self, parts: TurnParts, wanted: Wanted, tell: Told) -> None:
        self._parts = parts
        self._wanted = wanted
        self._asking = replace(wanted.asking, parameters=_free(wanted.asking.parameters))
        self._tell = tell
        self._behind: Summary | None = None
        self._failures = 0
        self.made: Summary | None = None

    async def run(self) -> None:
        """Sum up all but the newest items, as far as that is worth it. Raises AppError."""
        path, self._behind = await self._ground()
        first = self._depth + 1
        border = await self._border(path, first)
        while stretch := await self._stretch(path, border):
            self._tell(self._depth + 1 - first, border - first)
            if not await self._portion(stretch):
                path, self._behind = await self._ground()
                border = await self._border(path, self._depth + 1)
                first = min(first, self._depth + 1)
            elif not stretch.goes_on:
                return

    async def _ground(self) -> tuple[Path, Summary | None]:
        return await self._parts.archive.read(
            compacting.ground, self._wanted.conversation, self._asking.service
        )

    @property
    def _depth(self) -> int:
        return self._behind.depth if self._behind else 0

    async def _border(self, path: Path, first: int) -> int:
        """Return the depth of the question from which on everything stays outside the summary."""
        left, last, size = max(1, self._wanted.rule.kept_items), path.length, _FIRST_PAGE
        while last >= first:
            page = await self._between(path, max(first, last - size + 1), last)
            for candidate in reversed(page):
                left -= 1
                if left <= 0 and candidate.part is Part.QUESTION:
                    return candidate.depth
            last, size = last - size, min(2 * size, _LARGEST_PAGE)
        return first

    async def _stretch(self, path: Path, border: int) -> Stretch | None:
        """Return the next portion. Of a long past, no more is read than one request can hold."""
        measure = self._wanted.measure
        room = room_for(self._asking, self._behind, measure)
        found: tuple[Candidate, ...] = ()
        cost, at, size = 0, self._depth + 1, _FIRST_PAGE
        while at < border and cost <= room and len(found) < _MOST_ITEMS:
            page = await self._told_between(path, at, min(at + size, border) - 1)
            found += page
            cost += sum(candidate.cost(measure) for candidate in page)
            at, size = at + size, min(2 * size, _LARGEST_PAGE)
        known = Unsummarised(path, found, at >= border, self._behind)
        return stretch_for(known, self._asking, measure, self._wanted.rule)

    async def _portion(self, stretch: Stretch) -> bool:
        """Have one portion summed up and kept. False if it has to be tried in another way."""
        try:
            sealed = await self._sealed(stretch)
            text = sealed or await self._answer(stretch)
        except ContextTooLong:
            self._fail("The service takes less at once than a summary needs.")
            self._asking = replace(self._asking, budget=self._asking.budget // 2)
            return False
        if text is None:
            raise SummaryFailed("The model gave no summary that could be used.")
        return await self._keep(stretch, text, self._asking.service if sealed else None)

    async def _sealed(self, stretch: Stretch) -> str | None:
        """Return what the service has sealed, where that is wanted and it can; or None."""
        if not (self._wanted.rule.by_service and self._asking.service):
            return None
        told = bodies_to_tell(self._behind, stretch)
        request = Request(self._asking.model, told, self._asking.instructions)
        items = await seal_aside(self._parts, self._wanted.conversation, request)
        return json.dumps(items, ensure_ascii=False) if items else None

    async def _answer(self, stretch: Stretch) -> str | None:
        wanted = summary_request(self._behind, self._asking, stretch)
        request = Request(self._asking.model, wanted.bodies, wanted.instructions, self._asking.parameters)
        answer = await ask_aside(
            self._parts, self._wanted.conversation, request, most_characters=_MOST_CHARACTERS
        )
        return summary_from_answer(answer, self._behind, stretch, self._wanted.measure)

    async def _keep(self, stretch: Stretch, text: str, sealed_for: str | None) -> bool:
        now = self._parts.now()
        summary = Summary(
            SummaryId(self._parts.ids.next()),
            stretch.item,
            stretch.depth,
            text,
            stretch.sources,
            self._asking.model,
            now,
            now,
            sealed_for,
        )
        is_step = self._behind is not None and self._behind == self.made
        if not await self._parts.archive.write(
            compacting.keep_summary,
            self._wanted.conversation,
            summary,
            self._behind,
            stretch.told,
            replaces=is_step,
        ):
            self._fail("What was to be summed up was changed in the meantime.")
            return False
        self._behind = self.made = summary
        return True

    def _fail(self, why: str) -> None:
        self._failures += 1
        if self._failures >= _MOST_FAILURES:
            raise SummaryFailed(why)

    async def _between(self, path: Path, first: int, last: int) -> tuple[Candidate, ...]:
        return await self._parts.archive.read(
            compacting.tellable, self._wanted.conversation, path, first, last
        )

    async def _told_between(self, path: Path, first: int, last: int) -> tuple[Candidate, ...]:
        """Return what the model is shown, with its files. Those may be long, so the screen goes first."""
        archive, found = self._parts.archive, await self._between(path, first, last)
        if await archive.read(context_sources.any_has_files, found):
            found = await archive.study(context_sources.with_files, found)
        return tuple(candidate for candidate in found if can_be_told(candidate))


def _free(parameters: Parameters) -> Parameters:
    """A summary needs its own length, and a word that ends a reply must not end it."""
    return replace(parameters, max_output_tokens=None, stop=(), verbosity=None)
