"""JSON out: everything there is of any number of conversations, as one text that can be read as a stream.

How it is made up is told in `resources/export-json.md`, and that is a promise: whoever changes it raises the
version.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from app.domain.parcel import FileBytes, ParcelHead, ParcelItem, Piece, Skipped
from app.exchange.piece_values import head_values, item_values

FORMAT, VERSION = "json", 1
_BYTES_A_PART = 3 << 18
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_text(pieces: Iterable[Piece], exporter: str) -> Iterator[str]:
    """Yield the array, a value on each line: what it is, then the pieces in their order."""
    yield f"[{_line({'sotto': FORMAT, 'version': VERSION, 'exporter': exporter})}"
    for piece in pieces:
        for values in _values(piece):
            yield f",{_line(values)}"
    yield "\n]\n"


def _line(values: dict[str, Any]) -> str:
    text = _to_json(values)
    return f"\n{text if text.isascii() else text.encode('utf-8', 'replace').decode()}"


def _values(piece: Piece) -> Iterator[dict[str, Any]]:
    match piece:
        case ParcelHead():
            yield {"piece": "conversation", **head_values(piece)}
        case ParcelItem():
            edited = {} if piece.edited is None else {"edited": piece.edited}
            yield {"piece": "item", **item_values(piece), "body": piece.body, **edited}
        case FileBytes():
            yield from _parts(piece)
        case Skipped():
            pass
        case _:
            assert_never(piece)


def _parts(file: FileBytes) -> Iterator[dict[str, Any]]:
    """A file in parts, so that nobody has to hold it twice."""
    for start in range(0, len(file.content) or 1, _BYTES_A_PART):
        part = b64encode(file.content[start : start + _BYTES_A_PART]).decode()
        is_last = start + _BYTES_A_PART >= len(file.content)
        yield {"piece": "bytes", "sha256": file.sha256, "base64": part, "is_last": is_last}
