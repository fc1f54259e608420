"""Items as the archive keeps them, made of what a source tells: times and places come later.

    question("Why?", created_at=…)         reply("Because.", model="…")       instructions("Be brief.")
    thoughts("Hm.")                        call("c1", "search", {"q": 1})     output("c1", "Nothing.")

Each returns a `NewItem`; any of its other fields can be given by name. Texts are taken as they come and made
such that they can be stored.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from app.domain.item import MESSAGE, REASONING, ItemState, Role, question_body, reasoning_body, reply_body
from app.exchange.importers.files import FoundFile
from app.exchange.importers.values import as_text, text

CALL = "function_call"
OUTPUT = "function_call_output"


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item before it has a name and a place. Without a time of its own it has that of what it follows."""

    role: Role
    body: str = field(repr=False)
    kind: str = MESSAGE
    created_at: int | None = None
    ended_at: int | None = None
    state: ItemState = ItemState.COMPLETE
    model: str | None = None
    author: str | None = None
    is_pinned: bool = False
    files: tuple[FoundFile, ...] = ()
    raw: str | None = field(default=None, repr=False)


def question(said: str, **more: Any) -> NewItem:  # noqa: ANN401  # the fields of NewItem
    return NewItem(Role.PERSON, question_body(text(said)), **more)


def reply(said: str, **more: Any) -> NewItem:  # noqa: ANN401
    whole = more.get("state", ItemState.COMPLETE) is ItemState.COMPLETE
    return NewItem(Role.MODEL, reply_body(text(said), whole=whole), **more)


def instructions(said: str, **more: Any) -> NewItem:  # noqa: ANN401
    """Return what was said in the system's name within a conversation."""
    content = [{"type": "input_text", "text": text(said)}]
    return NewItem(Role.SYSTEM, _json({"type": MESSAGE, "role": "system", "content": content}), **more)


def thoughts(said: str, **more: Any) -> NewItem:  # noqa: ANN401
    return NewItem(Role.MODEL, reasoning_body(text(said)), REASONING, **more)


def call(call_id: str, name: str, arguments: object, **more: Any) -> NewItem:  # noqa: ANN401
    """Return a tool's call; arguments that are no text are written as JSON."""
    body = {"type": CALL, "call_id": call_id, "name": text(name), "arguments": as_text(arguments)}
    return NewItem(Role.MODEL, _json(body), CALL, **more)


def output(call_id: str, came_back: object, **more: Any) -> NewItem:  # noqa: ANN401
    """Return what came back of a call; what is no text is written as JSON."""
    body = {"type": OUTPUT, "call_id": call_id, "output": as_text(came_back)}
    return NewItem(Role.TOOL, _json(body), OUTPUT, **more)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
