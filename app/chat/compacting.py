"""What a person can do with the summaries of a conversation. The messages themselves are never touched."""

import asyncio
from dataclasses import dataclass

from app.chat.answering import Answering
from app.chat.asking import Wish, asking_for
from app.chat.keeping import Keeping
from app.chat.summing_up import SummingUp, Wanted
from app.domain.compaction import AT_ITEMS, AT_TOKENS, BY_SERVICE, KEPT, SMALLEST, CompactionRule
from app.domain.errors import EmptySummary, GivenUp, NothingToSummarise, ProviderMissing
from app.domain.events import (
    ConversationRemoved,
    ConversationTrashed,
    Event,
    SummaryAdvanced,
    SummaryEnded,
    ViewChanged,
)
from app.domain.ids import ConversationId, SummaryId, UndoId
from app.domain.ledger import Ledger
from app.domain.settings import ProviderSettings
from app.domain.summary import Summary
from app.domain.undo import Undo
from app.store import conversation_settings, summaries
from app.store.archive import Archive
from app.store.driver import Connection
from app.store.preferences import read_preference, write_preference


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A summary in the making, and whether a person waits for it. Others give way."""

    task: "asyncio.Task[Summary | None]"
    is_asked: bool


class Compacting:
    """Lives on the loop's thread. No answer waits for a summary: one under way is used by later questions."""

    def __init__(self, keeping: Keeping, answering: Answering) -> None:
        self._keeping = keeping
        self._parts = keeping.lasting
        self._answering = answering
        self._under_way: dict[ConversationId, _UnderWay] = {}
        self._leave = self._parts.events.subscribe(self._hear)

    async def close(self) -> None:
        """Give up all summaries that are being made. The portions that are whole are kept."""
        self._leave()
        await self._end(list(self._under_way))

    async def summarize(self, conversation: ConversationId) -> Summary:
        """Sum up all but the newest items; a second call waits for the same. Cancelling gives it up.

        A long past is summed up in portions, and what is whole when it is stopped or fails is kept. Raises
        ReplyUnderWay, ProviderMissing, NothingToSummarise, ContextOverBudget, SummaryFailed, other
        ProviderErrors, and GivenUp where it was stopped before anything was whole.
        """
        self._answering.require_rest(conversation)
        under_way = self._under_way.get(conversation)
        if under_way is None or not under_way.is_asked:
            await self._end([conversation])
            under_way = self._begin(conversation, None)
        made = await _result_of(under_way.task)
        if made is None:
            raise NothingToSummarise("There is too little to sum up.")
        return made

    def summarize_if_due(
        self, conversation: ConversationId, ledger: Ledger
    ) -> "asyncio.Task[Summary | None]":
        """Begin a summary if the rule in force says so of a request. It gives way to any question."""
        under_way = self._under_way.get(conversation) or self._begin(conversation, ledger)
        return under_way.task

    def give_way(self) -> None:
        """Give up the summaries that nobody waits for."""
        for under_way in self._under_way.values():
            if not under_way.is_asked:
                under_way.task.cancel()

    def stop(self, conversation: ConversationId) -> None:
        """Give up the summary, if one is being made. Whoever waits for it is told by GivenUp."""
        if under_way := self._under_way.get(conversation):
            under_way.task.cancel()

    def is_under_way(self, conversation: ConversationId) -> bool:
        return conversation in self._under_way

    async def summaries(self, conversation: ConversationId) -> list[Summary]:
        """Return the summaries along the shown branch, the deepest first: that one is sent."""
        return await self._archive(conversation).read(summaries.shown_summaries, conversation)

    async def edit(self, conversation: ConversationId, summary: SummaryId, text: str) -> Undo:
        """Put a person's words in place of the model's. Raises EmptySummary."""
        if not text.strip():
            raise EmptySummary("There is nothing in the summary.")
        undo = UndoId(self._parts.ids.next())
        done = await self._archive(conversation).write(
            summaries.change_summary, summary, text, undo, self._parts.now()
        )
        self._parts.events.publish(ViewChanged(conversation))
        return done

    async def remove(self, conversation: ConversationId, summary: SummaryId) -> Undo:
        """Have what a summary stands for sent itself again, or what the summary before it says of it."""
        undo = UndoId(self._parts.ids.next())
        done = await self._archive(conversation).write(
            summaries.remove_summary, summary, undo, self._parts.now()
        )
        self._parts.events.publish(ViewChanged(conversation))
        return done

    async def rule(self, conversation: ConversationId | None = None) -> CompactionRule:
        """Return the rule in force: the conversation's own, or the one for all."""
        if conversation is not None:
            own = await self._archive(conversation).read(conversation_settings.read_settings, conversation)
            if own.compaction is not None:
                return own.compaction
        return await self._parts.library.read(_general_rule)

    async def keep_rule(self, rule: CompactionRule) -> None:
        """Let a rule hold for every conversation that has none of its own."""
        await self._parts.library.write(_keep_general_rule, rule)

    def _begin(self, conversation: ConversationId, ledger: Ledger | None) -> _UnderWay:
        task = asyncio.create_task(self._make(conversation, ledger))
        made = _UnderWay(task, ledger is None)
        self._under_way[conversation] = made

        def forget(_: object) -> None:
            if self._under_way.get(conversation) is made:
                del self._under_way[conversation]

        task.add_done_callback(forget)
        return made

    async def _make(self, conversation: ConversationId, ledger: Ledger | None) -> Summary | None:
        """Make a summary; with a ledger, only if the rule says that it is due."""
        settings = self._parts.provider.settings
        if settings is None:
            raise ProviderMissing("No model service has been set up yet.")
        rule = await self.rule(conversation)
        if ledger and not rule.is_due(ledger):
            return None
        wanted = await self._wanted(conversation, rule, settings)
        publish, has_begun = self._parts.events.publish, False

        def tell(done: int, of: int) -> None:
            nonlocal has_begun
            has_begun = True
            publish(SummaryAdvanced(conversation, done, of))

        work = SummingUp(self._keeping.of(conversation), wanted, tell)
        try:
            await work.run()
        except asyncio.CancelledError:
            if work.made is None:
                raise
        finally:
            if has_begun:
                publish(SummaryEnded(conversation, work.made))
        return work.made

    async def _wanted(
        self, conversation: ConversationId, rule: CompactionRule, settings: ProviderSettings
    ) -> Wanted:
        parts = self._keeping.of(conversation)
        asking, known = await asking_for(
            parts.archive, parts.library, parts.models, conversation, settings, Wish("")
        )
        measure = await parts.counting.measure(asking.model, known.facts.tokenizer)
        return Wanted(conversation, asking, measure, rule)

    async def _end(self, conversations: list[ConversationId]) -> None:
        tasks = [self._under_way[each].task for each in conversations if each in self._under_way]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _hear(self, event: Event) -> None:
        if isinstance(event, ConversationTrashed | ConversationRemoved):
            self.stop(event.conversation_id)

    def _archive(self, conversation: ConversationId) -> Archive:
        return self._keeping.of(conversation).archive


async def _result_of(task: "asyncio.Task[Summary | None]") -> Summary | None:
    """Wait for a summary. Who gives up waiting gives it up; if another has, that is GivenUp."""
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        waiting = asyncio.current_task()
        if task.cancelled() and not (waiting and waiting.cancelling()):
            raise GivenUp("The summary is no longer wanted.") from None
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise


def _general_rule(connection: Connection) -> CompactionRule:
    tokens, items = read_preference(connection, AT_TOKENS), read_preference(connection, AT_ITEMS)
    return CompactionRule(
        tokens if tokens > 0 else None,
        items if items > 0 else None,
        read_preference(connection, KEPT),
        read_preference(connection, SMALLEST),
        by_service=bool(read_preference(connection, BY_SERVICE)),
    )


def _keep_general_rule(connection: Connection, rule: CompactionRule) -> None:
    write_preference(connection, AT_TOKENS, rule.at_tokens or 0)
    write_preference(connection, AT_ITEMS, rule.at_items or 0)
    write_preference(connection, KEPT, rule.kept_items)
    write_preference(connection, SMALLEST, rule.smallest_tokens)
    write_preference(connection, BY_SERVICE, int(rule.by_service))
