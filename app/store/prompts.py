"""SQL of saved prompts."""

from app.domain.errors import BugError
from app.domain.ids import PromptId
from app.domain.library import SavedPrompt
from app.domain.naming import name_from_person, name_key
from app.domain.text_pieces import storable
from app.store.driver import Connection
from app.store.naming import unique_name

_KEEP = """
    INSERT INTO prompt (public_id, name, name_key, text, created_at, changed_at)
    VALUES (:id, :name, :key, :text, :now, :now)
    ON CONFLICT (public_id) DO UPDATE
    SET name = :name, name_key = :key, text = :text, changed_at = :now
"""
_LIST = "SELECT public_id, name, text FROM prompt ORDER BY name_key"
_REMOVE = "DELETE FROM prompt WHERE public_id = ?"


def keep_prompt(connection: Connection, prompt: SavedPrompt, now: int) -> SavedPrompt:
    """Add a prompt, or change the one of its id. Returns it as kept. Raises EmptyName and NameTaken."""
    kept = SavedPrompt(prompt.id, name_from_person(prompt.name), storable(prompt.text))
    values = {"id": kept.id, "name": kept.name, "key": name_key(kept.name), "text": kept.text, "now": now}
    with unique_name():
        connection.execute(_KEEP, values)
    return kept


def list_prompts(connection: Connection) -> list[SavedPrompt]:
    """Return all saved prompts by name."""
    return [SavedPrompt(PromptId(public_id), *words) for public_id, *words in connection.execute(_LIST)]


def remove_prompt(connection: Connection, prompt: PromptId) -> None:
    if not connection.execute(_REMOVE, (prompt,)).rowcount:
        raise BugError("There is no such prompt.")
