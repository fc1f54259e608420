"""Which model service is asked, and the connection to it. Keys stay in the keyring until they are used."""

from contextlib import suppress

from app.credentials.api_keys import ApiKeys
from app.domain.errors import AppError, InputError, ProviderMissing
from app.domain.settings import ProviderSettings, origin_of
from app.providers.openai_provider import OpenAIProvider
from app.store import saved_settings
from app.store.archive import Archive
from app.system.worker_thread import WorkerThread


class ProviderSetup:
    """Holds what the archive remembers, or what was given for this run alone and is never stored."""

    def __init__(self, archive: Archive, keys: ApiKeys, keyring_thread: WorkerThread) -> None:
        self._archive = archive
        self._keys = keys
        self._keyring_thread = keyring_thread
        self._settings: ProviderSettings | None = None
        self._key_for_this_run: str | None = None
        self._provider: OpenAIProvider | None = None

    @property
    def settings(self) -> ProviderSettings | None:
        return self._settings

    async def load(self) -> None:
        """Take up what the archive remembers."""
        self._settings = await self._archive.read(saved_settings.read_provider)

    def use_for_this_run(self, settings: ProviderSettings, api_key: str | None) -> None:
        """Use a service and a key that are nowhere stored."""
        self._settings, self._key_for_this_run = settings, api_key

    async def change(self, settings: ProviderSettings, api_key: str | None) -> None:
        """Store the settings and, if one is given, the key, which belongs to the address's origin alone."""
        if not settings.model.strip():
            raise InputError("A model's name is needed.")
        origin = origin_of(settings.base_url)
        if api_key:
            await self._keyring_thread.run("storing a key", lambda: self._keys.set(origin, api_key))
        await self._archive.write(saved_settings.write_provider, settings)
        self._settings, self._key_for_this_run = settings, None
        await self.close()

    async def has_key(self, settings: ProviderSettings) -> bool:
        return await self._stored_key(settings) is not None

    async def connected(self) -> OpenAIProvider:
        """Return the service, ready to be asked. Raises CredentialError if its key cannot be had."""
        if self._settings is None:
            raise ProviderMissing("No model service has been set up yet.")
        if self._provider is None:
            key = self._key_for_this_run or await self._stored_key(self._settings)
            self._provider = OpenAIProvider(self._settings, key)
        return self._provider

    async def warm_up(self) -> None:
        """Make ready what the first question needs. What is wrong will be told when it is asked."""
        with suppress(AppError):
            await (await self.connected()).prepare()

    async def close(self) -> None:
        provider, self._provider = self._provider, None
        if provider is not None:
            await provider.close()

    async def _stored_key(self, settings: ProviderSettings) -> str | None:
        return await self._keyring_thread.run("fetching a key", lambda: self._keys.get(settings.origin))
