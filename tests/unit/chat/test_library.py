import pytest

from app.domain.errors import NameTaken, UnknownAssistant
from app.domain.ids import AssistantId, PromptId
from app.domain.library import Assistant, SavedPrompt
from tests.fixtures.core import Chat

ADA = Assistant(AssistantId("ada"), "Ada", "Be brief.")
THANKS = SavedPrompt(PromptId("thanks"), "Thanks", "Thank you for")


async def test_an_assistant_is_kept_found_by_its_name_and_removed(chat: Chat) -> None:
    library = chat.controller.library
    await library.keep_assistant(ADA)
    assert await library.assistants() == [ADA]
    assert await library.assistant_called(" ADA ") == ADA
    undo = await library.remove_assistant(ADA.id)
    assert await library.assistants() == []
    await chat.controller.removing.undo(undo.id)
    assert await library.assistants() == [ADA]


async def test_nobody_answers_to_a_name_that_is_not_there(chat: Chat) -> None:
    with pytest.raises(UnknownAssistant):
        await chat.controller.library.assistant_called("Eve")


async def test_two_cannot_bear_one_name(chat: Chat) -> None:
    await chat.controller.library.keep_assistant(ADA)
    with pytest.raises(NameTaken):
        await chat.controller.library.keep_assistant(Assistant(AssistantId("other"), "ada", ""))


async def test_a_new_assistant_can_be_undone(chat: Chat) -> None:
    undo = await chat.controller.library.keep_assistant(ADA)
    await chat.controller.removing.undo(undo.id)
    assert await chat.controller.library.assistants() == []


async def test_a_prompt_is_kept_and_removed(chat: Chat) -> None:
    library = chat.controller.library
    await library.keep_prompt(THANKS)
    assert await library.prompts() == [THANKS]
    undo = await library.remove_prompt(THANKS.id)
    assert await library.prompts() == []
    await chat.controller.removing.undo(undo.id)
    assert await library.prompts() == [THANKS]
