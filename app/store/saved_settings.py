"""SQL of settings: values as JSON under their names."""

import json
from dataclasses import asdict

from app.domain.settings import ProviderSettings
from app.store.driver import Connection
from app.store.kept_values import read_value, write_value

_PROVIDER = "provider"


def read_provider(connection: Connection) -> ProviderSettings | None:
    text = read_value(connection, _PROVIDER)
    return ProviderSettings(**json.loads(text)) if text else None


def write_provider(connection: Connection, provider: ProviderSettings) -> None:
    write_value(connection, _PROVIDER, json.dumps(asdict(provider)))
