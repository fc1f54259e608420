"""SQL of model services, and of the one that is asked. Their keys are secrets and are never kept here."""

from typing import Any

from app.domain.errors import BugError
from app.domain.ids import ProviderId
from app.domain.json_text import json_text, values_from
from app.domain.library import SavedProvider
from app.domain.naming import name_from_person, name_key
from app.domain.settings import ProviderSettings, origin_of
from app.domain.text_pieces import storable
from app.store.driver import Connection
from app.store.kept_values import read_value, write_value
from app.store.naming import unique_name

_CHOSEN = "provider"
_KEEP = """
    INSERT INTO provider (public_id, name, name_key, base_url, settings, created_at, changed_at)
    VALUES (:id, :name, :key, :base_url, :settings, :now, :now)
    ON CONFLICT (public_id) DO UPDATE
    SET name = :name, name_key = :key, base_url = :base_url, settings = :settings, changed_at = :now
"""
_LIST = "SELECT public_id, name, base_url, settings FROM provider ORDER BY name_key"
_FIND = "SELECT public_id, name, base_url, settings FROM provider WHERE public_id = ?"
_REMOVE = "DELETE FROM provider WHERE public_id = ?"


def keep_provider(connection: Connection, provider: SavedProvider, now: int) -> SavedProvider:
    """Add a service, or change the one of its id. Returns it as kept.

    Raises EmptyName, NameTaken, and AddressMalformed: an address with a password in it is not kept.
    """
    address = storable(provider.settings.base_url)
    origin_of(address)
    name = name_from_person(provider.settings.name)
    settings = json_text(provider.settings.to_mapping())
    values = {
        "id": provider.id,
        "name": name,
        "key": name_key(name),
        "base_url": address,
        "settings": settings,
        "now": now,
    }
    with unique_name():
        connection.execute(_KEEP, values)
    return _saved(provider.id, name, address, settings)


def list_providers(connection: Connection) -> list[SavedProvider]:
    """Return all services by name."""
    return [_saved(*row) for row in connection.execute(_LIST)]


def remove_provider(connection: Connection, provider: ProviderId) -> None:
    """Forget a service. If it was the one that is asked, nobody is until another is chosen."""
    if not connection.execute(_REMOVE, (provider,)).rowcount:
        raise BugError("There is no such provider.")
    if read_value(connection, _CHOSEN) == provider:
        write_value(connection, _CHOSEN, None)


def choose_provider(connection: Connection, provider: ProviderId) -> SavedProvider:
    """Let a service be the one that is asked, and return it."""
    write_value(connection, _CHOSEN, provider)
    chosen = chosen_provider(connection)
    if chosen is None:
        raise BugError("There is no such provider.")
    return chosen


def chosen_provider(connection: Connection) -> SavedProvider | None:
    """Return the service that is asked."""
    chosen = read_value(connection, _CHOSEN)
    return None if chosen is None else find_provider(connection, ProviderId(chosen))


def find_provider(connection: Connection, provider: ProviderId) -> SavedProvider | None:
    row = connection.execute(_FIND, (provider,)).fetchone()
    return _saved(*row) if row else None


def free_name(connection: Connection, wanted: str, owner: ProviderId) -> str:
    """Return a name for `owner` that no other service bears: the wanted one, with a number if need be."""
    others = {name_key(saved.settings.name) for saved in list_providers(connection) if saved.id != owner}
    names = (wanted, *(f"{wanted} {number}" for number in range(2, len(others) + 3)))
    return next(name for name in names if name_key(name_from_person(name)) not in others)


def _saved(public_id: Any, name: Any, base_url: Any, settings: Any) -> SavedProvider:  # noqa: ANN401  # a row
    values = ProviderSettings.from_mapping(name, base_url, values_from(settings))
    return SavedProvider(ProviderId(public_id), values)
