"""What every row works on: the program's own engine the bare SDK, and one service for both."""

import asyncio
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import openai

from app.domain.events import Event, ReplyEnded, ReplyGrew, ReplyNotBegun, SendFailed
from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.domain.settings import ApiKind, ProviderSettings
from app.domain.ways import Answer, Way
from app.opening import Chat
from app.providers.chat_completions import PATH as CHAT_PATH
from app.providers.responses import PATH as RESPONSES_PATH
from app.system.profile import Profile
from app.verbs.opened import opened_chat
from tests.bench.archive.measuring import Conditions
from tests.bench.engine.service import TOKEN, Asked

REPOSITORY = Path(__file__).resolve().parent.parent.parent.parent
QUESTION = "Hello?"
Message = Mapping[str, str]
WINDOW = 128_000
LANGUAGES: Mapping[ApiKind, str] = MappingProxyType(
    {ApiKind.CHAT: "Chat Completions", ApiKind.RESPONSES: "Responses"}
)


class NotAsAsked(Exception):
    """A reply was not the one that was asked for, so its time would mean nothing."""


@dataclass(frozen=True, slots=True)
class Service:
    process: Process

    async def told(self) -> float:
        """Return the next number that the service prints."""
        assert self.process.stdout is not None
        return float(await asyncio.wait_for(self.process.stdout.readline(), 30))


@asynccontextmanager
async def serving() -> AsyncIterator[tuple[Service, str]]:
    command = (sys.executable, "-m", "tests.bench.engine.service")
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, cwd=REPOSITORY)
    try:
        service = Service(process)
        yield service, f"http://127.0.0.1:{int(await service.told())}/v1"
    finally:
        process.terminate()
        await process.wait()


@dataclass(slots=True)
class Sent:
    """A question on its way, and when the first of its reply was told."""

    ended: asyncio.Future[ReplyEnded]
    first: asyncio.Future[float]


class Engine:
    """The program's engine, and a listener that does as little as one can."""

    def __init__(self, chat: Chat, base_url: str) -> None:
        self.chat = chat
        self.base_url = base_url
        self._asked = Asked(0)
        self._sent: dict[ConversationId, Sent] = {}
        chat.controller.events.subscribe(self._hear)

    async def ask(self, api: ApiKind, asked: Asked) -> None:
        """Let the next questions be answered like this. The first of them opens a connection."""
        self._asked = asked
        settings = ProviderSettings(self.base_url, asked.model, WINDOW, api=api)
        await self.chat.provider.close()  # what is connected speaks the language of before
        self.chat.provider.use_for_this_run(settings, "sk-bench")

    def send(self, conversation: ConversationId | None = None) -> tuple[ConversationId, Sent]:
        loop = asyncio.get_running_loop()
        sent = Sent(loop.create_future(), loop.create_future())
        asked = self.chat.controller.send(conversation, QUESTION)
        self._sent[asked] = sent
        return asked, sent

    async def reply(self, conversation: ConversationId | None = None) -> ConversationId:
        """Ask, and wait for the whole reply."""
        asked, sent = self.send(conversation)
        item = (await sent.ended).item
        if item.state is not ItemState.COMPLETE or item.text != TOKEN * self._asked.tokens:
            raise NotAsAsked(f"The reply is {item.state} with {len(item.text)} characters: {item.fault}")
        return asked

    def _hear(self, event: Event) -> None:
        if isinstance(event, ReplyGrew):
            first = self._sent[event.conversation_id].first
            if not first.done():
                first.set_result(time.perf_counter())
        elif isinstance(event, ReplyEnded):
            self._sent.pop(event.conversation_id).ended.set_result(event)
        elif isinstance(event, SendFailed | ReplyNotBegun):
            failed = NotAsAsked(f"There is no reply: {event.fault}")
            self._sent.pop(event.conversation_id).ended.set_exception(failed)


@dataclass(frozen=True, slots=True)
class Bare:
    """The loop that everybody writes with the SDK, in both languages."""

    client: openai.AsyncOpenAI

    async def reply(self, api: ApiKind, asked: Asked) -> None:
        """Ask, and read the whole reply in the SDK's own types."""
        await _require_all(asked, self.tokens(api, asked))

    async def reply_in_plain_values(self, api: ApiKind, asked: Asked) -> None:
        """The same for the SDK's types not even made: the least that one can do with it."""
        await _require_all(asked, self.plain(api, asked))

    def tokens(
        self, api: ApiKind, asked: Asked, earlier: Sequence[Message] = ()
    ) -> AsyncGenerator[str, None]:
        return (self._chat if api is ApiKind.CHAT else self._responses)(asked, earlier)

    def plain(self, api: ApiKind, asked: Asked, earlier: Sequence[Message] = ()) -> AsyncGenerator[str, None]:
        return (self._plain_chat if api is ApiKind.CHAT else self._plain_responses)(asked, earlier)

    async def _chat(self, asked: Asked, earlier: Sequence[Message]) -> AsyncGenerator[str, None]:
        async with await self.client.chat.completions.create(**_chat_request(asked, earlier)) as chunks:
            async for chunk in chunks:
                if chunk.choices and (text := chunk.choices[0].delta.content):
                    yield text

    async def _responses(self, asked: Asked, earlier: Sequence[Message]) -> AsyncGenerator[str, None]:
        async with await self.client.responses.create(**_responses_request(asked, earlier)) as events:
            async for event in events:
                if event.type == "response.output_text.delta":
                    yield event.delta

    async def _plain_chat(self, asked: Asked, earlier: Sequence[Message]) -> AsyncGenerator[str, None]:
        async with await self._posted(CHAT_PATH, _chat_request(asked, earlier)) as chunks:
            async for chunk in chunks:
                if chunk["choices"] and (text := chunk["choices"][0]["delta"].get("content")):
                    yield text

    async def _plain_responses(self, asked: Asked, earlier: Sequence[Message]) -> AsyncGenerator[str, None]:
        async with await self._posted(RESPONSES_PATH, _responses_request(asked, earlier)) as events:
            async for event in events:
                if event["type"] == "response.output_text.delta":
                    yield event["delta"]

    async def _posted(self, path: str, body: dict[str, Any]) -> openai.AsyncStream[Any]:
        return await self.client.post(
            path, body=body, cast_to=object, stream=True, stream_cls=openai.AsyncStream[Any]
        )


def _chat_request(asked: Asked, earlier: Sequence[Message]) -> dict[str, Any]:
    messages = [*earlier, {"role": "user", "content": QUESTION}]
    options = {"include_usage": True}
    return {"model": asked.model, "messages": messages, "stream": True, "stream_options": options}


def _responses_request(asked: Asked, earlier: Sequence[Message]) -> dict[str, Any]:
    messages = [*earlier, {"role": "user", "content": QUESTION}]
    return {"model": asked.model, "input": messages, "stream": True, "store": False}


async def _require_all(asked: Asked, tokens: AsyncIterator[str]) -> None:
    came = 0
    async for _ in tokens:
        came += 1
    if came != asked.tokens:
        raise NotAsAsked(f"{came} tokens came in place of {asked.tokens}.")


@dataclass(frozen=True, slots=True)
class Ground:
    conditions: Conditions
    engine: Engine
    bare: Bare
    service: Service


@asynccontextmanager
async def standing_in(folder: Path, conditions: Conditions) -> AsyncIterator[Ground]:
    profile = Profile(folder / "profile")
    async with (
        serving() as (service, base_url),
        openai.AsyncOpenAI(api_key="sk-bench", base_url=base_url, max_retries=0) as client,
        opened_chat(profile, Answer(Way.KEYRING), "a measurement", may_begin=True) as (_, chat),
    ):
        yield Ground(conditions, Engine(chat, base_url), Bare(client), service)
