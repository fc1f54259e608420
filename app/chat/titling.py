"""Titles by the model: made after a conversation's first turn, in place of one taken from its question.

Nothing waits for a title. One that cannot be had is done without, and one that is being made gives way as
soon as anything is asked.
"""

import asyncio

from app.chat.aside import ask_aside
from app.chat.turn import TurnParts
from app.domain.conversation import TitleSource
from app.domain.errors import AppError
from app.domain.events import ConversationRenamed, Event, MessageStored, ReplyEnded
from app.domain.ids import ConversationId
from app.domain.item import Item, ItemState, Role, question_body, reply_body
from app.domain.parameters import Parameters
from app.domain.preference import Preference
from app.domain.titling import INSTRUCTIONS, excerpt, title_from_answer
from app.providers.pieces import Request
from app.store import history, titles
from app.store.archive import Archive
from app.store.preferences import read_preference

TITLES_BY_MODEL = Preference("titles by the model", True)

_FIRST_TURN = 8  # items: a question, and all that a reply may hold
_MOST_CHARACTERS = 2_000
_MOST_TOKENS = 1_000  # some models think before they write six words
_ASKED = "Give this conversation a title."


class Titling:
    """Lives on the loop, from its making to `close`."""

    def __init__(self, parts: TurnParts) -> None:
        self._parts = parts
        self._under_way: dict[ConversationId, asyncio.Task[None]] = {}
        self._leave = parts.events.subscribe(self._hear)

    async def close(self) -> None:
        """Give up the titles that are being made."""
        self._leave()
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _hear(self, event: Event) -> None:
        match event:
            case ReplyEnded(conversation, item) if item.state is ItemState.COMPLETE:
                if item.depth <= _FIRST_TURN and conversation not in self._under_way:
                    self._under_way[conversation] = asyncio.create_task(self._give_title(conversation))
            case MessageStored():
                for task in self._under_way.values():
                    task.cancel()
            case _:
                pass

    async def _give_title(self, conversation: ConversationId) -> None:
        try:
            if title := await self._made(conversation):
                is_given = await self._parts.archive.write(titles.title_by_model, conversation, title)
                if is_given:
                    self._parts.events.publish(ConversationRenamed(conversation, title))
        except AppError:
            return  # the title by rule is good enough, and the fault is told where it matters
        finally:
            del self._under_way[conversation]

    async def _made(self, conversation: ConversationId) -> str | None:
        archive = self._parts.archive
        if not await archive.read(read_preference, TITLES_BY_MODEL):
            return None
        if await archive.read(titles.title_source, conversation) is not TitleSource.QUESTION:
            return None
        request = await _request(archive, conversation)
        if request is None:
            return None
        answer = await ask_aside(self._parts, conversation, request, most_characters=_MOST_CHARACTERS)
        return title_from_answer(answer)


async def _request(archive: Archive, conversation: ConversationId) -> Request | None:
    """Return the request for a title, or None where more than one turn has been made."""
    page = await archive.read(history.page, conversation, None, _FIRST_TURN)
    questions = [item for item in page.items if item.role is Role.PERSON]
    reply = page.items[-1] if page.items else None
    if len(questions) != 1 or page.has_earlier or reply is None or reply.model is None:
        return None
    bodies = (_excerpt_of(questions[0]), _excerpt_of(reply), question_body(_ASKED))
    return Request(reply.model, bodies, INSTRUCTIONS, Parameters(max_output_tokens=_MOST_TOKENS))


def _excerpt_of(item: Item) -> str:
    text = excerpt(item.text)
    return question_body(text) if item.role is Role.PERSON else reply_body(text, whole=True)
