"""Items: what has a place in a history. An item's body is one Responses-API item, kept to the letter."""

import json
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from app.domain.errors import Fault
from app.domain.ids import ItemId
from app.domain.text_pieces import whole_characters

MESSAGE = "message"
REASONING = "reasoning"


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


class Item(NamedTuple):
    """One item at its place on disk. The body stays out of the repr, so that no log can hold it.

    `kind` is the type of the Responses-API item: a message, some reasoning, a function call, its output.
    The last three tell how one conversation shows it: `revision` 0 is the original, 1 the first edit.
    A page makes many of these at once, and a tuple is made five times as fast as a frozen dataclass.
    """

    id: ItemId
    run: int
    depth: int
    role: Role
    state: ItemState
    body: str
    created_at: int
    ended_at: int | None = None
    model: str | None = None
    fault: Fault | None = None
    kind: str = MESSAGE
    author: str | None = None
    revision: int = 0
    is_pinned: bool = False
    is_excluded: bool = False

    def __repr__(self) -> str:
        return f"Item(id={self.id!r}, run={self.run}, depth={self.depth}, state={self.state!r})"

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


def reasoning_body(text: str) -> str:
    """Return the body of what a model let be read of its thinking."""
    return _json({"type": REASONING, "summary": [], "content": [{"type": "reasoning_text", "text": text}]})


def kind_of(body: str) -> str:
    """Return the type of a Responses-API item; a message may do without naming its own."""
    return str(json.loads(body).get("type", MESSAGE))


def text_of(body: str) -> str:
    """Return the text that a person would read in an item's body, whatever its kind."""
    item = json.loads(body)
    parts = (_texts(item.get(name)) for name in ("summary", "content", "output"))
    return whole_characters("\n\n".join((*_call(item), *chain.from_iterable(parts))))


def _call(item: dict[str, Any]) -> Iterator[str]:
    """What a tool was asked: its name with its arguments, code, or what to look for."""
    asked = item.get("arguments", item.get("input"))
    if isinstance(asked, str):
        yield f"{item.get('name', '')}({asked})"
    action = item.get("action")
    query = action.get("query") if isinstance(action, dict) else None
    queries = item.get("queries")
    for text in (item.get("code"), query, *(queries if isinstance(queries, list) else ())):
        if isinstance(text, str):
            yield text


def _texts(parts: Any) -> Iterator[str]:  # noqa: ANN401  # as the service wrote it
    """The texts of an item's parts; some services write a plain string in their place."""
    if isinstance(parts, str):
        yield parts
    elif isinstance(parts, list):
        for part in parts:
            text = part.get("text", part.get("refusal")) if isinstance(part, dict) else part
            if isinstance(text, str):
                yield text


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
