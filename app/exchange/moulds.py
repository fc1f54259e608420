"""The text of an item apart from the rest of its body: a mould into which that text, and no other, fits.

What a person reads is written out; what is around it in the body is the same for nearly all items, and is
kept beside the text where it is not.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from app.domain.item import REASONING, ItemState, Role, question_body, reasoning_body, reply_body, text_of

_HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"


_STRING = json.JSONDecoder().raw_decode


class Mould(NamedTuple):
    """A body is what stands before the text, the text as JSON, and what stands after it."""

    before: str
    after: str

    def cast(self, text: str) -> str:
        return f"{self.before}{json.dumps(text, ensure_ascii=False)}{self.after}"


def _mould(body: str) -> Mould:
    before, _, after = body.partition(f'"{_HOLE}"')
    return Mould(before, after)


USUAL: Mapping[str, Mould] = MappingProxyType(
    {
        "question": _mould(question_body(_HOLE)),
        "reply": _mould(reply_body(_HOLE, whole=True)),
        "partial": _mould(reply_body(_HOLE, whole=False)),
        "reasoning": _mould(reasoning_body(_HOLE)),
    }
)
"""The moulds that Sotto itself uses."""


def usual(role: Role, state: ItemState, kind: str) -> Mould:
    """Return the mould that Sotto itself uses for such an item."""
    if kind == REASONING:
        return USUAL["reasoning"]
    if role is Role.MODEL:
        return USUAL["reply" if state is ItemState.COMPLETE else "partial"]
    return USUAL["question"]


def text_in(body: str, mould: Mould) -> str | None:
    """Return the text of a body that has come out of this mould, or None. It is many times as fast."""
    before, after = mould
    if not body.startswith(before):
        return None
    try:
        text, end = _STRING(body, len(before))
    except ValueError:
        return None
    return text if isinstance(text, str) and body[end:] == after else None


def told(body: str) -> str:
    """Return what a person would read: of a call, what it was asked with."""
    values: Any = json.loads(body)
    asked = values.get("arguments", values.get("input"))
    return asked if isinstance(asked, str) else text_of(body)


def mould_of(body: str, text: str) -> Mould | None:
    """Return the mould that the body came out of with this text, or None where there is none."""
    before, found, after = body.partition(json.dumps(text, ensure_ascii=False))
    return Mould(before, after) if found else None
