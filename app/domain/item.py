"""Items: what has a place in a history. An item's body is one Responses-API item, kept to the letter."""

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.errors import Fault
from app.domain.ids import ItemId

MESSAGE = "message"


class Role(StrEnum):
    PERSON = "user"
    MODEL = "assistant"
    SYSTEM = "system"
    DEVELOPER = "developer"
    TOOL = "tool"


class ItemState(StrEnum):
    COMPLETE = "complete"
    STREAMING = "streaming"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    EMPTIED = "emptied"  # hidden wherever it is reached, so its content was purged; the place stays


@dataclass(frozen=True, slots=True)
class Item:
    """One item at its place on disk. The body stays out of the repr, so that no log can hold it.

    `kind` is the type of the Responses-API item: a message, some reasoning, a function call, its output.
    The last three tell how one conversation shows it: `revision` 0 is the original, 1 the first edit.
    """

    id: ItemId
    run: int
    depth: int
    role: Role
    state: ItemState
    body: str = field(repr=False)
    created_at: int
    ended_at: int | None = None
    model: str | None = None
    fault: Fault | None = None
    kind: str = MESSAGE
    author: str | None = None
    revision: int = 0
    is_pinned: bool = False
    is_excluded: bool = False

    @property
    def text(self) -> str:
        return text_of(self.body)


def question_body(text: str) -> str:
    """Return the body of a person's message."""
    return _json({"type": "message", "role": "user", "content": [{"type": "input_text", "text": text}]})


def reply_body(text: str, *, whole: bool) -> str:
    """Return the body of a model's message as far as it is known."""
    return _json(
        {
            "type": "message",
            "role": "assistant",
            "status": "completed" if whole else "incomplete",
            "content": [{"type": "output_text", "text": text, "annotations": []}],
        }
    )


def text_of(body: str) -> str:
    """Return the text that a person would read in an item's body."""
    content = json.loads(body).get("content", ())
    if isinstance(content, str):
        return content
    return "\n\n".join(part["text"] for part in content if isinstance(part.get("text"), str))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
