"""A core in memory for the window's tests: it keeps conversations, and a test says what happens in them."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from app.chat.event_stream import EventStream
from app.domain.attachment import PreparedFile
from app.domain.conversation import (
    Conversation,
    HistoryPage,
    Sharing,
    TitleSource,
    title_from_person,
    title_from_question,
)
from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import AppError, EmptyMessage, Fault, ProviderMissing, ReplyUnderWay
from app.domain.events import (
    ConversationCreated,
    ConversationRemoved,
    ConversationRenamed,
    ConversationRestored,
    ConversationTrashed,
    MessageStored,
    ProviderChanged,
    ReplyEnded,
    ReplyGrew,
    ReplyStarted,
    SendFailed,
)
from app.domain.ids import ConversationId, UndoId
from app.domain.item import Item, ItemState, reply_body
from app.domain.settings import ProviderSettings
from app.domain.undo import Undo
from app.domain.usage import Usage
from tests.fakes.kept_conversations import KeptConversations, ledger
from tests.fakes.scripted_backing_up import ScriptedBackingUp
from tests.fakes.scripted_branches import ScriptedBranches
from tests.fakes.scripted_checking import ScriptedChecking
from tests.fakes.scripted_compacting import ScriptedCompacting
from tests.fakes.scripted_exchange import ScriptedExchange
from tests.fakes.scripted_inspecting import ScriptedInspecting
from tests.fakes.scripted_key_care import ScriptedKeyCare
from tests.fakes.scripted_listing import ScriptedArranging, ScriptedListing
from tests.fakes.scripted_marks import ScriptedMarks
from tests.fakes.scripted_noting import ScriptedNoting
from tests.fakes.scripted_retaining import ScriptedRetaining
from tests.fakes.scripted_searching import ScriptedSearching
from tests.fakes.scripted_settings import (
    ScriptedLibrary,
    ScriptedModels,
    ScriptedServiceCare,
    ScriptedShaping,
)
from tests.fakes.scripted_spending import ScriptedSpending
from tests.fakes.scripted_temporary import ScriptedTemporary
from tests.fakes.scripted_titles import ScriptedTitles
from tests.fakes.scripted_writing import (
    ScriptedAttaching,
    ScriptedLookingAhead,
    ScriptedOffering,
    ScriptedPreferring,
    ScriptedReplies,
)

PAGE = 100
PROVIDER = ProviderSettings("http://localhost:8080/v1", "gpt-5")
MINUTE = 60_000_000


class ScriptedServices:
    """Has ProviderSetup's face, as far as the window looks."""

    def __init__(self) -> None:
        self.checked: list[tuple[ProviderSettings, str | None]] = []
        self.trouble: AppError | None = None

    async def check(self, settings: ProviderSettings, api_key: str | None) -> tuple[()]:
        self.checked.append((settings, api_key))
        if self.trouble:
            raise self.trouble
        return ()


class KeptDrafts:
    """Has DraftKeeper's face."""

    def __init__(self) -> None:
        self.texts: dict[ConversationId | None, str] = {}

    async def load(self) -> dict[ConversationId | None, str]:
        return dict(self.texts)

    def keep(self, place: ConversationId | None, text: str) -> None:
        self.texts[place] = text


class ScriptedRemoving:
    """Has Removing's face, on the conversations of a controller."""

    def __init__(self, controller: "ScriptedController") -> None:
        self._controller = controller
        self.shared: list[Sharing] = []
        self.held: set[UndoId] = set()

    async def sharing(self, _conversation: ConversationId) -> list[Sharing]:
        return self.shared

    async def undo(self, undo: UndoId) -> None:
        if undo in self._controller.arranging.undos:
            self._controller.arranging.take_back(undo)
        else:
            await self._controller.library.undo(undo)

    def hold(self, undos: Iterable[Undo]) -> None:
        self.held.update(each.id for each in undos)

    def let_go(self, undos: Iterable[Undo]) -> None:
        self.held.difference_update(each.id for each in undos)

    async def delete_for_ever(self, conversation: ConversationId) -> None:
        del self._controller._trash[conversation]
        self._controller.events.publish(ConversationRemoved(conversation))

    async def empty_trash(self) -> int:
        trashed = list(self._controller._trash)
        for conversation in trashed:
            await self.delete_for_ever(conversation)
        return len(trashed)


class ScriptedController(KeptConversations):
    """Has ChatController's face. A question is stored as soon as it is sent, unless `disk` says otherwise."""

    def __init__(self, now: int, provider: ProviderSettings | None = PROVIDER) -> None:
        super().__init__(now)
        self.events = EventStream()
        self.provider = provider
        self.disk: Fault | None = None
        self.trouble: AppError | None = None
        self.keyring: AppError | None = None
        self.slow: asyncio.Event | None = None
        self.key_care = ScriptedKeyCare()
        self.backing_up = ScriptedBackingUp(now)
        self.retaining = ScriptedRetaining()
        self.checking = ScriptedChecking()
        self.drafts = KeptDrafts()
        self.services = ScriptedServices()
        self.service_care = ScriptedServiceCare(self.events, provider)
        self.models = ScriptedModels()
        self.library = ScriptedLibrary()
        self.shaping = ScriptedShaping()
        self.branches = ScriptedBranches(self.events)
        self.branches.read = self.history
        self.inspecting = ScriptedInspecting()
        self.spending = ScriptedSpending()
        self.noting = ScriptedNoting()
        self.compacting = ScriptedCompacting(self.events)
        self.marks = ScriptedMarks(self.events)
        self.removing = ScriptedRemoving(self)
        self.searching = ScriptedSearching()
        self.titles = ScriptedTitles(self)
        self.temporary = ScriptedTemporary(self, self.events)
        self.listing = ScriptedListing(self, self.temporary)
        self.arranging = ScriptedArranging(self, self.listing, self.events)
        self.looking_ahead = ScriptedLookingAhead()
        self.offering = ScriptedOffering()
        self.preferring = ScriptedPreferring()
        self.exchange = ScriptedExchange()
        self.replies = ScriptedReplies(self.events.publish)
        self.files = ScriptedAttaching()
        self.sent_with: list[tuple[tuple[PreparedFile, ...], ConversationSettings | None]] = []
        self.keys: dict[str, str] = {}
        self.pages_read = 0
        self.stopped: list[ConversationId] = []
        self._streaming: dict[ConversationId, Item] = {}

    # What the window calls

    async def conversations(self) -> list[Conversation]:
        return sorted(self._conversations.values(), key=lambda each: -each.changed_at)

    async def trashed(self) -> list[Conversation]:
        return list(reversed(self._trash.values()))

    async def rename(self, conversation_id: ConversationId, title: str) -> None:
        self._fail_if_told()
        title = title_from_person(title)
        old = self._conversations[conversation_id]
        self._conversations[conversation_id] = replace(old, title=title, title_source=TitleSource.PERSON)
        self.events.publish(ConversationRenamed(conversation_id, title))

    async def branch(self, conversation_id: ConversationId) -> ConversationId:
        self._fail_if_told()
        if conversation_id in self._streaming:
            raise ReplyUnderWay("This conversation is still being answered.")
        made = ConversationId(self._next("conversation"))
        created = self._keep(made, self._conversations[conversation_id].title, self.now)
        self._items[made] = list(self._items[conversation_id])
        self.events.publish(ConversationCreated(created))
        return made

    async def trash(self, conversation_id: ConversationId) -> None:
        self._fail_if_told()
        self._trash[conversation_id] = self._conversations.pop(conversation_id)
        self.events.publish(ConversationTrashed(conversation_id))

    async def restore(self, conversation_id: ConversationId) -> None:
        self._fail_if_told()
        restored = self._conversations[conversation_id] = self._trash.pop(conversation_id)
        self.events.publish(ConversationRestored(restored))

    async def history(self, conversation_id: ConversationId, before: int | None = None) -> HistoryPage:
        await asyncio.sleep(0)  # others come first, as when a disk is asked
        self._fail_if_told()
        self.pages_read += 1
        items = self._items[conversation_id]
        seen = [item for item in items if before is None or item.depth < before][-PAGE:]
        return HistoryPage(
            conversation_id,
            tuple(seen),
            len(items),
            self._ledgers.get(conversation_id),
            self._usages,
            self.branches.versions,
        )

    def attaching(self, _conversation_id: ConversationId | None) -> ScriptedAttaching:
        return self.files

    def send(
        self,
        conversation_id: ConversationId | None,
        text: str,
        files: tuple[PreparedFile, ...] = (),
        own: ConversationSettings | None = None,
    ) -> ConversationId:
        if not text.strip() and not files:
            raise EmptyMessage("There is nothing to send yet.")
        if conversation_id in self._streaming:
            raise ReplyUnderWay("This conversation is still being answered.")
        if self.provider is None:
            raise ProviderMissing("No model service has been set up yet.")
        target = conversation_id or ConversationId(self._next("conversation"))
        if self.disk:
            self.events.publish(SendFailed(target, self.disk))
            return target
        if target not in self._items:
            created = self._keep(target, title_from_question(text), self.now)
            created = replace(created, is_temporary=self.temporary.holds(target))
            self.events.publish(ConversationCreated(created))
        self.sent_with.append((files, own))
        self.events.publish(MessageStored(target, self._question(target, text), has_files=bool(files)))
        return target

    def stop(self, conversation_id: ConversationId) -> None:
        self.stopped.append(conversation_id)

    def is_streaming(self, conversation_id: ConversationId) -> bool:
        return conversation_id in self._streaming

    async def has_api_key(self, provider: ProviderSettings) -> bool:
        return provider.origin in self.keys

    async def set_provider(self, provider: ProviderSettings, api_key: str | None) -> None:
        if self.slow:
            await self.slow.wait()
        if self.keyring:
            raise self.keyring
        if api_key:
            self.keys[provider.origin] = api_key
        self.provider = provider
        self.events.publish(ProviderChanged(provider))

    # What a test says

    def begin_reply(self, conversation_id: ConversationId, cut: int = 1) -> Item:
        item = self._answer(conversation_id, "", ItemState.STREAMING)
        self._streaming[conversation_id] = item
        self._ledgers[conversation_id] = ledger(cut)
        self.events.publish(ReplyStarted(conversation_id, item, ledger(cut)))
        return item

    def grow(self, conversation_id: ConversationId, text: str) -> None:
        item = self._streaming[conversation_id]
        grown = item._replace(body=reply_body(item.text + text, whole=False))
        self._change(conversation_id, grown)
        self._streaming[conversation_id] = grown
        self.events.publish(ReplyGrew(conversation_id, item.id, text))

    def end_reply(
        self,
        conversation_id: ConversationId,
        state: ItemState = ItemState.COMPLETE,
        fault: Fault | None = None,
        usage: Usage | None = None,
    ) -> None:
        ended = self._streaming.pop(conversation_id)._replace(state=state, fault=fault, ended_at=self.now)
        self._change(conversation_id, ended)
        if usage:
            self._usages[ended.id] = usage
        self.events.publish(ReplyEnded(conversation_id, ended, usage))

    def _fail_if_told(self) -> None:
        if self.trouble:
            raise self.trouble
