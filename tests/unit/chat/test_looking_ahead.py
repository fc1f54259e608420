"""What is foreseen of a draft."""

from app.chat.looking_ahead import Draft
from app.domain.attachment import PreparedFile, Seal
from app.domain.conversation_settings import ConversationSettings
from app.domain.events import ReplyEnded
from app.domain.ids import AssistantId, AttachmentId
from app.domain.library import Assistant
from tests.fakes.scripted_server import MODEL, ScriptedServer
from tests.fixtures.core import Chat

ADA = Assistant(AssistantId("ada"), "Ada", "Be brief.", "small")
FILE = PreparedFile(AttachmentId("f"), 1, Seal(b"", 0), "notes.txt", "text/plain", "word " * 1000)


async def test_without_a_service_nothing_can_be_foreseen(chat: Chat) -> None:
    assert await chat.controller.looking_ahead.look(None, Draft("Why?")) is None


async def test_the_first_question_is_foreseen_before_there_is_a_conversation(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    foreseen = await chat.controller.looking_ahead.look(None, Draft("Why?"))
    assert foreseen is not None
    assert (foreseen.model, foreseen.author) == (MODEL, None)
    assert (foreseen.outlook.items, foreseen.outlook.is_over) == (0, False)
    assert 0 < foreseen.outlook.tokens < 20


async def test_what_is_set_for_a_conversation_yet_to_begin_counts(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    draft = Draft("Why?", own=ConversationSettings(model="large"))
    foreseen = await chat.controller.looking_ahead.look(None, draft)
    assert foreseen is not None
    assert foreseen.model == "large"


async def test_who_is_spoken_to_would_answer(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    await chat.controller.library.keep_assistant(ADA)
    foreseen = await chat.controller.looking_ahead.look(None, Draft("@Ada why?"))
    assert foreseen is not None
    assert (foreseen.model, foreseen.author) == ("small", "Ada")


async def test_a_history_and_files_come_on_top(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    look = chat.controller.looking_ahead.look
    conversation = chat.controller.send(None, "Why?")
    await chat.told.until(ReplyEnded)
    plain, with_file = (
        await look(conversation, Draft("And?")),
        await look(conversation, Draft("And?", (FILE,))),
    )
    assert plain is not None
    assert with_file is not None
    assert plain.outlook.items == 2
    assert with_file.outlook.tokens - plain.outlook.tokens > 900


async def test_a_temporary_conversation_is_looked_up_where_it_is_kept(
    chat: Chat, server: ScriptedServer
) -> None:
    chat.ask(server)
    temporary = await chat.controller.temporary.begin()
    before = await chat.controller.looking_ahead.look(temporary, Draft("Why?"))
    chat.controller.send(temporary, "Why?")
    await chat.told.until(ReplyEnded)
    after = await chat.controller.looking_ahead.look(temporary, Draft("And?"))
    assert before is not None
    assert after is not None
    assert (before.outlook.items, after.outlook.items) == (0, 2)


async def test_a_draft_longer_than_the_model_reads_is_over(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server, context_tokens=300)
    foreseen = await chat.controller.looking_ahead.look(None, Draft("word " * 30_000))
    assert foreseen is not None
    assert foreseen.outlook.is_over
