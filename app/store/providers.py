"""SQL of model services. Their keys are secrets and are never kept here."""

from app.domain.errors import BugError
from app.domain.ids import ProviderId
from app.domain.json_text import json_text, values_from
from app.domain.library import SavedProvider
from app.domain.naming import name_from_person, name_key
from app.domain.settings import origin_of
from app.domain.text_pieces import storable
from app.store.driver import Connection
from app.store.naming import unique_name

_KEEP = """
    INSERT INTO provider (public_id, name, name_key, base_url, settings, created_at, changed_at)
    VALUES (:id, :name, :key, :base_url, :settings, :now, :now)
    ON CONFLICT (public_id) DO UPDATE
    SET name = :name, name_key = :key, base_url = :base_url, settings = :settings, changed_at = :now
"""
_LIST = "SELECT public_id, name, base_url, settings FROM provider ORDER BY name_key"
_REMOVE = "DELETE FROM provider WHERE public_id = ?"


def keep_provider(connection: Connection, provider: SavedProvider, now: int) -> SavedProvider:
    """Add a service, or change the one of its id. Returns it as kept.

    Raises EmptyName, NameTaken, and AddressMalformed: an address with a password in it is not kept.
    """
    address = storable(provider.base_url)
    origin_of(address)
    name, settings = name_from_person(provider.name), json_text(provider.settings)
    kept = SavedProvider(provider.id, name, address, values_from(settings))
    values = {
        "id": kept.id,
        "name": name,
        "key": name_key(name),
        "base_url": address,
        "settings": settings,
        "now": now,
    }
    with unique_name():
        connection.execute(_KEEP, values)
    return kept


def list_providers(connection: Connection) -> list[SavedProvider]:
    """Return all services by name."""
    return [
        SavedProvider(ProviderId(public_id), name, base_url, values_from(settings))
        for public_id, name, base_url, settings in connection.execute(_LIST)
    ]


def remove_provider(connection: Connection, provider: ProviderId) -> None:
    if not connection.execute(_REMOVE, (provider,)).rowcount:
        raise BugError("There is no such provider.")
