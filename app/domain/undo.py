"""A destructive act that can still be taken back."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import UndoId


class Act(StrEnum):
    """What was done. The window words it: "Undo delete message"."""

    HIDE = "hide"
    EDIT = "edit"
    STEP_BACK = "step back"
    DELETE_BRANCH = "delete branch"
    PRUNE = "prune"
    DETACH = "detach"
    MOVE = "move"
    PIN = "pin"
    ARCHIVE = "archive"
    RENAME_FOLDER = "rename folder"
    DELETE_FOLDER = "delete folder"
    RENAME_TAG = "rename tag"
    DELETE_TAG = "delete tag"
    KEEP_PROMPT = "keep prompt"
    DELETE_PROMPT = "delete prompt"
    KEEP_ASSISTANT = "keep assistant"
    DELETE_ASSISTANT = "delete assistant"
    EDIT_NOTE = "edit note"
    DELETE_NOTE = "delete note"
    EDIT_SUMMARY = "edit summary"
    DELETE_SUMMARY = "delete summary"


# What only the list shows, and what was done to each conversation there stands by itself.
OF_THE_LIST = frozenset(
    {Act.MOVE, Act.PIN, Act.ARCHIVE, Act.RENAME_FOLDER, Act.DELETE_FOLDER, Act.RENAME_TAG, Act.DELETE_TAG}
)


@dataclass(frozen=True, slots=True)
class Undo:
    """Whoever holds this may have the act played back, for as long as the archive keeps it."""

    id: UndoId
    act: Act
