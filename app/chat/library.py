"""What a person keeps to use in any conversation: assistants and prompts. Each change can be undone."""

from app.chat.turn import TurnParts
from app.domain.errors import UnknownAssistant
from app.domain.ids import AssistantId, PromptId, UndoId
from app.domain.library import Assistant, SavedPrompt
from app.domain.naming import name_key
from app.domain.undo import Act, Undo
from app.store import assistants, prompts


class Library:
    """Lives on the loop's thread. Undos are played by `controller.removing`."""

    def __init__(self, parts: TurnParts) -> None:
        self._parts = parts
        self._archive = parts.archive

    async def assistants(self) -> list[Assistant]:
        """Return all assistants by name."""
        return await self._archive.read(assistants.list_assistants)

    async def assistant_called(self, name: str) -> Assistant:
        """Return the assistant of that name. Raises UnknownAssistant."""
        wanted = name_key(" ".join(name.split()))
        for assistant in await self.assistants():
            if name_key(assistant.name) == wanted:
                return assistant
        raise UnknownAssistant("There is no assistant of that name.")

    async def keep_assistant(self, assistant: Assistant) -> Undo:
        """Add an assistant, or change the one of its id. Raises EmptyName and NameTaken."""
        undo = UndoId(self._parts.ids.next())
        await self._archive.write(assistants.keep_assistant, assistant, undo, self._parts.now())
        return Undo(undo, Act.KEEP_ASSISTANT)

    async def remove_assistant(self, assistant: AssistantId) -> Undo:
        """Remove an assistant. What it has answered keeps its name."""
        undo = UndoId(self._parts.ids.next())
        return await self._archive.write(assistants.remove_assistant, assistant, undo, self._parts.now())

    def new_assistant_id(self) -> AssistantId:
        return AssistantId(self._parts.ids.next())

    def new_prompt_id(self) -> PromptId:
        return PromptId(self._parts.ids.next())

    async def prompts(self) -> list[SavedPrompt]:
        """Return all prompts by name."""
        return await self._archive.read(prompts.list_prompts)

    async def keep_prompt(self, prompt: SavedPrompt) -> Undo:
        """Add a prompt, or change the one of its id. Raises EmptyName and NameTaken."""
        undo = UndoId(self._parts.ids.next())
        await self._archive.write(prompts.keep_prompt, prompt, undo, self._parts.now())
        return Undo(undo, Act.KEEP_PROMPT)

    async def save_prompt(self, name: str, text: str) -> Undo:
        """Add a prompt of that name. Raises EmptyName and NameTaken."""
        return await self.keep_prompt(SavedPrompt(PromptId(self._parts.ids.next()), name, text))

    async def remove_prompt(self, prompt: PromptId) -> Undo:
        undo = UndoId(self._parts.ids.next())
        return await self._archive.write(prompts.remove_prompt, prompt, undo, self._parts.now())
