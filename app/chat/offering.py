"""Which models the service offers that is asked now. It is asked once, when somebody wants to know."""

from app.chat.provider_setup import ProviderSetup
from app.domain.offered_model import OfferedModel


class Offering:
    """Lives on the loop. What was told is remembered for as long as the same service is asked."""

    def __init__(self, services: ProviderSetup) -> None:
        self._services = services
        self._told: tuple[str, tuple[OfferedModel, ...]] | None = None

    async def models(self) -> tuple[OfferedModel, ...]:
        """Return them by name. Raises AppError where the service cannot be asked."""
        settings = self._services.settings
        address = settings.base_url if settings else ""
        if self._told is None or self._told[0] != address:
            self._told = (address, await self._services.offered())
        return self._told[1]
