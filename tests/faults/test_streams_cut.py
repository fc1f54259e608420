"""A stream may arrive in any pieces and break off anywhere, and only a whole reply is taken for whole.

The twin believes the SDK, for which a stream that stops has ended.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress

import openai
import pytest

from app.domain.errors import ProviderError, ReplyInterrupted
from app.domain.settings import ApiKind, ProviderSettings
from app.domain.text_pieces import PieceJoiner
from app.domain.usage import Usage
from app.providers.guarded_transport import guarded_client
from app.providers.openai_provider import OpenAIProvider
from app.providers.pieces import ItemPiece, Piece, ReasoningPiece, Request, TextPiece, UsagePiece
from tests.fakes.recorded_streams import (
    CHAT,
    CHAT_BEGINNING,
    RESPONSES,
    SEALED_BODY,
    TEXT,
    WORDS,
    PlayedNetwork,
)

QUESTION = Request("tiny", ())
Ask = Callable[[], Awaitable[list[Piece]]]


class Recording:
    """One language, a reply in it, and the length from which on nothing of the reply is missing."""

    def __init__(self, api: ApiKind, stream: bytes, whole_from: int, pieces: set[Piece]) -> None:
        self.settings = ProviderSettings("http://127.0.0.1:9/v1", "tiny", api=api)
        self.stream = stream
        self.whole_from = whole_from
        self.others = pieces


CHAT_PIECES = {ReasoningPiece("Höflich grüßen."), UsagePiece(Usage(42, len(WORDS), 40))}
RESPONSES_PIECES = {
    ReasoningPiece("Höflich grüßen."),
    ItemPiece(SEALED_BODY),
    UsagePiece(Usage(7, len(WORDS), 0)),
}
RECORDINGS = [
    Recording(ApiKind.CHAT, CHAT, len(CHAT_BEGINNING) - 1, CHAT_PIECES),  # a lone \r ends a line as well
    Recording(ApiKind.RESPONSES, RESPONSES, len(RESPONSES), RESPONSES_PIECES),
]


@pytest.fixture(params=RECORDINGS, ids=["chat", "responses"])
def recording(request: pytest.FixtureRequest) -> Recording:
    return request.param


@pytest.fixture
def network() -> PlayedNetwork:
    return PlayedNetwork()


@pytest.fixture
async def ask(recording: Recording, network: PlayedNetwork) -> AsyncIterator[Ask]:
    provider = OpenAIProvider(recording.settings, None, network)

    async def asked() -> list[Piece]:
        return [piece async for piece in provider.stream(QUESTION)]

    yield asked
    await provider.close()


def text(pieces: list[Piece]) -> str:
    joiner = PieceJoiner()
    return "".join(joiner.add(piece.text) for piece in pieces if isinstance(piece, TextPiece)) + joiner.end()


def splits(stream: bytes) -> Iterator[tuple[bytes, ...]]:
    yield tuple(stream[place : place + 1] for place in range(len(stream)))
    for place in range(1, len(stream)):
        yield stream[:place], stream[place:]


async def test_a_stream_in_any_pieces_gives_the_same_reply(
    recording: Recording, network: PlayedNetwork, ask: Ask
) -> None:
    for chunks in splits(recording.stream):
        network.chunks = chunks
        pieces = await ask()
        assert text(pieces) == TEXT
        assert {piece for piece in pieces if not isinstance(piece, TextPiece)} == recording.others


async def wrongly_whole(recording: Recording, network: PlayedNetwork, ask: Ask) -> list[int]:
    """Return where a stream can be cut and is taken for whole, or is whole and not taken for it."""
    wrong = []
    for length in range(len(recording.stream) + 1):
        network.chunks = (recording.stream[:length],)
        try:
            await ask()
        except ReplyInterrupted:
            is_whole = False
        else:
            is_whole = True
        if is_whole != (length >= recording.whole_from):
            wrong.append(length)
    return wrong


async def test_a_stream_that_is_cut_anywhere_is_interrupted(
    recording: Recording, network: PlayedNetwork, ask: Ask
) -> None:
    assert await wrongly_whole(recording, network, ask) == []


async def test_the_twin_that_believes_the_sdk_takes_cut_streams_for_whole(
    recording: Recording, network: PlayedNetwork
) -> None:
    client = openai.AsyncOpenAI(
        api_key="x",
        base_url=recording.settings.base_url,
        http_client=guarded_client(recording.settings, None, network),
    )

    async def believe() -> list[Piece]:
        stream = await client.post(
            "/x", body={}, cast_to=object, stream=True, stream_cls=openai.AsyncStream[object]
        )
        async for _ in stream:
            pass
        return []

    assert len(await wrongly_whole(recording, network, believe)) > recording.whole_from / 2
    await client.close()


async def test_what_is_cut_off_is_never_shown(recording: Recording, network: PlayedNetwork) -> None:
    provider = OpenAIProvider(recording.settings, None, network)
    for length in range(0, len(recording.stream), 7):
        network.chunks = (recording.stream[:length],)
        shown: list[Piece] = []
        with suppress(ProviderError):
            async for piece in provider.stream(QUESTION):
                shown.append(piece)  # noqa: PERF401  # what came before the cut counts
        assert TEXT.startswith(text(shown).rstrip("\ufffd"))
    await provider.close()
