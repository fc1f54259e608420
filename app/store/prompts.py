"""SQL of saved prompts."""

from app.domain.errors import BugError
from app.domain.ids import PromptId, UndoId
from app.domain.library import SavedPrompt
from app.domain.naming import name_from_person, name_key
from app.domain.text_pieces import storable
from app.domain.undo import Act, Undo
from app.store.driver import Connection
from app.store.naming import unique_name
from app.store.undo import recording

_ROW = "SELECT id FROM prompt WHERE public_id = ?"
_LIST = "SELECT public_id, name, text FROM prompt ORDER BY name_key"


def keep_prompt(connection: Connection, prompt: SavedPrompt, undo: UndoId, now: int) -> SavedPrompt:
    """Add a prompt, or change the one of its id. Returns it as kept. Raises EmptyName and NameTaken."""
    kept = SavedPrompt(prompt.id, name_from_person(prompt.name), storable(prompt.text))
    row = connection.execute(_ROW, (kept.id,)).fetchone()
    words = {"name": kept.name, "name_key": name_key(kept.name), "text": kept.text, "changed_at": now}
    with unique_name(), recording(connection, Undo(undo, Act.KEEP_PROMPT), now) as recorder:
        if row:
            recorder.change("prompt", row, **words)
        else:
            recorder.add("prompt", public_id=kept.id, created_at=now, **words)
    return kept


def list_prompts(connection: Connection) -> list[SavedPrompt]:
    """Return all saved prompts by name."""
    return [SavedPrompt(PromptId(public_id), *words) for public_id, *words in connection.execute(_LIST)]


def remove_prompt(connection: Connection, prompt: PromptId, undo: UndoId, now: int) -> Undo:
    row = connection.execute(_ROW, (prompt,)).fetchone()
    if row is None:
        raise BugError("There is no such prompt.")
    made = Undo(undo, Act.DELETE_PROMPT)
    with recording(connection, made, now) as recorder:
        recorder.remove("prompt", row)
    return made
