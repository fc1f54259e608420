"""SQL of single values under their names: settings, marks of how far something has come, kept keys."""

from app.store.driver import Connection

_READ = "SELECT value FROM setting WHERE name = ?"
_READ_ALL = """
    SELECT substr(name, ?2 + 1), value FROM setting WHERE substr(name, 1, ?2) = ?1 ORDER BY name
"""
_WRITE = """
    INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_FORGET = "DELETE FROM setting WHERE name = ?"


def read_value(connection: Connection, name: str) -> str | None:
    row = connection.execute(_READ, (name,)).fetchone()
    return row[0] if row else None


def read_values(connection: Connection, beginning: str) -> dict[str, str]:
    """Return all values whose names begin so, by what follows in their names, in order."""
    return dict(connection.execute(_READ_ALL, (beginning, len(beginning))))


def write_value(connection: Connection, name: str, value: str | None) -> None:
    """Keep the value under its name, in place of another; None forgets it."""
    if value is None:
        connection.execute(_FORGET, (name,))
    else:
        connection.execute(_WRITE, (name, value))
