"""SQL of settings: values as JSON under their names."""

import json
from dataclasses import asdict

from app.domain.settings import ProviderSettings
from app.store.driver import Connection

_PROVIDER = "provider"
_READ = "SELECT value FROM setting WHERE name = ?"
_WRITE = (
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def read_provider(connection: Connection) -> ProviderSettings | None:
    row = connection.execute(_READ, (_PROVIDER,)).fetchone()
    return ProviderSettings(**json.loads(row[0])) if row else None


def write_provider(connection: Connection, provider: ProviderSettings) -> None:
    connection.execute(_WRITE, (_PROVIDER, json.dumps(asdict(provider))))
