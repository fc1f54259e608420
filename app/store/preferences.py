"""SQL of preferences: single values under their names. One that cannot be understood counts as not set."""

import json

from app.domain.preference import Preference, V
from app.domain.text_pieces import whole_characters
from app.store.driver import Connection

_READ = "SELECT value FROM setting WHERE name = ?"
_WRITE = """
    INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_FORGET = "DELETE FROM setting WHERE name = ?"


def read_preference(connection: Connection, preference: Preference[V]) -> V:
    """Return what was set, or the default: also where another version has kept something else there."""
    row = connection.execute(_READ, (preference.name,)).fetchone()
    value = json.loads(row[0]) if row else preference.default
    return value if preference.accepts(value) else preference.default


def write_preference(connection: Connection, preference: Preference[V], value: V) -> None:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    connection.execute(_WRITE, (preference.name, whole_characters(text)))


def forget_preference(connection: Connection, preference: Preference[V]) -> None:
    """Let the default hold again."""
    connection.execute(_FORGET, (preference.name,))
