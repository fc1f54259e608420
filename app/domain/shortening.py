"""Long results of tools, shortened: their beginning and their end, and a word on what is missing between."""

import json
from typing import Any

_FRONT_SHARE = 2 / 3


def result_of(body: str, text: str) -> str:
    """Return the body with one text as all of its output."""
    return json.dumps(json.loads(body) | {"output": text}, ensure_ascii=False, separators=(",", ":"))


def shortened(body: str, kept: int) -> str:
    """Return the body with at most `kept` characters of each text in its output."""
    values = json.loads(body)
    output = values.get("output")
    if isinstance(output, str):
        values["output"] = shortened_text(output, kept)
    elif isinstance(output, list):
        values["output"] = [_short_part(part, kept) for part in output]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _short_part(part: Any, kept: int) -> Any:  # noqa: ANN401  # as the service wrote it
    if isinstance(part, dict) and isinstance(part.get("text"), str):
        return part | {"text": shortened_text(part["text"], kept)}
    return part


def shortened_text(text: str, kept: int) -> str:
    """Return its beginning and its end, and a word on what is missing between."""
    if len(text) <= kept:
        return text
    front = int(kept * _FRONT_SHARE)
    back = kept - front
    end = text[len(text) - back :]
    return f"{text[:front]}\n[… {len(text) - kept} characters left out …]\n{end}"
