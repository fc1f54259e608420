"""SQL of preferences: single values under their names. One that cannot be understood counts as not set."""

import json

from app.domain.preference import Preference, V
from app.domain.text_pieces import whole_characters
from app.store.driver import Connection
from app.store.kept_values import read_value, write_value


def read_preference(connection: Connection, preference: Preference[V]) -> V:
    """Return what was set, or the default: also where another version has kept something else there."""
    text = read_value(connection, preference.name)
    value = preference.default if text is None else json.loads(text)
    return value if preference.accepts(value) else preference.default


def write_preference(connection: Connection, preference: Preference[V], value: V) -> None:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    write_value(connection, preference.name, whole_characters(text))


def forget_preference(connection: Connection, preference: Preference[V]) -> None:
    """Let the default hold again."""
    write_value(connection, preference.name, None)
