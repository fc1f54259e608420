"""API keys inside the archive, for a profile whose key is in no keyring. They lie among the settings."""

from app.store.driver import Connection

_READ = "SELECT value FROM setting WHERE name = ?"
_WRITE = """
    INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_FORGET = "DELETE FROM setting WHERE name = ?"


def read_api_key(connection: Connection, name: str) -> str | None:
    row = connection.execute(_READ, (name,)).fetchone()
    return row[0] if row else None


def write_api_key(connection: Connection, name: str, api_key: str | None) -> None:
    """Keep the key under its name; None forgets it."""
    if api_key is None:
        connection.execute(_FORGET, (name,))
    else:
        connection.execute(_WRITE, (name, api_key))
