"""Sotto's own Markdown in full detail: what `markdown_out` wrote, and perhaps somebody has changed since."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

from app.domain.parcel import OURS, FileBytes, ParcelFile, ParcelHead, ParcelItem, Piece, Skipped
from app.exchange.markdown_facts import HASH_DIGITS, facts_in
from app.exchange.moulds import USUAL, Mould, usual
from app.exchange.piece_values import Misshapen, fit_body, head_from, item_from
from app.exchange.source import Member, Source
from app.markup.embedding import Restored, restore

ORIGIN = OURS

_BEGINNING = re.compile(rb'(?:\xef\xbb\xbf)?---\r?\nsotto: "markdown 1 full"\r?\n')
_LOOKED_AT = 100
_LONGEST_LINE = 64 << 20
_LARGEST_FILE = 256 << 20
_CHANGED = "A message was changed in the file after it was written: it comes as it stands there."
_UNKNOWN = "A message came without what is needed to read it."
_NO_BYTES = "An attached file does not lie beside the Markdown."
_OURS_AGAIN = ("## ", "<details>", "</details>", '<a id="m-', "*Another ")


def recognises(source: Source) -> bool:
    return any(_is_ours(source, member) for member in source.members)


def pieces(source: Source) -> Iterator[Piece]:
    for member in source.members:
        if _is_ours(source, member):
            with source.open(member) as stream:
                yield from _Reading(source, stream).pieces()


class _Reading:
    """One file, line by line."""

    def __init__(self, source: Source, stream: BinaryIO) -> None:
        self._source = source
        self._lines = _Lines(stream)
        self._given: set[str] = set()
        self._before: str | None = None

    def pieces(self) -> Iterator[Piece]:
        has_head = False
        while (line := self._lines.next()) is not None:
            values = facts_in(line)
            if values is None:
                continue
            try:
                if not has_head:
                    yield self._head(values)
                    has_head = True
                elif "head" not in values:
                    yield from self._item(values)
            except (Misshapen, ValueError, RecursionError):
                yield Skipped(_UNKNOWN)

    def _head(self, values: dict[str, Any]) -> ParcelHead:
        return head_from(values.get("head"))

    def _item(self, values: dict[str, Any]) -> Iterator[Piece]:
        values.setdefault("behind", self._before)
        bare = item_from(values, "", None)
        text, is_changed = self._text(values, bare)
        body = fit_body(values["body"]) if "body" in values and not is_changed else _cast(values, bare, text)
        original = values.get("original")
        if original is None:
            item = item_from(values, body, None)
        else:
            item = item_from(values, fit_body(original), body)
        if is_changed:
            yield Skipped(_CHANGED)
        for file in item.files:
            yield from self._bytes_of(file)
        self._before = item.id
        yield item

    def _text(self, values: dict[str, Any], bare: ParcelItem) -> tuple[str, bool]:
        """Return the text of an item, and whether it is another than was written."""
        count = values.get("lines", 0)
        if not isinstance(count, int) or count < 0:
            raise Misshapen("A number of lines is none below zero.")
        if not count:
            return "", False
        self._lines.next()
        lines = self._lines.take(count)
        text = "\n".join(lines[1:-1] if values.get("is_fenced") is True else lines)
        whole = _restored(text, values.get("restored"))
        if whole is not None and ("body" in values or _is_known(_cast(values, bare, whole), values)):
            return whole, "body" in values and not _is_known(fit_body(values["body"]), values)
        self._lines.give_back(lines)
        return self._text_as_it_stands(), True

    def _text_as_it_stands(self) -> str:
        """Return the text up to what is ours again: the count of its lines no longer holds."""
        lines: list[str] = []
        while (line := self._lines.next()) is not None:
            if facts_in(line) is not None or line.startswith(_OURS_AGAIN):
                self._lines.give_back([line])
                break
            lines.append(line)
        return "\n".join(lines).strip("\n")

    def _bytes_of(self, file: ParcelFile) -> Iterator[Piece]:
        """Yield what is in a file, found by its hash: no path of the file is ever followed."""
        if file.sha256 in self._given:
            return
        self._given.add(file.sha256)
        if 0 <= file.size <= _LARGEST_FILE:
            for member in self._source.members:
                if member.size == file.size:
                    content = self._source.read(member, file.size + 1)
                    if sha256(content).hexdigest() == file.sha256:
                        yield FileBytes(file.sha256, content)
                        return
        yield Skipped(_NO_BYTES)


class _Lines:
    """The lines of a stream, some of which may be given back. All end as the first one does."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._waiting: list[str] = []
        self._ending = ""

    def next(self) -> str | None:
        if self._waiting:
            return self._waiting.pop()
        line = self._stream.readline(_LONGEST_LINE)
        if not line:
            return None
        text = line.removesuffix(b"\n").decode("utf-8", "replace")
        if not self._ending:
            self._ending = "\r" if text.endswith("\r") else "\n"
        return text.removesuffix("\r") if self._ending == "\r" else text

    def take(self, count: int) -> list[str]:
        """Return so many lines, or all that there are."""
        lines: list[str] = []
        while len(lines) < count and (line := self.next()) is not None:
            lines.append(line)
        return lines

    def give_back(self, lines: list[str]) -> None:
        self._waiting += reversed(lines)


def _cast(values: dict[str, Any], bare: ParcelItem, text: str) -> str:
    shape = values.get("shape")
    if shape is None:
        return usual(bare.role, bare.state, bare.kind).cast(text)
    if isinstance(shape, str) and shape in USUAL:
        return USUAL[shape].cast(text)
    match shape:
        case [str() as before, str() as after]:
            return fit_body(Mould(before, after).cast(text))
    raise Misshapen("There is no such mould.")


def _restored(text: str, told: object) -> str | None:
    if told is None:
        return text
    restored: list[Restored] = []
    for each in told if isinstance(told, list) else []:
        match each:
            case [int() as line, int() as lines, list() as before] if all(isinstance(b, str) for b in before):
                restored.append(Restored(line, lines, before))
    try:
        return restore(text, restored)
    except ValueError:
        return None


def _is_known(body: str, values: dict[str, Any]) -> bool:
    digest = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:HASH_DIGITS] == values.get("hash")


def _is_ours(source: Source, member: Member) -> bool:
    return _BEGINNING.match(source.read(member, _LOOKED_AT)) is not None
