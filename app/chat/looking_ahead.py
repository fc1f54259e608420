"""What would answer a draft if it were asked now, and how much would be sent: looked up while one types."""

from dataclasses import dataclass, field

from app.chat.asking import Wish, asking_by, asking_for
from app.chat.context_preview import ContextPreview, outlook_of
from app.chat.keeping import Keeping
from app.chat.turn import TurnParts
from app.chat.weighing import Weighing
from app.domain.attachment import PreparedFile
from app.domain.branch import Path
from app.domain.context_survey import Past
from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import ConversationId
from app.domain.outlook import Outlook, prospect
from app.domain.settings import ProviderSettings
from app.domain.tokens import Amounts

_AS_USUAL = ConversationSettings()
_NO_PAST = Past(Path(()), (), 1)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being written: words, files, and what is set for a conversation that is yet to begin."""

    text: str = field(default="", repr=False)
    files: tuple[PreparedFile, ...] = ()
    own: ConversationSettings = _AS_USUAL


@dataclass(frozen=True, slots=True)
class Foreseen:
    """`author` is the name of the assistant that would answer, or None."""

    model: str
    author: str | None = field(repr=False)
    outlook: Outlook


class LookingAhead:
    """Lives on the loop. Each archive has a preview of its own, which remembers what it read last."""

    def __init__(self, keeping: Keeping, weighing: Weighing) -> None:
        self._keeping = keeping
        self._previews: list[tuple[TurnParts, ContextPreview]] = []
        self._weighing = weighing

    async def look(self, conversation: ConversationId | None, draft: Draft) -> Foreseen | None:
        """Tell what would be sent now, or None where no service is set up. None is one yet to begin."""
        settings = self._keeping.lasting.provider.settings
        if settings is None:
            return None
        beside = await self._weighing.beside(draft.files)
        if conversation is None or self._keeping.is_awaited(conversation):
            return await self._at_the_beginning(settings, draft, beside)
        parts, wish = self._keeping.of(conversation), Wish(draft.text)
        asking, model = await asking_for(
            parts.archive, parts.library, parts.models, conversation, settings, wish
        )
        outlook = await self._preview(parts).outlook(
            conversation, asking, draft.text, model.facts.tokenizer, beside
        )
        return Foreseen(asking.model, asking.author, outlook)

    async def close(self) -> None:
        for _, preview in self._previews:
            await preview.close()

    async def _at_the_beginning(self, settings: ProviderSettings, draft: Draft, beside: Amounts) -> Foreseen:
        parts = self._keeping.lasting
        asking, model = await asking_by(draft.own, parts.library, parts.models, settings, Wish(draft.text))
        measure = await parts.counting.measure(asking.model, model.facts.tokenizer)
        outlook = await outlook_of(prospect(_NO_PAST, asking, measure), draft.text, beside)
        return Foreseen(asking.model, asking.author, outlook)

    def _preview(self, parts: TurnParts) -> ContextPreview:
        for known, preview in self._previews:
            if known is parts:
                return preview
        made = ContextPreview(parts.archive, parts.counting, parts.events)
        self._previews.append((parts, made))
        return made
