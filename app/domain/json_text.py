"""Values whose shape others decide, such as a model's parameters: kept as JSON, read as they were."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from app.domain.text_pieces import whole_characters


def json_text(values: Mapping[str, Any]) -> str:
    """Return `values` as text in their own order. What JSON does not know, such as NaN, is refused."""
    text = json.dumps(dict(values), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return whole_characters(text)


def values_from(text: str) -> Mapping[str, Any]:
    return MappingProxyType(json.loads(text))
