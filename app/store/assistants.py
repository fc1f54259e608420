"""SQL of assistants: instructions under a name, with the model and parameters that go with them."""

from typing import Any

from app.domain.errors import BugError
from app.domain.ids import AssistantId, UndoId
from app.domain.json_text import json_text, values_from
from app.domain.library import Assistant
from app.domain.naming import name_from_person, name_key
from app.domain.text_pieces import storable
from app.domain.undo import Act, Undo
from app.store.driver import Connection
from app.store.naming import unique_name
from app.store.undo import recording

_ROW = "SELECT id FROM assistant WHERE public_id = ?"
_LIST = "SELECT public_id, name, instructions, model, parameters FROM assistant ORDER BY name_key"


def keep_assistant(connection: Connection, assistant: Assistant, undo: UndoId, now: int) -> Assistant:
    """Add an assistant, or change the one of its id. Returns it as kept. Raises EmptyName and NameTaken."""
    name, parameters = name_from_person(assistant.name), json_text(assistant.parameters)
    model = None if assistant.model is None else storable(assistant.model)
    kept = Assistant(assistant.id, name, storable(assistant.instructions), model, values_from(parameters))
    row = connection.execute(_ROW, (kept.id,)).fetchone()
    values: dict[str, Any] = {
        "name": name,
        "name_key": name_key(name),
        "instructions": kept.instructions,
        "model": model,
        "parameters": parameters,
        "changed_at": now,
    }
    with unique_name(), recording(connection, Undo(undo, Act.KEEP_ASSISTANT), now) as recorder:
        if row:
            recorder.change("assistant", row, **values)
        else:
            recorder.add("assistant", public_id=kept.id, created_at=now, **values)
    return kept


def list_assistants(connection: Connection) -> list[Assistant]:
    """Return all assistants by name."""
    return [
        Assistant(AssistantId(public_id), name, instructions, model, values_from(parameters))
        for public_id, name, instructions, model, parameters in connection.execute(_LIST)
    ]


def remove_assistant(connection: Connection, assistant: AssistantId, undo: UndoId, now: int) -> Undo:
    row = connection.execute(_ROW, (assistant,)).fetchone()
    if row is None:
        raise BugError("There is no such assistant.")
    made = Undo(undo, Act.DELETE_ASSISTANT)
    with recording(connection, made, now) as recorder:
        recorder.remove("assistant", row)
    return made
