"""An item weighed for a request: what of it would be sent, what it costs, and what belongs to it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from app.domain.attached_parts import sent_body
from app.domain.attachment import GivenFile
from app.domain.item import Item, ItemState, Role, reply_body, text_of
from app.domain.picture_tokens import picture_tokens
from app.domain.tokens import A_FRAME, Amounts, Measure, amounts_of, known, together

_CALLS = frozenset(
    {
        "function_call",
        "custom_tool_call",
        "computer_call",
        "local_shell_call",
        "shell_call",
        "apply_patch_call",
    }
)
_OUTPUT = "_output"
_DRAWN = "image_generation_call"
_SEALED_PER_TOKEN = 6  # characters of sealed reasoning
_UNFINISHED = frozenset({ItemState.STREAMING, ItemState.STOPPED, ItemState.INTERRUPTED, ItemState.FAILED})


class Part(Enum):
    """What an item is in a turn."""

    QUESTION = auto()
    MESSAGE = auto()
    REASONING = auto()
    CALL = auto()
    RESULT = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """`body` is what would be sent. `call` names the call that a call or a result belongs to.

    `text_alone` is how many characters of an unfinished message would be sent in place of its own body.
    """

    item: Item
    part: Part
    body: str = field(repr=False)
    amounts: Amounts = field(repr=False)
    call: str | None = None
    text_alone: int | None = None
    is_empty: bool = False
    is_shortened: bool = False
    has_files: bool = False

    @property
    def depth(self) -> int:
        return self.item.depth

    @property
    def is_unfinished(self) -> bool:
        return self.item.role is Role.MODEL and self.item.state in _UNFINISHED

    def cost(self, measure: Measure) -> int:
        counted = self.counted(measure)
        return measure.estimator.tokens(self.amounts) if counted is None else counted

    def counted(self, measure: Measure) -> int | None:
        """Return what it costs for certain; of a shortened one that is not known."""
        return None if self.is_shortened else measure.counted.get((self.item.id, self.item.revision))


def weigh(item: Item, files: Sequence[GivenFile] = ()) -> Candidate:
    """Look into an item once, with what is attached to it. That holds for as long as its revision does."""
    if files:
        item = item._replace(body=sent_body(item.body, files))
    part = _part(item)
    values = json.loads(item.body)
    text = text_of(item.body)
    is_alone = part is Part.MESSAGE and item.role is Role.MODEL and item.state in _UNFINISHED
    pictures, documents = _beside_text(values)
    amounts = together(amounts_of(text), A_FRAME)
    if pictures or documents or "encrypted_content" in values:
        amounts = together(amounts, known(pictures + documents + _sealed(values)))
    return Candidate(
        item,
        part,
        reply_body(text, whole=False) if is_alone else item.body,
        amounts,
        _call(values) if part in (Part.CALL, Part.RESULT) else None,
        len(text) if is_alone else None,
        item.state is ItemState.EMPTIED or _says_nothing(part, text, pictures + documents),
        has_files=bool(files),
    )


def text_alone(body: str, characters: int) -> str:
    """Return the body that stood for an unfinished message when it had so many characters."""
    return reply_body(text_of(body)[:characters], whole=False)


def _says_nothing(part: Part, text: str, beside: int) -> bool:
    return part in (Part.QUESTION, Part.MESSAGE) and not text.strip() and not beside


def _part(item: Item) -> Part:
    if item.kind == "message":
        return Part.QUESTION if item.role is Role.PERSON else Part.MESSAGE
    if item.kind == "reasoning":
        return Part.REASONING
    if item.kind in _CALLS:
        return Part.CALL
    return Part.RESULT if item.kind.removesuffix(_OUTPUT) in _CALLS else Part.OTHER


def _call(values: Mapping[str, Any]) -> str:
    """The name that a call and its result share; some tools of the service's own have only an id."""
    return str(values.get("call_id") or values.get("id") or "")


def _beside_text(values: Mapping[str, Any]) -> tuple[int, int]:
    """What pictures and files in an item cost."""
    pictures = picture_tokens({}) if values.get("type") == _DRAWN else 0
    files = 0
    for name in ("content", "output"):
        parts = values.get(name)
        for part in parts if isinstance(parts, list) else ():
            kind = part.get("type") if isinstance(part, dict) else None
            if kind in ("input_image", "computer_screenshot"):
                pictures += picture_tokens(part)
            elif kind == "input_file":
                files += len(str(part.get("file_data") or "")) // _SEALED_PER_TOKEN
    return pictures, files


def _sealed(values: Mapping[str, Any]) -> int:
    return len(str(values.get("encrypted_content") or "")) // _SEALED_PER_TOKEN
