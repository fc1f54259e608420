"""Pieces of a conversation as plain values, such as JSON holds, and back. What is as usual is left out."""

import json
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar

from app.domain.conversation import TitleSource
from app.domain.errors import Fault
from app.domain.item import MESSAGE, ItemState, Role
from app.domain.parcel import ParcelBranch, ParcelFile, ParcelHead, ParcelItem
from app.domain.text_pieces import storable, whole_characters

Values = Mapping[str, Any]
E = TypeVar("E", bound=Enum)
T = TypeVar("T")

_LARGEST = (1 << 63) - 1


class Misshapen(ValueError):
    """The values are not those of a piece."""


def head_values(head: ParcelHead) -> dict[str, Any]:
    values: dict[str, Any] = {
        "origin": head.origin,
        "id": head.id,
        "title": head.title,
        "title_source": head.title_source.value,
        "created_at": head.created_at,
        "changed_at": head.changed_at,
        "branches": [_branch_values(branch) for branch in head.branches],
        "shown": head.shown,
    }
    others = {
        "folder": head.folder,
        "tags": list(head.tags),
        "is_pinned": head.is_pinned,
        "is_archived": head.is_archived,
        "settings": head.settings if head.settings != "{}" else None,
        "models": list(head.models),
        "assistants": list(head.assistants),
        "instructions": head.instructions,
    }
    return values | _unusual(others)


def head_from(values: object) -> ParcelHead:
    """Return the head that `head_values` told of. Raises Misshapen."""
    told = _mapping(values)
    return ParcelHead(
        origin=_text(told, "origin"),
        id=_text(told, "id"),
        title=_text(told, "title"),
        title_source=_choice(TitleSource, told.get("title_source")),
        created_at=_whole(told, "created_at"),
        changed_at=_whole(told, "changed_at"),
        branches=tuple(_branch_from(each) for each in _list(told.get("branches"))),
        shown=_text(told, "shown"),
        folder=_text_or_none(told, "folder"),
        tags=_texts(told, "tags"),
        is_pinned=_flag(told, "is_pinned"),
        is_archived=_flag(told, "is_archived"),
        settings=_text(told, "settings") if "settings" in told else "{}",
        models=_texts(told, "models"),
        assistants=_texts(told, "assistants"),
        instructions=_text_or_none(told, "instructions"),
    )


def item_values(item: ParcelItem) -> dict[str, Any]:
    """Return what an item is, without its body and what is shown in its place."""
    values: dict[str, Any] = {
        "id": item.id,
        "behind": item.behind,
        "role": item.role.value,
        "created_at": item.created_at,
    }
    if item.ended_at is not None:
        values["ended_at"] = item.ended_at
    if item.model is not None:
        values["model"] = item.model
    if item.author is not None:
        values["author"] = item.author
    if item.kind != MESSAGE:
        values["kind"] = item.kind
    if item.state is not ItemState.COMPLETE:
        values["state"] = item.state.value
    if item.fault is not None:
        values["fault"] = [item.fault.kind, item.fault.summary]
    if item.is_pinned:
        values["is_pinned"] = True
    if item.is_excluded:
        values["is_excluded"] = True
    if item.files:
        values["files"] = [_file_values(file) for file in item.files]
    if item.raw is not None:
        values["raw"] = item.raw
    return values


def item_from(values: Values, body: str, edited: str | None) -> ParcelItem:
    """Return the item that `item_values` told of. Raises Misshapen."""
    fault = _texts(values, "fault")
    if len(fault) not in (0, 2):
        raise Misshapen("A fault has two parts.")
    return ParcelItem(
        id=_text(values, "id"),
        behind=_text_or_none(values, "behind"),
        role=_choice(Role, values.get("role")),
        body=body,
        created_at=_whole(values, "created_at"),
        ended_at=_whole(values, "ended_at") if "ended_at" in values else None,
        state=_choice(ItemState, values.get("state", ItemState.COMPLETE)),
        model=_text_or_none(values, "model"),
        kind=_text(values, "kind") if "kind" in values else MESSAGE,
        author=_text_or_none(values, "author"),
        fault=Fault(*fault) if fault else None,
        edited=edited,
        is_pinned=_flag(values, "is_pinned"),
        is_excluded=_flag(values, "is_excluded"),
        files=tuple(_file_from(each) for each in _list(values.get("files"))),
        raw=_text_or_none(values, "raw"),
    )


def fit_body(value: object) -> str:
    """Return a body as the archive can keep it: an object of JSON, to the letter. Raises Misshapen."""
    body = _of(str, value)
    try:
        is_object = isinstance(json.loads(body), dict)
    except (ValueError, RecursionError) as error:
        raise Misshapen("A body is written in JSON.") from error
    if not is_object:
        raise Misshapen("A body is an object.")
    return body if body.isascii() else whole_characters(body)


def _branch_values(branch: ParcelBranch) -> dict[str, Any]:
    values: dict[str, Any] = {"id": branch.id, "tip": branch.tip, "created_at": branch.created_at}
    return values | _unusual({"name": branch.name, "is_main": branch.is_main})


def _branch_from(values: object) -> ParcelBranch:
    told = _mapping(values)
    return ParcelBranch(
        _text(told, "id"),
        _text_or_none(told, "tip"),
        _whole(told, "created_at"),
        _text_or_none(told, "name"),
        _flag(told, "is_main"),
    )


def _file_values(file: ParcelFile) -> dict[str, Any]:
    values: dict[str, Any] = {
        "name": file.name,
        "media_type": file.media_type,
        "sha256": file.sha256,
        "size": file.size,
    }
    return values | ({} if file.text is None else {"text": file.text})


def _file_from(values: object) -> ParcelFile:
    told = _mapping(values)
    return ParcelFile(
        _text(told, "name"),
        _text(told, "media_type"),
        _text(told, "sha256"),
        _whole(told, "size"),
        _text_or_none(told, "text"),
    )


def _unusual(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, False, [])}


def _mapping(value: object) -> Values:
    return _of(dict, value)


def _list(value: object) -> Sequence[object]:
    return [] if value is None else _of(list, value)


def _text(values: Values, name: str) -> str:
    return _fit(_of(str, values.get(name)))


def _text_or_none(values: Values, name: str) -> str | None:
    return None if values.get(name) is None else _text(values, name)


def _texts(values: Values, name: str) -> tuple[str, ...]:
    return tuple(_fit(_of(str, each)) for each in _list(values.get(name)))


def _fit(text: str) -> str:
    """Return a text as the archive can keep it: nearly all are fit already."""
    return text if text.isascii() and "\0" not in text else storable(text)


def _flag(values: Values, name: str) -> bool:
    return _of(bool, values.get(name, False))


def _whole(values: Values, name: str) -> int:
    value = values.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
        raise Misshapen(f"There is no whole number for {name}.")
    return value


def _choice(kind: type[E], value: object) -> E:
    try:
        return kind(value)
    except ValueError as error:
        raise Misshapen("A word is none of those that are known.") from error


def _of(kind: type[T], value: object) -> T:
    if not isinstance(value, kind):
        raise Misshapen("A value is of another kind than it should be.")
    return value
