"""What a person can do with conversations: one method for each intention.

Calls return at once or answer a question. What happens afterwards is told by events; what cannot be done as
asked is raised here, before anything has happened.
"""

from dataclasses import replace

from app.chat.answering import Answering
from app.chat.arranging import Arranging
from app.chat.attaching import Attaching
from app.chat.backing_up import BackingUp
from app.chat.branching import Branching
from app.chat.checking import Checking
from app.chat.compacting import Compacting
from app.chat.draft_keeper import DraftKeeper
from app.chat.event_stream import EventStream
from app.chat.exchange import Exchange
from app.chat.inspecting import Inspecting
from app.chat.keeping import Keeping
from app.chat.key_care import KeyCare
from app.chat.library import Library
from app.chat.listing import Listing
from app.chat.looking_ahead import LookingAhead
from app.chat.marking import Marking
from app.chat.noting import Noting
from app.chat.offering import Offering
from app.chat.passages import Passages
from app.chat.preferring import Preferring
from app.chat.provider_setup import ProviderSetup
from app.chat.removing import Removing
from app.chat.replying import Replying
from app.chat.retaining import Retaining
from app.chat.searching import Searching
from app.chat.service_care import ServiceCare
from app.chat.shaping import Shaping
from app.chat.spending import Spending
from app.chat.temporary import Temporary
from app.chat.titles import Titles
from app.chat.turn import TurnParts
from app.chat.weighing import Weighing
from app.domain.attachment import PreparedFile
from app.domain.conversation import Conversation, HistoryPage, title_from_person
from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import EmptyMessage, Fault, ProviderMissing
from app.domain.events import (
    ConversationCreated,
    ConversationRenamed,
    ConversationRestored,
    ConversationTrashed,
    FoldersChanged,
    ProviderChanged,
)
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.question import Question
from app.domain.settings import ProviderSettings
from app.store import conversations, history
from app.store.archive import Archive

_PAGE = 100
_CLOSED = Fault("ReplyInterrupted", "Sotto was closed before the reply ended.")


class ChatController:
    """Lives on the loop's thread. One reply at a time for each conversation, any number beside each other."""

    def __init__(
        self, parts: TurnParts, key_care: KeyCare, backing_up: BackingUp, checking: Checking
    ) -> None:
        self._parts = parts
        self.key_care = key_care
        self.backing_up = backing_up
        self.checking = checking
        self._keeping = Keeping(parts)
        self.drafts = DraftKeeper(parts.archive, parts.now, self._keeping.is_temporary)
        self.searching = Searching(parts.archive, parts.now)
        self.spending = Spending(parts.archive, parts.now)
        self._answering = Answering(self._keeping)
        self.branches = Branching(self._keeping, self._answering)
        self.passages = Passages(self._keeping)
        self.marks = Marking(self._keeping, self._answering)
        self.retaining = Retaining(parts)
        self.listing = Listing(self._keeping)
        self.arranging = Arranging(self._keeping, self._answering)
        self.removing = Removing(self._keeping, self._answering)
        self.temporary = Temporary(self._keeping, self._answering)
        self.titles = Titles(self._keeping, self.temporary)
        self.replies = Replying(self._keeping, self._answering)
        self.library = Library(parts)
        self.shaping = Shaping(self._keeping)
        self.service_care = ServiceCare(parts)
        self.models = parts.models
        weighing = Weighing()
        self.inspecting = Inspecting(self._keeping, weighing)
        self.noting = Noting(self._keeping)
        self.compacting = Compacting(self._keeping, self._answering)
        self.looking_ahead = LookingAhead(self._keeping, weighing)
        self.offering = Offering(parts.provider)
        self.preferring = Preferring(parts.archive)
        self.exchange = Exchange(parts, self._keeping)

    @property
    def events(self) -> EventStream:
        return self._parts.events

    @property
    def provider(self) -> ProviderSettings | None:
        return self._parts.provider.settings

    @property
    def services(self) -> ProviderSetup:
        """Which services there are, and whether one answers. Changing the one that is asked is told here."""
        return self._parts.provider

    async def conversations(self) -> list[Conversation]:
        """Return all conversations outside the trash, the one that changed last at the top."""
        lasting = await self._parts.archive.study(conversations.list_conversations)
        passing = await self.temporary.all()
        return (
            sorted(lasting + passing, key=lambda each: each.changed_at, reverse=True) if passing else lasting
        )

    async def trashed(self) -> list[Conversation]:
        """Return all conversations in the trash, the one that came last at the top."""
        return await self._parts.archive.read(conversations.list_trash)

    async def history(self, conversation: ConversationId, before: int | None = None) -> HistoryPage:
        """Return the newest items, or those in front of depth `before`. A growing reply has its text."""
        page = await self._archive(conversation).read(history.page, conversation, before, _PAGE)
        return replace(
            page, items=tuple(self._answering.as_of_now(conversation, item) for item in page.items)
        )

    async def rename(self, conversation: ConversationId, title: str) -> None:
        """Give a conversation the title that a person chose. Raises EmptyTitle."""
        title = title_from_person(title)
        await self._archive(conversation).write(conversations.rename, conversation, title, self._parts.now())
        self.events.publish(ConversationRenamed(conversation, title))

    async def branch(self, conversation: ConversationId, at: ItemId | None = None) -> ConversationId:
        """Begin a conversation where this one ends now, or behind the item `at`.

        Nothing is copied, and each grows for itself.

        Raises ReplyUnderWay, since an unfinished reply is not shared, and ConversationInTrash.
        """
        self._answering.require_rest(conversation)
        ids = self._parts.ids
        made = await self._archive(conversation).write(
            conversations.branch_conversation,
            conversation,
            ConversationId(ids.next()),
            BranchId(ids.next()),
            self._parts.now(),
            at,
        )
        if self.temporary.holds(conversation):
            await self._keeping.keep_in_memory(made.id)
            made = replace(made, is_temporary=True)
        self.events.publish(ConversationCreated(made))
        self.events.publish(FoldersChanged())
        return made.id

    async def trash(self, conversation: ConversationId) -> None:
        """Stop the reply, if one is under way, and take the conversation out of the list. Nothing is lost.

        For what is temporary there is no trash: it is forgotten.
        """
        if self.temporary.holds(conversation):
            await self.temporary.forget(conversation)
            return
        await self._answering.end(conversation)
        if await self._parts.archive.write(conversations.trash, conversation, self._parts.now()):
            self.events.publish(ConversationTrashed(conversation))

    async def restore(self, conversation: ConversationId) -> None:
        """Put a conversation from the trash back into the list."""
        restored = await self._parts.archive.write(conversations.restore, conversation, self._parts.now())
        if restored:
            self.events.publish(ConversationRestored(restored))

    def send(
        self,
        conversation: ConversationId | None,
        text: str,
        files: tuple[PreparedFile, ...] = (),
        own: ConversationSettings | None = None,
        model: str | None = None,
        service: ProviderSetup | None = None,
    ) -> ConversationId:
        """Ask a question, in a new conversation if none is named. Raises InputError.

        `own` holds for the conversation from then on, `model` and `service` for this answer alone. In the
        trash nothing is stored: SendFailed tells of ConversationInTrash.
        """
        question = Question(text, files, own, model)
        if question.is_empty:
            raise EmptyMessage("There is nothing to send yet.")
        if conversation is not None:
            self._answering.require_rest(conversation)
        settings = service.settings if service else self.provider
        if settings is None:
            raise ProviderMissing("No model service has been set up yet.")
        asked = conversation or ConversationId(self._parts.ids.next())
        is_new = conversation is None or self._keeping.is_awaited(conversation)
        self._answering.begin(asked, question, settings, service, is_new=is_new)
        return asked

    def attaching(self, conversation: ConversationId | None) -> Attaching:
        """Return what takes files in for this conversation, or for one that is yet to begin."""
        return (self._keeping.of(conversation) if conversation else self._parts).attaching

    def stop(self, conversation: ConversationId) -> None:
        """Keep what has arrived of the reply and end it. Does nothing where no reply is under way."""
        self._answering.stop(conversation)

    def is_streaming(self, conversation: ConversationId) -> bool:
        return self._answering.is_under_way(conversation)

    async def has_api_key(self, provider: ProviderSettings) -> bool:
        return await self._parts.provider.has_key(provider)

    async def set_provider(self, provider: ProviderSettings, api_key: str | None) -> None:
        """Change the model service; without a key the stored one stays. Raises AppError."""
        await self._parts.provider.change(provider, api_key)
        self.events.publish(ProviderChanged(provider))

    async def warm_up(self) -> None:
        """Make ready, while nothing else is asked, what the first question will need."""
        await self._parts.provider.warm_up()

    def _archive(self, conversation: ConversationId) -> Archive:
        return self._keeping.of(conversation).archive

    async def close(self) -> None:
        """End every reply with what has arrived, and wait until all of it is written down."""
        await self.looking_ahead.close()
        await self.titles.close()
        await self.compacting.close()
        await self._answering.close(_CLOSED)
        await self.drafts.close()
        await self._keeping.close()
