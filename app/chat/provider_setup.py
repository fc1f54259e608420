"""Which model services there are, which of them is asked, and the connection to it.

Keys stay in the keyring until they are used. A key, and whatever a header may hold, belongs to one origin.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from app.chat.known_models import KnownModels
from app.credentials.api_keys import ApiKeys
from app.domain.errors import AppError, InputError, ProviderMissing
from app.domain.ids import IdSource, ProviderId
from app.domain.library import SavedProvider
from app.domain.offered_model import OfferedModel
from app.domain.settings import ApiKind, ProviderSettings, require_sound
from app.providers.local_servers import local_servers
from app.providers.openai_provider import OpenAIProvider
from app.providers.practice_provider import PracticeProvider
from app.providers.provider import Provider
from app.store import providers
from app.store.archive import Archive
from app.store.driver import Connection
from app.system.worker_thread import WorkerThread


@dataclass(frozen=True, slots=True)
class RemovedService:
    """A service that may be wanted back, with the key that it was asked with."""

    saved: SavedProvider
    was_chosen: bool
    key: str | None = field(repr=False)


class ProviderSetup:
    """Holds what the archive remembers, or what was given for this run alone and is never stored."""

    def __init__(
        self,
        archive: Archive,
        keys: ApiKeys,
        models: KnownModels,
        keyring_thread: WorkerThread,
        ids: IdSource,
        now: Callable[[], int],
    ) -> None:
        self._archive = archive
        self._keys = keys
        self._models = models
        self._keyring_thread = keyring_thread
        self._ids = ids
        self._now = now
        self._settings: ProviderSettings | None = None
        self._chosen: ProviderId | None = None
        self._key_for_this_run: str | None = None
        self._provider: Provider | None = None
        self._made_for: ProviderSettings | None = None
        self._one_at_a_time = asyncio.Lock()

    @property
    def settings(self) -> ProviderSettings | None:
        return self._settings

    @property
    def chosen(self) -> ProviderId | None:
        """The service that is asked, unless one was given for this run alone."""
        return self._chosen

    async def load(self) -> None:
        """Take up what the archive remembers."""
        self._take(await self._archive.read(providers.chosen_provider))

    def use_for_this_run(self, settings: ProviderSettings, api_key: str | None) -> None:
        """Use a service and a key that are nowhere stored."""
        self._settings, self._chosen, self._key_for_this_run = settings, None, api_key

    async def services(self) -> list[SavedProvider]:
        """Return all services that were set up, by name."""
        return await self._archive.read(providers.list_providers)

    async def change(self, settings: ProviderSettings, api_key: str | None) -> None:
        """Change the service that is asked, or set up the first, and its key if one is given."""
        chosen = await self._archive.read(providers.chosen_provider)
        kept = await self.keep(settings, api_key, None if chosen is None else chosen.id)
        await self.choose(kept.id)

    async def keep(
        self, settings: ProviderSettings, api_key: str | None, service: ProviderId | None = None
    ) -> SavedProvider:
        """Set up another service, or change the one named. Its key goes with the address's origin alone.

        One without a name is named after its server. Raises InputError.
        """
        if not settings.model.strip():
            raise InputError("A model's name is needed.")
        require_sound(settings)
        if api_key:
            origin = settings.origin
            await self._keyring_thread.run("storing a key", lambda: self._keys.set(origin, api_key))
        wanted = SavedProvider(service or ProviderId(self._ids.next()), settings)
        kept = await self._archive.write(_keep, wanted, self._now())
        if kept.id == self._chosen:
            self._take(kept)
            await self.close()
        return kept

    async def choose(self, service: ProviderId) -> None:
        """Ask this service from now on."""
        self._take(await self._archive.write(providers.choose_provider, service))
        await self.close()

    async def remove(self, service: ProviderId) -> RemovedService:
        """Forget a service, and its key, unless another one lives at the same origin.

        Returns what is needed to have it back. The key in it is nowhere else any more.
        """
        known = {saved.id: saved.settings for saved in await self.services()}
        settings = known.pop(service)
        origin, key = settings.origin, None
        if origin not in {each.origin for each in known.values()}:
            key = await self._stored_key(settings)
            await self._keyring_thread.run("deleting a key", lambda: self._keys.delete(origin))
        await self._archive.write(providers.remove_provider, service)
        was_chosen = service == self._chosen
        if was_chosen:
            self._take(None)
            await self.close()
        return RemovedService(SavedProvider(service, settings), was_chosen, key)

    async def has_key(self, settings: ProviderSettings) -> bool:
        return await self._stored_key(settings) is not None

    async def connected(self) -> Provider:
        """Return the service, ready to be asked, and remember how it wants to be.

        Raises CredentialError if its key cannot be had, ProviderError if it has to be asked first and fails.
        """
        async with self._one_at_a_time:
            provider, settings = await self._made(), self._settings
            if settings is not None and settings.spoken is None:
                found = replace(settings, found=await provider.find_out())
                await self._models.note_listed(settings.origin, provider.listed)
                if self._settings is settings:  # else it has been changed, and will be found out anew
                    self._settings = self._made_for = found
                    if self._chosen is not None:
                        kept = SavedProvider(self._chosen, found)
                        await self._archive.write(providers.keep_provider, kept, self._now())
            return provider

    async def offered(self) -> tuple[OfferedModel, ...]:
        """Return what the service that is asked offers. Raises ProviderError, also where it keeps no list."""
        provider = await self.connected()
        models = await provider.models()
        if self._settings is not None:
            await self._models.note_listed(self._settings.origin, models)
        return models

    async def check(self, settings: ProviderSettings, api_key: str | None) -> tuple[OfferedModel, ...]:
        """Try a service as it was entered, with its stored key if none was. Nothing is kept.

        Returns what it offers. Raises what names the cause if it cannot be asked, or lacks the model.
        """
        require_sound(settings)
        provider = _provider(settings, api_key or await self._stored_key(settings))
        try:
            models = await provider.check()
            await self._models.note_listed(settings.origin, models)
            return models
        finally:
            await provider.close()

    async def local_services(self) -> list[ProviderSettings]:
        """Look for servers on this computer, at the ports where they usually listen."""
        return await local_servers()

    async def warm_up(self) -> None:
        """Make ready what the first question needs. What is wrong will be told when it is asked."""
        with suppress(AppError):
            async with self._one_at_a_time:
                await (await self._made()).prepare()

    async def close(self) -> None:
        provider, self._provider = self._provider, None
        if provider is not None:
            await provider.close()

    async def _made(self) -> Provider:
        if self._settings is None:
            raise ProviderMissing("No model service has been set up yet.")
        if self._made_for is not self._settings:
            await self.close()
        if self._provider is None:
            settings = self._made_for = self._settings
            key = self._key_for_this_run or await self._stored_key(settings)
            self._provider = _provider(settings, key)
            if self._provider.listed:  # what is built in need not be asked
                await self._models.note_listed(settings.origin, self._provider.listed)
        return self._provider

    def _take(self, chosen: SavedProvider | None) -> None:
        self._settings = None if chosen is None else chosen.settings
        self._chosen = None if chosen is None else chosen.id
        self._key_for_this_run = None

    async def _stored_key(self, settings: ProviderSettings) -> str | None:
        if settings.api is ApiKind.PRACTICE:
            return None
        return await self._keyring_thread.run("fetching a key", lambda: self._keys.get(settings.origin))


def _provider(settings: ProviderSettings, api_key: str | None) -> Provider:
    if settings.api is ApiKind.PRACTICE:
        return PracticeProvider()
    return OpenAIProvider(settings, api_key)


def _keep(connection: Connection, wanted: SavedProvider, now: int) -> SavedProvider:
    """Keep a service under a name that is free, without what belonged to another address."""
    before = providers.find_provider(connection, wanted.id)
    settings = wanted.settings if before is None else _at_home(wanted.settings, before.settings)
    if not settings.name.strip():
        name = providers.free_name(connection, _host(settings), wanted.id)
        settings = replace(settings, name=name)
    return providers.keep_provider(connection, SavedProvider(wanted.id, settings), now)


def _at_home(settings: ProviderSettings, before: ProviderSettings) -> ProviderSettings:
    """Return the settings without what was found out of another service, or told in confidence to it."""
    if (settings.base_url, settings.api) != (before.base_url, before.api):
        settings = replace(settings, found=None)
    if settings.origin != before.origin and settings.headers == before.headers:
        settings = replace(settings, headers=())
    if settings.name == before.name and _host(settings) != _host(before) and _is_named_after_host(before):
        settings = replace(settings, name="")
    return settings


def _is_named_after_host(settings: ProviderSettings) -> bool:
    return settings.name.removeprefix(_host(settings)).lstrip(" 0123456789") == ""


def _host(settings: ProviderSettings) -> str:
    return urlsplit(settings.base_url).hostname or settings.base_url
