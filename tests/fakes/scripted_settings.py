"""What the pages of the settings ask of the core, in memory."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from app.chat.event_stream import EventStream
from app.domain.context_policy import ContextPolicy
from app.domain.conversation_settings import ConversationSettings
from app.domain.diagnosis import Diagnosis, SlowMoment
from app.domain.errors import AppError, NameTaken
from app.domain.events import ProviderChanged
from app.domain.ids import AssistantId, ConversationId, PromptId, ProviderId, UndoId
from app.domain.library import Assistant, SavedPrompt, SavedProvider
from app.domain.model_facts import KnownModel, ModelFacts, ModelTable
from app.domain.offered_model import OfferedModel
from app.domain.settings import ProviderSettings
from app.domain.undo import Act, Undo
from app.system.resources import resource


class ScriptedServiceCare:
    """Has ServiceCare's face. `keys` are by origin, `here` is what is found on this computer."""

    def __init__(self, events: EventStream, asked: ProviderSettings | None) -> None:
        self._events = events
        self._kept: dict[ProviderId, ProviderSettings] = {}
        self.chosen: ProviderId | None = None
        self._removed: tuple[ProviderId, ProviderSettings, str | None, ProviderId | None] | None = None
        self.keys: dict[str, str] = {}
        self.here: list[ProviderSettings] = []
        self.models: tuple[str, ...] = ()
        self.checked: list[tuple[ProviderSettings, str | None]] = []
        self.trouble: AppError | None = None
        self.slow: asyncio.Event | None = None
        if asked:
            self.chosen = ProviderId("service-1")
            self._kept[self.chosen] = replace(asked, name=asked.name or "localhost")

    @property
    def asked(self) -> ProviderSettings | None:
        return self._kept[self.chosen] if self.chosen else None

    async def services(self) -> list[SavedProvider]:
        return [SavedProvider(each, settings) for each, settings in self._kept.items()]

    async def has_key(self, settings: ProviderSettings) -> bool:
        return settings.origin in self.keys

    async def check(self, settings: ProviderSettings, api_key: str | None) -> tuple[OfferedModel, ...]:
        await self._work()
        self.checked.append((settings, api_key))
        return tuple(OfferedModel(name) for name in self.models)

    async def offered(self) -> tuple[OfferedModel, ...]:
        await self._work()
        return tuple(OfferedModel(name) for name in self.models)

    async def found_here(self) -> list[ProviderSettings]:
        await self._work()
        return self.here

    async def keep(
        self, settings: ProviderSettings, api_key: str | None, service: ProviderId | None = None
    ) -> SavedProvider:
        await self._work()
        kept = service or ProviderId(f"service-{len(self._kept) + 1}")
        if api_key:
            self.keys[settings.origin] = api_key
        self._kept[kept] = replace(settings, name=settings.name or settings.origin)
        self.chosen = self.chosen or kept
        self._tell()
        return SavedProvider(kept, self._kept[kept])

    async def choose(self, service: ProviderId) -> None:
        self.chosen = service
        self._tell()

    async def remove(self, service: ProviderId) -> None:
        settings = self._kept.pop(service)
        self._removed = (service, settings, self.keys.pop(settings.origin, None), self.chosen)
        self.chosen = next(iter(self._kept), None)
        self._tell()

    async def bring_back(self) -> None:
        if self._removed:
            service, self._kept[service], key, self.chosen = self._removed
            if key:
                self.keys[self._kept[service].origin] = key
            self.let_go()
            self._tell()

    def let_go(self) -> None:
        self._removed = None

    async def _work(self) -> None:
        if self.slow:
            await self.slow.wait()
        if self.trouble:
            raise self.trouble

    def _tell(self) -> None:
        self._events.publish(ProviderChanged(self.asked))


class ScriptedModels:
    """Has KnownModels' face, on the real table."""

    def __init__(self) -> None:
        self._table = ModelTable.from_json(resource("models.json").read_text("utf-8"))
        self.own: dict[str, ModelFacts] = {}

    async def known(self, model: str, _origin: str) -> KnownModel:
        return self._table.known(model, None, self.own.get(model))

    async def chosen(self) -> Mapping[str, ModelFacts]:
        return dict(self.own)

    async def choose(self, model: str, facts: ModelFacts | None) -> None:
        self.own.pop(model, None)
        if facts:
            self.own[model] = facts


class ScriptedLibrary:
    """Has Library's face. `undo` is what `controller.removing.undo` plays."""

    def __init__(self) -> None:
        self.kept_assistants: dict[AssistantId, Assistant] = {}
        self.kept_prompts: dict[PromptId, SavedPrompt] = {}
        self._removed: dict[UndoId, Assistant | SavedPrompt] = {}
        self._added: dict[UndoId, PromptId] = {}
        self._count = 0

    def new_assistant_id(self) -> AssistantId:
        return AssistantId(self._next())

    def new_prompt_id(self) -> PromptId:
        return PromptId(self._next())

    async def assistants(self) -> list[Assistant]:
        return sorted(self.kept_assistants.values(), key=lambda each: each.name)

    async def keep_assistant(self, assistant: Assistant) -> Undo:
        self._require_free(assistant.name, assistant.id, self.kept_assistants)
        self.kept_assistants[assistant.id] = assistant
        return Undo(UndoId(self._next()), Act.KEEP_ASSISTANT)

    async def remove_assistant(self, assistant: AssistantId) -> Undo:
        return self._remember(self.kept_assistants.pop(assistant), Act.DELETE_ASSISTANT)

    async def prompts(self) -> list[SavedPrompt]:
        return sorted(self.kept_prompts.values(), key=lambda each: each.name)

    async def keep_prompt(self, prompt: SavedPrompt) -> Undo:
        self._require_free(prompt.name, prompt.id, self.kept_prompts)
        self.kept_prompts[prompt.id] = prompt
        undo = UndoId(self._next())
        self._added[undo] = prompt.id
        return Undo(undo, Act.KEEP_PROMPT)

    async def save_prompt(self, name: str, text: str) -> Undo:
        return await self.keep_prompt(SavedPrompt(self.new_prompt_id(), name, text))

    async def remove_prompt(self, prompt: PromptId) -> Undo:
        return self._remember(self.kept_prompts.pop(prompt), Act.DELETE_PROMPT)

    async def undo(self, undo: UndoId) -> None:
        if undo in self._added:
            del self.kept_prompts[self._added.pop(undo)]
            return
        match self._removed.pop(undo):
            case Assistant() as assistant:
                self.kept_assistants[assistant.id] = assistant
            case SavedPrompt() as prompt:
                self.kept_prompts[prompt.id] = prompt

    def _remember(self, gone: Assistant | SavedPrompt, act: Act) -> Undo:
        undo = UndoId(self._next())
        self._removed[undo] = gone
        return Undo(undo, act)

    def _require_free(self, name: str, own: str, kept: Mapping) -> None:
        if any(each.name == name for key, each in kept.items() if key != own):
            raise NameTaken("Another one bears that name.")

    def _next(self) -> str:
        self._count += 1
        return f"kept-{self._count}"


class ScriptedShaping:
    """Has Shaping's face."""

    def __init__(self) -> None:
        self.policy = ContextPolicy()
        self.kept: dict[ConversationId, ConversationSettings] = {}

    async def of(self, conversation: ConversationId) -> ConversationSettings:
        return self.kept.get(conversation, ConversationSettings())

    async def keep(self, conversation: ConversationId, settings: ConversationSettings) -> None:
        self.kept[conversation] = settings

    async def general_policy(self) -> ContextPolicy:
        return self.policy

    async def keep_general_policy(self, policy: ContextPolicy) -> None:
        self.policy = policy


class ScriptedDiagnosing:
    """Has Diagnosing's face."""

    async def diagnosis(self) -> Diagnosis:
        slow = SlowMoment("2026-11-20 10:41:00", 55, "history page (screen)")
        stall = SlowMoment("2026-11-20 10:42:00", 180, "app.ui.shell:Shell.fill")
        return Diagnosis({"Sotto": "0.1", "Python": "3.11"}, (slow,), (stall,), 21 << 20)
