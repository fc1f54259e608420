from app.domain.events import ReplyEnded, ViewChanged
from app.domain.ids import ConversationId
from app.domain.item import Item
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat


async def shown(chat: Chat, conversation: ConversationId) -> list[Item]:
    return list((await chat.controller.history(conversation)).items)


async def test_a_deleted_message_is_gone_from_view_and_from_what_is_sent(
    chat: Chat, asked: ConversationId, server: ScriptedServer
) -> None:
    question, answer = await shown(chat, asked)
    await chat.controller.marks.delete(asked, question.id)
    await chat.told.until(ViewChanged)
    assert await shown(chat, asked) == [answer]
    chat.controller.send(asked, "More?")
    await chat.told.until(ReplyEnded, 2)
    assert "Why?" not in str(server.requests[-1].body)
    assert "More?" in str(server.requests[-1].body)


async def test_an_edited_message_is_sent_as_it_is_shown(
    chat: Chat, asked: ConversationId, server: ScriptedServer
) -> None:
    question, answer = await shown(chat, asked)
    await chat.controller.marks.edit(asked, question, "Why not?")
    undo = await chat.controller.marks.edit(asked, answer, "Because.")
    assert [item.text for item in await shown(chat, asked)] == ["Why not?", "Because."]
    chat.controller.send(asked, "More?")
    await chat.told.until(ReplyEnded, 2)
    assert "Why not?" in str(server.requests[-1].body)
    await chat.controller.removing.undo(undo.id)
    assert (await shown(chat, asked))[1].text == answer.text


async def test_an_excluded_message_is_shown_but_not_sent(
    chat: Chat, asked: ConversationId, server: ScriptedServer
) -> None:
    question, answer = await shown(chat, asked)
    await chat.controller.marks.exclude(asked, answer.id, excluded=True)
    await chat.controller.marks.pin(asked, question.id, pinned=True)
    assert [(item.is_pinned, item.is_excluded) for item in await shown(chat, asked)] == [
        (True, False),
        (False, True),
    ]
    chat.controller.send(asked, "More?")
    await chat.told.until(ReplyEnded, 2)
    assert answer.text not in str(server.requests[-1].body)
    await chat.controller.marks.exclude(asked, answer.id, excluded=False)
    assert not any(item.is_excluded for item in await shown(chat, asked))
