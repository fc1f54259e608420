"""What a model did on its way to an answer, told for a reader: its thoughts, its calls, what came back."""

import json
from dataclasses import dataclass, field

from app.domain.item import REASONING, text_of
from app.domain.parcel import ParcelItem

_CALL, _OUTPUT = "function_call", "function_call_output"


@dataclass(frozen=True, slots=True)
class Step:
    """`language` is that of code; without one the text is Markdown."""

    name: str
    text: str = field(repr=False)
    language: str | None = None


def step_of(item: ParcelItem) -> Step:
    """Return what an item that is no message says."""
    body = item.edited or item.body
    if item.kind == REASONING:
        return Step("Thoughts", text_of(body))
    if item.kind == _CALL:
        called = json.loads(body)
        return Step(
            f"Call of {called.get('name') or 'a tool'}", _laid_out(str(called.get("arguments", ""))), "json"
        )
    if item.kind == _OUTPUT:
        return Step("What it gave", _laid_out(text_of(body)), "json")
    return Step(item.kind.replace("_", " ").capitalize(), text_of(body), "")


def _laid_out(text: str) -> str:
    """Return JSON as it is read best, and anything else as it is."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return json.dumps(value, ensure_ascii=False, indent=2) if isinstance(value, dict | list) else text
