"""What a person does about model services: set up, change, choose, remove. Events tell who is asked now."""

from app.chat.provider_setup import ProviderSetup, RemovedService
from app.chat.turn import TurnParts
from app.domain.events import ProviderChanged
from app.domain.ids import ProviderId
from app.domain.library import SavedProvider
from app.domain.offered_model import OfferedModel
from app.domain.settings import ProviderSettings


class ServiceCare:
    """Lives on the loop's thread."""

    def __init__(self, parts: TurnParts) -> None:
        self._setup: ProviderSetup = parts.provider
        self._events = parts.events
        self._removed: RemovedService | None = None

    @property
    def asked(self) -> ProviderSettings | None:
        """The service that is asked now."""
        return self._setup.settings

    @property
    def chosen(self) -> ProviderId | None:
        """Which of the kept services is asked; None also where one was given for this run alone."""
        return self._setup.chosen

    async def services(self) -> list[SavedProvider]:
        return await self._setup.services()

    async def has_key(self, settings: ProviderSettings) -> bool:
        return await self._setup.has_key(settings)

    async def check(self, settings: ProviderSettings, api_key: str | None) -> tuple[OfferedModel, ...]:
        """Try a service as it was entered; nothing is kept. Raises what names the cause if it fails."""
        return await self._setup.check(settings, api_key)

    async def offered(self) -> tuple[OfferedModel, ...]:
        """Return what the service that is asked offers. Raises ProviderError."""
        return await self._setup.offered()

    async def found_here(self) -> list[ProviderSettings]:
        """Look for servers on this computer, at the ports where they usually listen."""
        return await self._setup.local_services()

    async def keep(
        self, settings: ProviderSettings, api_key: str | None, service: ProviderId | None = None
    ) -> SavedProvider:
        """Set up a service, or change the one named. The first one is asked from then on. Raises AppError."""
        kept = await self._setup.keep(settings, api_key, service)
        if self.chosen is None:
            await self._setup.choose(kept.id)
        if self.chosen == kept.id:
            self._tell()
        return kept

    async def choose(self, service: ProviderId) -> None:
        """Ask this service from now on."""
        await self._setup.choose(service)
        self._tell()

    async def remove(self, service: ProviderId) -> None:
        """Forget a service and its key. Where it was the one that is asked, another takes its place.

        Until `let_go` it can be had back, with its key, which is held in memory alone.
        """
        self._removed = await self._setup.remove(service)
        left = await self.services()
        if self.chosen is None and left:
            await self._setup.choose(left[0].id)
        self._tell()

    async def bring_back(self) -> None:
        """Have the service back that was removed last; it is asked again if it was. Raises AppError."""
        if removed := self._removed:
            await self._setup.keep(removed.saved.settings, removed.key, removed.saved.id)
            self._removed = None
            if removed.was_chosen:
                await self._setup.choose(removed.saved.id)
            self._tell()

    def let_go(self) -> None:
        """Nobody wants a removed service back any more: its key is held no longer."""
        self._removed = None

    def _tell(self) -> None:
        self._events.publish(ProviderChanged(self.asked))
