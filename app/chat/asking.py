"""What shapes the next request of a conversation: set for it alone, for its assistant, or in general."""

from dataclasses import dataclass, field, replace

from app.chat.known_models import KnownModels
from app.domain.addressing import addressed
from app.domain.asking import Asking
from app.domain.context_policy import ContextPolicy
from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import ConversationId
from app.domain.library import Assistant
from app.domain.model_facts import KnownModel
from app.domain.parameters import Parameters
from app.domain.settings import ProviderSettings
from app.store import conversation_settings, history
from app.store.archive import Archive
from app.store.assistants import list_assistants
from app.store.driver import Connection
from app.store.general_policy import read_general_policy

_UNSET = Parameters()
_FIT = ContextPolicy()


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of one reply alone.

    `text` is where an assistant may be named: the question, unless it says otherwise.
    """

    text: str | None = field(default=None, repr=False)
    model: str | None = None
    may_exceed: bool = False


async def asking_for(
    archive: Archive,
    library: Archive,
    models: KnownModels,
    conversation: ConversationId,
    settings: ProviderSettings,
    wish: Wish,
) -> tuple[Asking, KnownModel]:
    """What was wished for this reply comes first, then the conversation's own, then its assistant's.

    Assistants are in the `library`, also for a conversation that is kept elsewhere. What is known of the
    model comes with it: only what it accepts is asked of it.
    """
    own, question = await archive.read(_kept, conversation)
    said = question if wish.text is None else wish.text
    return await asking_by(own, library, models, settings, replace(wish, text=said))


async def asking_by(
    own: ConversationSettings,
    library: Archive,
    models: KnownModels,
    settings: ProviderSettings,
    wish: Wish,
) -> tuple[Asking, KnownModel]:
    """The same by a conversation's own settings, which may be those of one that is yet to begin."""
    assistants, general = await library.read(_general)
    spoken_to = addressed(wish.text or "", assistants)
    if spoken_to:  # what is set for the conversation is meant for its usual assistant
        own = ConversationSettings(assistant=spoken_to.id, policy=own.policy)
    own = replace(own, policy=own.policy or general)
    assistant = next((each for each in assistants if each.id == own.assistant), None)
    asking = _asking(settings, own, assistant, wish)
    known = await models.known(asking.model, settings.origin)
    budget = _budget(settings.context_tokens, known, asking.parameters)
    return replace(asking, budget=budget, parameters=known.accepted(asking.parameters)), known


def _budget(limit: int | None, known: KnownModel, parameters: Parameters) -> int:
    """A person's limit holds where the model reads more, and where what it reads is only assumed."""
    if limit is not None and known.is_guess:
        return limit
    room = known.budget(parameters)
    return room if limit is None else min(limit, room)


def _asking(
    settings: ProviderSettings, own: ConversationSettings, assistant: Assistant | None, wish: Wish
) -> Asking:
    """Return all but how long the request may be: that depends on the model."""
    usual = Parameters.from_mapping(assistant.parameters) if assistant else _UNSET
    instructions = own.instructions if own.instructions is not None else assistant and assistant.instructions
    return Asking(
        model=wish.model or own.model or (assistant and assistant.model) or settings.model,
        budget=0,
        instructions=instructions or None,
        parameters=(own.parameters or _UNSET).over(usual),
        policy=own.policy or _FIT,
        author=assistant.name if assistant else None,
        may_exceed=wish.may_exceed,
        service=settings.origin if settings.seals else None,
    )


def _general(connection: Connection) -> tuple[list[Assistant], ContextPolicy]:
    return list_assistants(connection), read_general_policy(connection)


def _kept(connection: Connection, conversation: ConversationId) -> tuple[ConversationSettings, str]:
    """Return the conversation's own settings and the text of what was said last."""
    last = history.page(connection, conversation, None, 1).items
    own = conversation_settings.read_settings(connection, conversation)
    return own, last[-1].text if last else ""
