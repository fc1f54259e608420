"""An item as it is sent: with what is attached to it, as parts of its content.

The same item with the same files gives the same body, byte for byte, for ever: a ledger can be checked
against it, and a service that has seen the beginning of a request knows it again.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.attachment import GivenFile

_BACKTICKS = re.compile("`+")
_SHORTEST_FENCE = 3
_UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_UNREADABLE = "(Its content cannot be given.)"


def sent_body(body: str, files: Sequence[GivenFile]) -> str:
    """Return the body of a message with its files in front: what is asked about comes before the question.

    Without files it is the very body. An item that is no message has no parts, and stays as it is as well.
    """
    item = json.loads(body)
    if not files or "content" not in item:
        return body
    parts = [part for file in files for part in _parts(file)]
    content = item["content"]
    item["content"] = parts + (content if isinstance(content, list) else [_text(str(content))])
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def given_text(file: GivenFile) -> str:
    """Return all the words that a model is given of a file: its name and, fenced off, its text."""
    if file.picture is not None:
        return _title(file)
    return f"{_title(file)}\n{_fenced(file.text) if file.text is not None else _UNREADABLE}"


def _parts(file: GivenFile) -> Iterator[dict[str, Any]]:
    yield _text(given_text(file))
    if file.picture is not None:
        url = f"data:{file.media_type};base64,{b64encode(file.picture).decode()}"
        yield {"type": "input_image", "detail": "auto", "image_url": url}


def _text(text: str) -> dict[str, Any]:
    return {"type": "input_text", "text": text}


def _title(file: GivenFile) -> str:
    """Name the file in one line, whatever its name holds."""
    return f"File: {_UNPRINTABLE.sub(' ', file.name).strip()}"


def _fenced(text: str) -> str:
    """Put the text between fences that nothing in it can be taken for."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(_SHORTEST_FENCE, longest + 1)
    return f"{fence}\n{text}\n{fence}"
