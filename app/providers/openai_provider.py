"""A model service that speaks one of OpenAI's two languages, through the openai SDK.

The SDK takes a stream that merely stopped for a whole one, follows redirects with the prompt in hand, and
reads proxies and addresses from the environment. Here the end must be proved, and none of the rest happens.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Mapping
from contextlib import aclosing, suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import urlsplit

from app.domain.errors import (
    AddressMalformed,
    ModelUnknown,
    ProviderBroken,
    ProviderError,
    ProviderUnreachable,
)
from app.domain.offered_model import OfferedModel
from app.domain.settings import ApiKind, Found, ProviderSettings
from app.providers import chat_completions, responses
from app.providers.adapting import without_what_was_refused
from app.providers.continuing import continuation
from app.providers.model_list import offered_models, told_by
from app.providers.openai_errors import Confidence, translated
from app.providers.pieces import Piece, Request, SealedPast
from app.providers.watching import Reply, Watch, read_out, watched
from app.system.worker_thread import run_once

if TYPE_CHECKING:
    import httpx2
    from openai import APIStatusError, AsyncOpenAI, AsyncStream

T = TypeVar("T")
_ERRAND_SECONDS = 30.0
_OPENAI_HOSTS = ("api.openai.com", "openai.azure.com")
_NO_KEY = "none"  # the SDK wants one, but the real one is put on where nobody else can
_NOT_THERE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED})
_UNDERSTOOD = frozenset(
    {HTTPStatus.BAD_REQUEST, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.UNPROCESSABLE_ENTITY}
)
_NOT_YET = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.PROXY_AUTHENTICATION_REQUIRED,
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.CONFLICT,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)


class OpenAIProvider:
    """One service with one key, spoken to as its settings say or, where they do not, as it wants."""

    def __init__(
        self,
        settings: ProviderSettings,
        api_key: str | None,
        network: "httpx2.AsyncBaseTransport | None" = None,
    ) -> None:
        """`network` stands in for the real one, where somebody must have every byte in hand."""
        self._settings = settings
        self._network = network
        self._api_key = api_key
        self._spoken = settings.spoken
        self._client: AsyncOpenAI | None = None
        self._listed: tuple[OfferedModel, ...] = ()
        self._one_at_a_time = asyncio.Lock()

    @property
    def listed(self) -> tuple[OfferedModel, ...]:
        return self._listed

    async def prepare(self) -> None:
        """Load the SDK and the system's certificates, off the loop: that takes longer than all the rest."""
        async with self._one_at_a_time:
            if self._client is None:
                self._client = await run_once(
                    "loading the SDK", lambda: _client(self._settings, self._api_key, self._network)
                )

    async def find_out(self) -> Found:
        """Ask the service once how it wants to be asked. Nothing of a conversation is sent for that."""
        await self.prepare()
        if self._spoken is None:
            self._spoken = told_by(await self._models_if_any()) or Found(await self._probed())
        return self._spoken

    async def models(self) -> tuple[OfferedModel, ...]:
        client = await self._connected()
        with translated(self._confidence()):
            self._listed = await _listed(client)
        return self._listed

    async def check(self) -> tuple[OfferedModel, ...]:
        """Return what the service offers, once it has answered. What is wrong is named by its cause."""
        self._spoken = self._settings.spoken
        await self.find_out()
        models = await self._models_if_any()
        if models and self._settings.model not in {model.name for model in models}:
            raise ModelUnknown("The service answers, but its list does not have this model.")
        return models

    async def continuation(self) -> str | None:
        return continuation(await self.find_out())

    async def seal(self, request: Request) -> SealedPast | None:
        import openai

        if (await self.find_out()).api is not ApiKind.RESPONSES:
            return None
        client, body = await self._connected(), responses.compacting_body(request)
        with translated(self._confidence(request)):
            try:
                async with asyncio.timeout(self._settings.patience.first):
                    answer = await client.post(responses.COMPACTING_PATH, body=body, cast_to=object)
            except TimeoutError:
                raise ProviderUnreachable("The service did not answer in time.") from None
            except openai.APIStatusError as error:
                if error.status_code not in _NOT_THERE:
                    raise
                return None
            return responses.sealed_past(answer)

    async def stream(self, request: Request) -> AsyncGenerator[Piece, None]:
        """Yield the reply as it comes. Returns only after a proved end; raises ProviderError otherwise."""
        spoken = await self.find_out()
        confidence = self._confidence(request)
        watch = Watch(self._settings.patience)
        async with await self._begun(request, watch, confidence) as events:
            _require_event_stream(events)
            reply = _reader(spoken)
            with translated(confidence, begun=True):
                async with aclosing(watched(events, reply, watch)) as told:
                    async for event in told:
                        for piece in reply.read(event):
                            yield piece
                for piece in reply.finish():
                    yield piece
            with suppress(ProviderError), translated(confidence):  # the reply is whole, whatever comes now
                await read_out(events)

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()

    async def _connected(self) -> "AsyncOpenAI":
        await self.prepare()
        return cast("AsyncOpenAI", self._client)

    async def _begun(self, request: Request, watch: Watch, confidence: Confidence) -> "AsyncStream[object]":
        """Send the request. What a service refuses though it can do without is left out, once."""
        import openai

        client = await self._connected()
        path, body = _asked(request, await self.find_out(), is_openai=self._is_openai)
        with translated(confidence):
            try:
                return await _sent(client, path, body, watch)
            except openai.APIStatusError as error:
                plainer = self._plainer(request, body, error)
                if plainer is None:
                    raise
            return await _sent(client, path, plainer, watch)

    def _plainer(
        self, request: Request, body: Mapping[str, Any], error: "APIStatusError"
    ) -> dict[str, Any] | None:
        """Return a request with which a service may do that has refused one, or None."""
        if error.status_code not in _UNDERSTOOD:
            return None
        if self._spoken is not None and self._spoken.prefills and request.continues:
            self._spoken = Found(self._spoken.api)  # there are models that do not let themselves be prefilled
            return _asked(request, self._spoken, is_openai=self._is_openai)[1]
        return without_what_was_refused(body, error.body)

    async def _models_if_any(self) -> tuple[OfferedModel, ...]:
        """Return the models of a service that keeps a list, and none of one that does not."""
        import openai

        client = await self._connected()
        with translated(self._confidence()):
            try:
                self._listed = await _listed(client)
            except openai.APIStatusError as error:
                if error.status_code not in _NOT_THERE:
                    raise
        return self._listed

    @property
    def _is_openai(self) -> bool:
        host = urlsplit(self._settings.base_url).hostname or ""
        return any(host == known or host.endswith(f".{known}") for known in _OPENAI_HOSTS)

    async def _probed(self) -> ApiKind:
        """An empty request is answered with a complaint, if there is anybody to complain."""
        import openai

        client = await self._connected()
        with translated(self._confidence()):
            try:
                await _in_time(client.post(responses.PATH, body={}, cast_to=object))
            except openai.APIStatusError as error:
                if error.status_code in _NOT_YET:
                    raise
                return ApiKind.RESPONSES if error.status_code in _UNDERSTOOD else ApiKind.CHAT
        return ApiKind.CHAT

    def _confidence(self, request: Request | None = None) -> Confidence:
        secrets = [self._api_key or "", *(text for _, text in self._settings.headers)]
        secrets.append((self._settings.proxy or "").partition("://")[2].rpartition("@")[0])
        sent = (*request.items, request.instructions or "") if request else ()
        return Confidence(tuple(filter(None, secrets)), sent, self._settings.proxy is not None)


def _client(
    settings: ProviderSettings, api_key: str | None, network: "httpx2.AsyncBaseTransport | None"
) -> "AsyncOpenAI":
    import httpx2
    import openai

    from app.providers.guarded_transport import guarded_client

    logging.getLogger("openai").setLevel(logging.WARNING)  # whatever the environment says: it logs questions
    try:
        http_client = guarded_client(settings, api_key, network)
        client = openai.AsyncOpenAI(
            api_key=_NO_KEY,
            admin_api_key="",
            base_url=settings.base_url,
            organization="",
            project="",
            webhook_secret="",
            max_retries=0,
            http_client=http_client,
        )
    except httpx2.InvalidURL as error:
        raise AddressMalformed("The address names no server that could be asked.") from error
    _ = client.chat.completions, client.responses  # loads the rest of the SDK now, in this thread
    return client


def _asked(request: Request, spoken: Found, *, is_openai: bool) -> tuple[str, dict[str, Any]]:
    """Return where a request goes, and its body."""
    if spoken.api is ApiKind.RESPONSES:
        return responses.PATH, responses.responses_body(request)
    return chat_completions.PATH, chat_completions.chat_body(request, spoken, is_openai=is_openai)


def _reader(spoken: Found) -> Reply:
    return responses.ResponsesReply() if spoken.api is ApiKind.RESPONSES else chat_completions.ChatReply()


async def _sent(
    client: "AsyncOpenAI", path: str, body: Mapping[str, Any], watch: Watch
) -> "AsyncStream[object]":
    """Send a request and wait for the beginning of its answer."""
    from openai import AsyncStream

    try:
        async with asyncio.timeout_at(watch.limit):
            return await client.post(
                path, body=body, cast_to=object, stream=True, stream_cls=AsyncStream[object]
            )
    except TimeoutError:
        raise watch.lost() from None


async def _listed(client: "AsyncOpenAI") -> tuple[OfferedModel, ...]:
    answer = await _in_time(client.get("/models", cast_to=object))
    if not isinstance(answer, dict):
        raise ProviderBroken("What answers at this address is not a model service.")
    return offered_models(answer)


async def _in_time(errand: Awaitable[T]) -> T:
    try:
        async with asyncio.timeout(_ERRAND_SECONDS):
            return await errand
    except TimeoutError:
        raise ProviderUnreachable("The service did not answer in time.") from None


def _require_event_stream(events: "AsyncStream[object]") -> None:
    if not events.response.headers.get("content-type", "").startswith("text/event-stream"):
        raise ProviderBroken("What answers at this address is not a model service.")
