"""What a person can learn of what the model sees: of the next request, and of those that were made."""

from app.chat.context_telling import given_to, next_request
from app.chat.keeping import Keeping
from app.chat.weighing import Weighing
from app.domain.attachment import PreparedFile
from app.domain.branch import Range
from app.domain.errors import ProviderMissing
from app.domain.ids import ConversationId, ItemId
from app.domain.told_context import NextRequest, ToldContext, ToldItem, told_candidate
from app.store import context_sources, overlays


class Inspecting:
    """Lives on the loop's thread. Nobody is asked for anything, and nothing is changed."""

    def __init__(self, keeping: Keeping, weighing: Weighing) -> None:
        self._keeping = keeping
        self._weighing = weighing

    async def next(
        self, conversation: ConversationId, draft: str = "", files: tuple[PreparedFile, ...] = ()
    ) -> NextRequest:
        """Tell what would be sent if the draft were asked now, with its files. Raises ProviderMissing."""
        parts = self._keeping.of(conversation)
        settings = parts.provider.settings
        if settings is None:
            raise ProviderMissing("No model service has been set up yet.")
        beside = await self._weighing.beside(files)
        return await next_request(parts, conversation, settings, draft=draft, beside=beside)

    async def given_to(self, conversation: ConversationId, reply: ItemId) -> tuple[ToldContext, ...]:
        """Tell what each request of a reply was given; nothing where it was not asked for from here."""
        parts = self._keeping.of(conversation)
        return await given_to(parts.archive, reply, parts.counting)

    async def left_out(
        self, conversation: ConversationId, parts: tuple[Range, ...], model: str
    ) -> tuple[ToldItem, ...]:
        """Tell of items that are not sent what they would cost; those that were deleted are absent."""
        around = self._keeping.of(conversation)
        found = await around.archive.study(context_sources.candidates_in, conversation, parts)
        measure = await around.counting.measure(model)
        return tuple(told_candidate(candidate, measure) for candidate in found)

    async def pinned(self, conversation: ConversationId) -> frozenset[ItemId]:
        """Return what is pinned in the conversation."""
        return await self._keeping.of(conversation).archive.read(overlays.pinned, conversation)
