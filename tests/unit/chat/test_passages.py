from app.domain.events import ReplyEnded
from app.domain.ids import ConversationId
from app.domain.passages import Needle
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat


async def test_a_conversation_is_looked_through_from_its_end(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation = chat.controller.send(None, "Hello?")
    await chat.told.until(ReplyEnded)
    found = [each async for each in chat.controller.passages.find(conversation, Needle("hello"))]
    assert [(down_to, [passage.depth for passage in passages]) for down_to, passages in found] == [
        (1, [1, 2])
    ]


async def test_what_is_temporary_is_found_where_it_is_kept(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    conversation: ConversationId = await chat.controller.temporary.begin()
    chat.controller.send(conversation, "Hello?")
    await chat.told.until(ReplyEnded)
    found = [each async for each in chat.controller.passages.find(conversation, Needle("hello?"))]
    assert sum(len(passages) for _, passages in found) == 1
