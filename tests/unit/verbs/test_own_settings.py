import pytest

from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import UnknownAssistant
from app.domain.events import ReplyEnded
from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.verbs.own_settings import own_settings
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat

ADA = Assistant(AssistantId("ada"), "Ada", "Be brief.")
NEWEST = ContextPolicy(PolicyKind.NEWEST_TURNS, 3)


async def test_without_a_word_nothing_changes(chat: Chat) -> None:
    assert await own_settings(chat.controller, None, None, None) is None


async def test_a_new_conversation_has_what_is_said(chat: Chat) -> None:
    await chat.controller.library.keep_assistant(ADA)
    own = await own_settings(chat.controller, None, "ada", "Rhyme.\udcff")
    assert own == ConversationSettings(assistant=ADA.id, instructions="Rhyme.\ufffd")


async def test_what_a_conversation_has_beside_that_stays(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "Hi")
    await chat.told.until(ReplyEnded)
    await chat.controller.shaping.keep(conversation, ConversationSettings(model="m", policy=NEWEST))
    own = await own_settings(chat.controller, conversation, None, "Rhyme.")
    assert own == ConversationSettings(model="m", policy=NEWEST, instructions="Rhyme.")


async def test_an_unknown_assistant_is_told(chat: Chat) -> None:
    with pytest.raises(UnknownAssistant):
        await own_settings(chat.controller, None, "Eve", None)
