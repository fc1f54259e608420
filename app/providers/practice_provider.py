"""A service that is none: it shows a newcomer around, without a network, a key or a model, and says so."""

import asyncio
import re
from collections.abc import AsyncGenerator
from types import MappingProxyType

from app.domain.errors import ModelUnknown
from app.domain.item import text_of
from app.domain.offered_model import OfferedModel
from app.domain.settings import ApiKind, Found
from app.providers.pieces import Piece, ReasoningPiece, Request, SealedPast, TextPiece
from app.system.resources import resource
from app.system.worker_thread import run_once

_WORDS = re.compile(r"\s*\S+\s*?(?=\s|\Z)|\s+")
_PAUSES = MappingProxyType(
    {"practice": 0.025, "practice-slow": 0.15, "practice-fast": 0.003, "practice-at-once": 0.0}
)
_WINDOW = 32_000  # of no consequence but to what the window shows
_THOUGHT = "Some models think before they answer, and what they let be read of it stands here. "


class PracticeProvider:
    """Streams the same tour to whatever it is asked, at the speed that the model's name says."""

    def __init__(self) -> None:
        self._tour: str | None = None

    async def prepare(self) -> None:
        if self._tour is None:
            path = resource("practice_tour.md")
            self._tour = await run_once("reading the tour", lambda: path.read_text("utf-8"))

    async def find_out(self) -> Found:
        return Found(ApiKind.PRACTICE, prefills=True)

    @property
    def listed(self) -> tuple[OfferedModel, ...]:
        return tuple(OfferedModel(name, "practice", _WINDOW) for name in _PAUSES)

    async def models(self) -> tuple[OfferedModel, ...]:
        return self.listed

    async def check(self) -> tuple[OfferedModel, ...]:
        return await self.models()

    async def seal(self, request: Request) -> SealedPast | None:  # noqa: ARG002
        return None

    async def continuation(self) -> str | None:
        return None

    async def stream(self, request: Request) -> AsyncGenerator[Piece, None]:
        """Yield the tour, or the rest of it. Raises ModelUnknown for a speed that there is not."""
        pause = _PAUSES.get(request.model)
        if pause is None:
            raise ModelUnknown(f"There is no such practice model, only {', '.join(_PAUSES)}.")
        await self.prepare()
        said = text_of(request.items[-1]) if request.continues and request.items else ""
        tour = self._tour or ""
        rest = tour.removeprefix(said)
        if rest == tour:
            for word in _WORDS.findall(_THOUGHT):
                await asyncio.sleep(pause)
                yield ReasoningPiece(word)
        for word in _WORDS.findall(rest):
            await asyncio.sleep(pause)
            yield TextPiece(word)

    async def close(self) -> None:
        """Nothing is open."""
