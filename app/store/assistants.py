"""SQL of assistants: instructions under a name, with the model and parameters that go with them."""

from app.domain.errors import BugError
from app.domain.ids import AssistantId
from app.domain.json_text import json_text, values_from
from app.domain.library import Assistant
from app.domain.naming import name_from_person, name_key
from app.domain.text_pieces import storable
from app.store.driver import Connection
from app.store.naming import unique_name

_KEEP = """
    INSERT INTO assistant
        (public_id, name, name_key, instructions, model, parameters, created_at, changed_at)
    VALUES (:id, :name, :key, :instructions, :model, :parameters, :now, :now)
    ON CONFLICT (public_id) DO UPDATE
    SET name = :name, name_key = :key, instructions = :instructions, model = :model,
        parameters = :parameters, changed_at = :now
"""
_LIST = "SELECT public_id, name, instructions, model, parameters FROM assistant ORDER BY name_key"
_REMOVE = "DELETE FROM assistant WHERE public_id = ?"


def keep_assistant(connection: Connection, assistant: Assistant, now: int) -> Assistant:
    """Add an assistant, or change the one of its id. Returns it as kept. Raises EmptyName and NameTaken."""
    name, parameters = name_from_person(assistant.name), json_text(assistant.parameters)
    model = None if assistant.model is None else storable(assistant.model)
    kept = Assistant(assistant.id, name, storable(assistant.instructions), model, values_from(parameters))
    values = {
        "id": kept.id,
        "name": name,
        "key": name_key(name),
        "instructions": kept.instructions,
        "model": model,
        "parameters": parameters,
        "now": now,
    }
    with unique_name():
        connection.execute(_KEEP, values)
    return kept


def list_assistants(connection: Connection) -> list[Assistant]:
    """Return all assistants by name."""
    return [
        Assistant(AssistantId(public_id), name, instructions, model, values_from(parameters))
        for public_id, name, instructions, model, parameters in connection.execute(_LIST)
    ]


def remove_assistant(connection: Connection, assistant: AssistantId) -> None:
    if not connection.execute(_REMOVE, (assistant,)).rowcount:
        raise BugError("There is no such assistant.")
