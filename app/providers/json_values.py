"""Values that others wrote: whatever is not what it should be is taken for nothing, never for a crash."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from app.domain.text_pieces import whole_characters

_MOST = 1 << 53


def mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else MappingProxyType({})


def sequence(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def text(value: object) -> str:
    return value if isinstance(value, str) else ""


def count(value: object) -> int:
    """Return a number of things; what could be no such number is 0."""
    return value if type(value) is int and 0 <= value < _MOST else 0


def item_body(item: Mapping[str, Any]) -> str:
    """Return an item as it is kept, with every value as it came. Raises ValueError for what is no JSON."""
    return whole_characters(json.dumps(item, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
