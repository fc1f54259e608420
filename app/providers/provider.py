"""What a model service does for a conversation, whoever it is."""

from collections.abc import AsyncGenerator
from typing import Protocol

from app.domain.offered_model import OfferedModel
from app.domain.settings import Found
from app.providers.pieces import Piece, Request, SealedPast


class Provider(Protocol):
    """One service with one key. Raises ProviderError for whatever keeps it from doing its part."""

    @property
    def listed(self) -> tuple[OfferedModel, ...]:
        """What the service has said so far of its models, without being asked for it now."""

    async def prepare(self) -> None:
        """Load what the first question needs. Nobody is asked anything yet."""

    async def find_out(self) -> Found:
        """Return how the service wants to be asked: told by the settings, or found by asking it."""

    async def models(self) -> tuple[OfferedModel, ...]:
        """Return what the service offers, by name."""

    async def check(self) -> tuple[OfferedModel, ...]:
        """Return what the service offers, once it is proved that it answers and has the model."""

    def stream(self, request: Request) -> AsyncGenerator[Piece, None]:
        """Yield the reply as it comes. Returns only after a proved end.

        Closing the iterator closes the connection, so that the service stops.
        """

    async def seal(self, request: Request) -> SealedPast | None:
        """Return what stands for a conversation from now on, or None where the service does no such thing."""

    async def continuation(self) -> str | None:
        """Return the words that ask for the rest of an unfinished reply, or None where it is prefilled."""

    async def close(self) -> None: ...
