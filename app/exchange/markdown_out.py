"""Markdown out: a file that reads well anywhere and, in full detail, can be read back to the letter.

How it is read back is told in `markdown_facts`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

from app.domain.attachment import PICTURE_TYPE
from app.domain.export_choice import Detail
from app.domain.item import MESSAGE, REASONING, ItemState, Role
from app.domain.parcel import ParcelFile, ParcelHead, ParcelItem
from app.domain.text_pieces import whole_characters
from app.exchange.look import Look, seconds_of
from app.exchange.markdown_facts import body_facts, facts_line, head_facts
from app.exchange.markdown_words import fence_for, plain, quoted, summary
from app.exchange.moulds import text_in, told, usual
from app.exchange.piece_values import item_values
from app.markup.embedding import Embedding, Restored

_MOST_NAMES = 100
_BELOW_MESSAGES = 3  # the level of the highest heading inside a message: its own is of the second
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_COMMANDS = bytes({*range(9), *range(11, 32), 127})
_SLOT = 15 * 60 * 1_000_000  # in microseconds: within it, no clock is put forward or back
_MINUTE = 60 * 1_000_000
_ANCHOR = re.compile(r"[A-Za-z0-9_-]{1,80}")
_AUTHORS = MappingProxyType(
    {
        Role.PERSON: "You",
        Role.MODEL: "Model",
        Role.SYSTEM: "Instructions",
        Role.DEVELOPER: "Instructions",
        Role.TOOL: "Tool",
    }
)
_STATES = MappingProxyType(
    {
        ItemState.STREAMING: "Still being written.",
        ItemState.STOPPED: "Stopped.",
        ItemState.INTERRUPTED: "Interrupted.",
        ItemState.FAILED: "Failed.",
        ItemState.EMPTIED: "Deleted.",
    }
)
_JSON_KINDS = ("function_call", "custom_tool_call", "mcp_call")


class _Shown(NamedTuple):
    """The lines of a text as they stand in the file, and whether between fences of ours."""

    text: str
    restored: Sequence[Restored] = ()
    is_fenced: bool = False
    is_altered: bool = False


def markdown(head: ParcelHead, items: Iterable[ParcelItem], look: Look) -> Iterator[str]:
    """Yield the conversation as Markdown, in chunks of text."""
    yield _front_matter(head, look)
    if look.detail is Detail.FULL:
        yield f"\n{head_facts(head)}\n"
    yield f"\n# {plain(head.title) or 'Conversation'}\n"
    yield _branches(head)
    page = _Page(look, has_branches=len(head.branches) > 1)
    for item in items:
        yield page.item(item)


class _Page:
    """Writes item by item, knowing only what came right before."""

    def __init__(self, look: Look, *, has_branches: bool) -> None:
        self._look = look
        self._is_full = look.detail is Detail.FULL
        self._has_branches = has_branches
        self._embedding = Embedding(_BELOW_MESSAGES)
        self._number = 0
        self._last: str | None = None
        self._open: tuple[str, str | None] | None = None  # whose steps wait for the message they led to
        self._names: dict[tuple[str | None, str | None, Role], str] = {}
        self._slot: int | None = None
        self._hour, self._first_minute = "", 0

    def item(self, item: ParcelItem) -> str:
        self._number += 1
        lead = self._fork(item) if item.behind != self._last else ""
        before, self._last = self._last, item.id
        if item.kind != MESSAGE and self._look.detail is Detail.TEXT:
            return f"{lead}\n{_anchor(item.id)}\n" if self._has_branches else lead
        text = _text_of(item)
        shown = self._prose(text) if item.kind in (MESSAGE, REASONING) else _fenced(text, item.kind)
        facts = f"\n{self._facts(item, before, text, shown)}\n" if self._is_full else ""
        content = f"{facts}\n{shown.text}\n" if shown.text else facts
        if item.kind != MESSAGE:
            content = f"\n<details>\n<summary>{summary(_name_of(item))}</summary>\n{content}\n</details>\n"
        files = self._files(item.files) if item.files else ""
        said = "" if item.state is ItemState.COMPLETE else _circumstances(item)
        return f"{lead}{self._heading(item)}{said}{files}{content}"

    def _fork(self, item: ParcelItem) -> str:
        """Say where another stretch begins, and let go of what was open."""
        self._open = None
        if item.behind is None:
            return "\n---\n\n*Another beginning:*\n" if self._last else ""
        return f"\n---\n\n*Another way on from [this message](#{_name_of_anchor(item.behind)}):*\n"

    def _heading(self, item: ParcelItem) -> str:
        """One for every message, also where steps that led to it come first."""
        own = (item.author or item.model or item.role, item.model)
        is_step = item.kind != MESSAGE
        if self._open is not None and (item.role is Role.TOOL or self._open == own):
            if not is_step:
                self._open = None
            return f"\n{_anchor(item.id)}\n" if self._has_branches else ""
        self._open = own if is_step else None
        anchor = _anchor(item.id) if self._has_branches else ""
        return f"\n## {anchor}{self._name(item)} · {self._minute(item.created_at)}\n"

    def _name(self, item: ParcelItem) -> str:
        """Return who it is, as the heading says it: there are few of them, and many messages."""
        key = (item.author, item.model, item.role)
        name = self._names.get(key)
        if name is None:
            name = plain(item.author or item.model or _AUTHORS[item.role])
            if item.author and item.model:
                name = f"{name} ({plain(item.model)})"
            if len(self._names) < _MOST_NAMES:
                self._names[key] = name
        return name

    def _minute(self, moment: int) -> str:
        slot, rest = divmod(moment, _SLOT)
        if slot != self._slot:
            self._slot, told = slot, self._look.minute(slot * _SLOT)
            self._hour, self._first_minute = told[:-2], int(told[-2:])
        return f"{self._hour}{self._first_minute + rest // _MINUTE:02d}"

    def _prose(self, text: str) -> _Shown:
        fit = _fit(text)
        made = self._embedding.embedded(fit, self._number)
        if made is None:
            return _fenced(text, "")
        return _Shown(made.text, made.restored, is_altered=fit is not text)

    def _files(self, files: Iterable[ParcelFile]) -> str:
        return "\n" + "".join(self._file(file) for file in files)

    def _file(self, file: ParcelFile) -> str:
        link, name = self._look.links.get(file.sha256), plain(file.name) or "File"
        if link is None:
            return f"- {name}\n"
        return f"- {'!' if file.media_type.startswith(PICTURE_TYPE) else ''}[{name}]({link})\n"

    def _facts(self, item: ParcelItem, before: str | None, text: str, shown: _Shown) -> str:
        values = item_values(item)
        if item.behind == before:
            del values["behind"]
        body = item.body if item.edited is None else item.edited
        values["hash"] = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        if shown.text:
            values["lines"] = shown.text.count("\n") + 1
        if shown.is_fenced:
            values["is_fenced"] = True
        if shown.restored and not shown.is_altered:
            values["restored"] = shown.restored
        if item.edited is not None:
            values["original"] = item.body
        return facts_line(values | body_facts(item, body, None if shown.is_altered else text))


def _text_of(item: ParcelItem) -> str:
    body = item.body if item.edited is None else item.edited
    text = text_in(body, usual(item.role, item.state, item.kind))
    return told(body) if text is None else text


def _fit(text: str) -> str:
    """Return a text without what no file should hold: its lines end in one way, and nothing commands.

    Bytes are looked through ten times as fast as signs are, and nearly all texts are fit.
    """
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return _refitted(text)
    is_fit = len(content.translate(None, _COMMANDS)) == len(content)
    if is_fit and (b"\xc2" not in content or not _UNFIT.search(text)):
        return text
    return _refitted(text)


def _refitted(text: str) -> str:
    return _UNFIT.sub("", whole_characters(text).replace("\r\n", "\n").replace("\r", "\n"))


def _fenced(text: str, kind: str) -> _Shown:
    fit = _fit(text)
    fence = fence_for(fit)
    language = "json" if kind in _JSON_KINDS else ""
    return _Shown(f"{fence}{language}\n{fit}\n{fence}", is_fenced=True, is_altered=fit is not text)


def _circumstances(item: ParcelItem) -> str:
    said = f" {plain(item.fault.summary)}" if item.fault else ""
    return f"\n*{_STATES[item.state]}*{said}\n"


def _name_of(item: ParcelItem) -> str:
    if item.kind == REASONING:
        return "Reasoning"
    values = json.loads(item.body)
    name = values.get("name")
    kind = item.kind.replace("_", " ").capitalize()
    return f"{kind}: {name}" if isinstance(name, str) else kind


def _branches(head: ParcelHead) -> str:
    if len(head.branches) < 2:
        return ""
    lines = ["\nBranches:\n\n"]
    for number, branch in enumerate(head.branches, 1):
        name = plain(branch.name or "") or f"Branch {number}"
        shown = " (shown)" if branch.id == head.shown else ""
        linked = f"[{name}](#{_name_of_anchor(branch.tip)})" if branch.tip else name
        lines.append(f"- {linked}{shown}\n")
    return "".join(lines)


def _anchor(item: str) -> str:
    return f'<a id="{_name_of_anchor(item)}"></a>'


def _name_of_anchor(item: str) -> str:
    name = item if _ANCHOR.fullmatch(item) else sha256(item.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"m-{name}"


def _front_matter(head: ParcelHead, look: Look) -> str:
    settings = json.loads(head.settings)
    values = {
        "sotto": f"markdown 1 {look.detail}",
        "id": head.id,
        "title": head.title,
        "created": _moment(head.created_at),
        "updated": _moment(head.changed_at),
        "models": list(head.models) or None,
        "assistants": list(head.assistants) or None,
        "parameters": settings.get("parameters"),
        "tags": list(head.tags) or None,
        "folder": head.folder,
        "system_prompt": head.instructions,
        "exporter": f"Sotto {look.version}".strip(),
    }
    lines = "".join(f"{name}: {quoted(value)}\n" for name, value in values.items() if value is not None)
    return f"---\n{lines}---\n"


def _moment(moment: int) -> str:
    seconds, rest = seconds_of(moment), moment % 1_000_000
    told = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds, microseconds=rest)
    return told.isoformat(timespec="microseconds")
