"""Sotto's own JSON: what `json_out` has written."""

import re
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from app.domain.parcel import OURS, FileBytes, ParcelHead, ParcelItem, Piece, Skipped
from app.exchange.json_out import VERSION
from app.exchange.piece_values import Misshapen, Values, fit_body, head_from, item_from
from app.exchange.source import Member, Source

ORIGIN = OURS

_BEGINNING = re.compile(rb'\s*\[\s*\{\s*"sotto"\s*:\s*"json"')
_LOOKED_AT = 1_000
_UNKNOWN = "A part of the file is none that this version knows."
_NEWER = "The file was written by a newer version of Sotto, and this one cannot read it."
_NO_BYTES = "The content of an attached file was not whole."
_LARGEST_FILE = 256 << 20


def recognises(source: Source) -> bool:
    return any(_is_ours(source, member) for member in source.members)


def pieces(source: Source) -> Iterator[Piece]:
    for member in source.members:
        if _is_ours(source, member):
            yield from _Reading().pieces(source, member)


class _Reading:
    """One file, whose parts may have come in any shape."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0
        self._sha256 = ""

    def pieces(self, source: Source, member: Member) -> Iterator[Piece]:
        has_head = False
        for number, values in enumerate(source.json_items(member)):
            if number == 0:
                if not isinstance(values, dict) or values.get("version") != VERSION:
                    yield Skipped(_NEWER)
                    return
                continue
            try:
                piece = self._piece(values) if isinstance(values, dict) else Skipped(_UNKNOWN)
            except (Misshapen, RecursionError):
                piece = Skipped(_UNKNOWN)
            if piece is not None and (has_head or not isinstance(piece, ParcelItem | FileBytes)):
                yield piece
            has_head = has_head or isinstance(piece, ParcelHead)

    def _piece(self, values: dict[str, Any]) -> Piece | None:
        match values.get("piece"):
            case "conversation":
                return head_from(values)
            case "item":
                return _item(values)
            case "bytes":
                return self._file(values)
        raise Misshapen("There is no such piece.")

    def _file(self, values: Values) -> Piece | None:
        """Take in a part of a file; with the last one, it is there."""
        name, part = values.get("sha256"), values.get("base64")
        if not isinstance(name, str) or not isinstance(part, str):
            raise Misshapen("A part of a file has a name and bytes.")
        if name != self._sha256:
            self._parts, self._size, self._sha256 = [], 0, name
        try:
            self._parts.append(b64decode(part, validate=True))
        except ValueError as error:
            raise Misshapen("The bytes are not written as they should be.") from error
        self._size += len(self._parts[-1])
        if self._size > _LARGEST_FILE:
            raise Misshapen("No file is as large as that.")
        if values.get("is_last") is not True:
            return None
        content = b"".join(self._parts)
        self._parts, self._size, self._sha256 = [], 0, ""
        return FileBytes(name, content) if sha256(content).hexdigest() == name else Skipped(_NO_BYTES)


def _item(values: Values) -> ParcelItem:
    edited = values.get("edited")
    return item_from(values, fit_body(values.get("body")), None if edited is None else fit_body(edited))


def _is_ours(source: Source, member: Member) -> bool:
    beginning = source.read(member, _LOOKED_AT).removeprefix(b"\xef\xbb\xbf")
    return _BEGINNING.match(beginning) is not None
