"""The pieces of conversations as they go through the pipe from a process that nobody trusts.

What comes out of it is of the right types and within bounds, or it is Garbled. Text that is merely long is
cut, and half a character is replaced: there is no piece that the archive could not keep.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from hashlib import sha256
from typing import Any, TypeVar

from app.domain.compaction import CompactionRule
from app.domain.context_policy import ContextPolicy
from app.domain.conversation import TitleSource
from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import Fault
from app.domain.item import ItemState, Role, kind_of
from app.domain.json_text import json_text
from app.domain.parameters import Parameters
from app.domain.parcel import (
    FileBytes,
    ParcelBranch,
    ParcelFile,
    ParcelHead,
    ParcelItem,
    Piece,
    Skipped,
)
from app.domain.text_pieces import storable
from app.exchange.frames import Frame, Garbled

HEAD, ITEM, BYTES, SKIPPED = b"h", b"i", b"b", b"k"
LARGEST_PIECE = 64 << 20
LARGEST_FILE = 50_000_000

_HASH_BYTES = 32
_SHORT, _LONG, _LONGEST_TEXT, _LONGEST_RAW = 200, 1_000, 4_000_000, 1 << 20
_MOST_BRANCHES, _MOST_FILES, _MOST_TAGS = 100_000, 1_000, 100
_LAST_MOMENT = 253_402_300_799_999_999  # the end of the year 9999
_EMPTY_BODY = "{}"

E = TypeVar("E", bound=StrEnum)


def frame_of(piece: Piece) -> Frame:
    """Return the piece as it goes into the pipe."""
    match piece:
        case FileBytes(sha256=name, content=content):
            return Frame(BYTES, bytes.fromhex(name) + content)
        case ParcelHead():
            kind = HEAD
        case ParcelItem():
            kind = ITEM
        case Skipped():
            kind = SKIPPED
    text = json.dumps(_values(piece), ensure_ascii=False, default=_values, separators=(",", ":"))
    return Frame(kind, text.encode("utf-8", "surrogatepass"))


def piece_in(frame: Frame) -> Piece:
    """Return the piece that a frame holds. Raises Garbled."""
    if frame.kind == BYTES:
        return _file_bytes(frame.content)
    try:
        values = _Values(json.loads(frame.content.decode("utf-8", "replace")))
        match frame.kind:
            case b"h":
                return _head(values)
            case b"i":
                return _item(values)
            case b"k":
                return Skipped(values.text("why", _LONG), values.number("count"))
    except (ValueError, RecursionError) as error:
        raise Garbled from error
    raise Garbled


class _Values:
    """A JSON object whose members are asked for by the type that they must have."""

    def __init__(self, values: object) -> None:
        if not isinstance(values, dict):
            raise Garbled
        self._values: Mapping[str, Any] = values

    def text(self, name: str, most: int) -> str:
        value = self._values.get(name)
        if not isinstance(value, str):
            raise Garbled
        return storable(value[:most])

    def name(self, name: str) -> str:
        """Return what something is called: never empty, and never cut, since others refer to it."""
        value = self.text(name, LARGEST_PIECE)
        if not 0 < len(value) <= _LONG:
            raise Garbled
        return value

    def optional(self, name: str, most: int) -> str | None:
        return None if self._values.get(name) is None else self.text(name, most)

    def optional_name(self, name: str) -> str | None:
        return None if self._values.get(name) is None else self.name(name)

    def one_line(self, name: str, most: int = _SHORT) -> str | None:
        """Return a text that a person gave something as a name, or None where nothing is left of it."""
        value = self.optional(name, most)
        return None if value is None else " ".join(value.split()) or None

    def number(self, name: str) -> int:
        value = self._values.get(name)
        if type(value) is not int:
            raise Garbled
        return max(0, min(value, _LAST_MOMENT))

    def optional_number(self, name: str) -> int | None:
        return None if self._values.get(name) is None else self.number(name)

    def flag(self, name: str) -> bool:
        value = self._values.get(name)
        if not isinstance(value, bool):
            raise Garbled
        return value

    def one_of(self, name: str, kinds: type[E]) -> E:
        return kinds(self.text(name, _SHORT))

    def fault(self, name: str) -> Fault | None:
        value = self._values.get(name)
        if value is None:
            return None
        told = _Values(value)
        return Fault(told.name("kind"), told.text("summary", _LONG))

    def list(self, name: str, most: int) -> list[Any]:
        value = self._values.get(name)
        if not isinstance(value, list) or len(value) > most:
            raise Garbled
        return value

    def json(self, name: str, most: int) -> str:
        """Return text that is the JSON of an object, whatever else that holds."""
        value = self._values.get(name)
        if not isinstance(value, str) or len(value) > most:
            raise Garbled
        if not isinstance(json.loads(value, parse_constant=_refused), dict):
            raise Garbled
        return storable(value)


def _head(values: _Values) -> ParcelHead:
    shown = values.name("shown")
    branches = [_branch(_Values(each)) for each in values.list("branches", _MOST_BRANCHES)]
    ids = {branch.id for branch in branches}
    if len(ids) < len(branches) or shown not in ids:
        raise Garbled
    tags = (_tag(each) for each in values.list("tags", _MOST_TAGS))
    return ParcelHead(
        values.name("origin"),
        values.name("id"),
        values.text("title", _LONG),
        values.one_of("title_source", TitleSource),
        values.number("created_at"),
        values.number("changed_at"),
        tuple(_with_one_main(branches, shown)),
        shown,
        values.one_line("folder"),
        tuple(dict.fromkeys(tag for tag in tags if tag)),
        values.flag("is_pinned"),
        values.flag("is_archived"),
        _settings(values.json("settings", _LONGEST_TEXT)),
    )


def _branch(values: _Values) -> ParcelBranch:
    return ParcelBranch(
        values.name("id"),
        values.optional_name("tip"),
        values.number("created_at"),
        values.one_line("name"),
        values.flag("is_main"),
    )


def _with_one_main(branches: list[ParcelBranch], shown: str) -> Iterator[ParcelBranch]:
    """Let one branch be the main line, and each name be that of one branch."""
    main = next((branch.id for branch in branches if branch.is_main), shown)
    names: set[str | None] = set()
    for each in branches:
        name = None if each.name in names else each.name
        names.add(name)
        yield ParcelBranch(each.id, each.tip, each.created_at, name, is_main=each.id == main)


def _item(values: _Values) -> ParcelItem:
    state, kind, edited = values.one_of("state", ItemState), values.name("kind"), None
    body = values.json("body", LARGEST_PIECE)
    if state is ItemState.EMPTIED:
        body = _EMPTY_BODY
    elif state is ItemState.STREAMING or kind_of(body) != kind:
        raise Garbled
    elif values.optional("edited", 1) is not None:
        edited = values.json("edited", LARGEST_PIECE)
    raw = values.optional("raw", LARGEST_PIECE)
    return ParcelItem(
        values.name("id"),
        values.optional_name("behind"),
        values.one_of("role", Role),
        body,
        values.number("created_at"),
        values.optional_number("ended_at"),
        state,
        values.optional("model", _SHORT),
        kind,
        values.optional("author", _SHORT),
        values.fault("fault"),
        edited,
        values.flag("is_pinned"),
        values.flag("is_excluded"),
        tuple(_file(_Values(each)) for each in values.list("files", _MOST_FILES)),
        None if raw is None or len(raw) > _LONGEST_RAW else raw,
    )


def _file(values: _Values) -> ParcelFile:
    name = values.text("sha256", _SHORT)
    if len(bytes.fromhex(name)) != _HASH_BYTES:
        raise Garbled
    return ParcelFile(
        values.text("name", _LONG),
        values.text("media_type", _SHORT),
        name.lower(),
        values.number("size"),
        values.optional("text", _LONGEST_TEXT),
    )


def _file_bytes(content: bytes) -> FileBytes:
    name, rest = content[:_HASH_BYTES], content[_HASH_BYTES:]
    if sha256(rest).digest() != name or len(rest) > LARGEST_FILE:
        raise Garbled
    return FileBytes(name.hex(), rest)


def _settings(text: str) -> str:
    """Return what of the settings this program knows, or none of them if one is not of its type."""
    try:
        settings = ConversationSettings.from_mapping(json.loads(text))
        return json_text(settings.to_mapping()) if _is_sound(settings) else _EMPTY_BODY
    except (TypeError, AttributeError, ValueError):
        return _EMPTY_BODY


def _is_sound(settings: ConversationSettings) -> bool:
    parameters = settings.parameters or Parameters()
    texts = (
        settings.model,
        settings.assistant,
        settings.instructions,
        parameters.effort,
        parameters.verbosity,
    )
    numbers = (parameters.temperature, parameters.top_p, parameters.max_output_tokens, parameters.seed)
    return (
        all(isinstance(each, str | None) for each in texts)
        and all(isinstance(each, int | float | None) for each in numbers)
        and all(isinstance(each, str) for each in (*parameters.stop, *settings.earlier))
        and _is_like(settings.policy, ContextPolicy())
        and _is_like(settings.compaction, CompactionRule())
    )


def _is_like(rule: object, usual: ContextPolicy | CompactionRule) -> bool:
    """Whether each value of a rule is of the type that it usually is of. What is not set may be a number."""
    return rule is None or all(
        isinstance(getattr(rule, each.name), _type_of(getattr(usual, each.name))) for each in fields(usual)
    )


def _type_of(usual: object) -> Any:  # noqa: ANN401  # a type, or several
    return int | None if usual is None else type(usual)


def _tag(value: object) -> str:
    if not isinstance(value, str):
        raise Garbled
    return " ".join(storable(value[:_SHORT]).split())


def _values(part: Any) -> dict[str, Any]:  # noqa: ANN401  # any dataclass of a parcel
    return {each.name: getattr(part, each.name) for each in fields(part)}


def _refused(_: str) -> None:
    raise Garbled
