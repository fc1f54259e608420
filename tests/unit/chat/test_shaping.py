from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.domain.events import ConversationShaped, ReplyEnded
from app.store import conversations
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat
from tests.unit.store.writing import ONE, begin


async def test_what_is_set_for_a_conversation_is_kept(chat: Chat) -> None:
    await begin(chat.archive)
    assert await chat.controller.shaping.of(ONE) == ConversationSettings()
    settings = ConversationSettings(model="large", instructions="Be brief.")
    await chat.controller.shaping.keep(ONE, settings)
    assert await chat.controller.shaping.of(ONE) == settings
    assert chat.told.events == [ConversationShaped(ONE)]


async def test_what_is_set_for_a_temporary_conversation_never_reaches_the_disk(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    temporary = await chat.controller.temporary.begin()
    chat.controller.send(temporary, "Why?")
    await chat.told.until(ReplyEnded)
    settings = ConversationSettings(model="large")
    await chat.controller.shaping.keep(temporary, settings)
    assert await chat.controller.shaping.of(temporary) == settings
    assert not await chat.archive.read(conversations.exists, temporary)


async def test_a_policy_for_all_is_kept(chat: Chat) -> None:
    policy = ContextPolicy(PolicyKind.EVERYTHING)
    assert await chat.controller.shaping.general_policy() == ContextPolicy()
    await chat.controller.shaping.keep_general_policy(policy)
    assert await chat.controller.shaping.general_policy() == policy
