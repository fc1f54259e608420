"""SQL of single values under their names: settings, marks of how far something has come, kept keys."""

from app.store.driver import Connection

_READ = "SELECT value FROM setting WHERE name = ?"
_WRITE = """
    INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_FORGET = "DELETE FROM setting WHERE name = ?"


def read_value(connection: Connection, name: str) -> str | None:
    row = connection.execute(_READ, (name,)).fetchone()
    return row[0] if row else None


def write_value(connection: Connection, name: str, value: str | None) -> None:
    """Keep the value under its name, in place of another; None forgets it."""
    if value is None:
        connection.execute(_FORGET, (name,))
    else:
        connection.execute(_WRITE, (name, value))
