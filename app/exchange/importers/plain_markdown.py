"""Markdown that holds a chat as people keep it: headings or bold names say who speaks.

Where nobody is named, the whole text is one message. It tells no ids, so parts are known by what they say:
a file that has grown is the same conversation with more in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType

from app.domain.conversation import TitleSource, title_from_question
from app.domain.exchange_errors import ExchangeError
from app.domain.item import Role, question_body, reply_body
from app.domain.json_text import json_text
from app.domain.parcel import ParcelBranch, ParcelHead, ParcelItem, Piece, Skipped
from app.exchange.plain_text import read_text
from app.exchange.source import Member, Source

ORIGIN = "markdown"

_ENDINGS = (".md", ".markdown", ".txt")
_LARGEST = 16 << 20
_LOOKED_AT = 4096
# What another program's file begins with, which says more than a page of its text would.
_NO_PROSE = re.compile(r"\s*[\[{<]")
_PERSON = "you said|user|you|human|me|prompt|question"
_MODEL = "chatgpt said|assistant|chatgpt|gpt[-\\w.]*|claude|gemini|copilot|ai|bot|model|response|answer"
_NAMES = rf"(?:(?P<person>{_PERSON})|(?P<model>{_MODEL})|(?P<system>system))"
_TURN = re.compile(
    rf"(?:\#{{1,6}}[ \t]+(?:\*\*)?{_NAMES}(?:\*\*)?[ \t]*:?(?:\*\*)?[ \t]*\#*"
    rf"|(?:\*\*|__){_NAMES.replace('P<', 'P<bold_')}[ \t]*(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:?))"
    r"[ \t]*(?P<rest>.*)",
    re.IGNORECASE,
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TITLE = re.compile(r"\#[ \t]+(.+?)[ \t]*\#*")
_ROLES = MappingProxyType({"person": Role.PERSON, "model": Role.MODEL, "system": Role.SYSTEM})
_NOBODYS = frozenset({"assistant", "ai", "bot", "model", "response", "answer", "chatgpt said"})


@dataclass(slots=True)
class Turn:
    role: Role
    author: str | None = None
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")


def recognises(source: Source) -> bool:
    """Whether there is a file that is called as Markdown is, and reads like it."""
    return any(_is_prose(source, member) for member in source.members)


def pieces(source: Source) -> Iterator[Piece]:
    for member in source.members:
        if not _is_prose(source, member):
            yield Skipped("Files that are no Markdown")
            continue
        try:
            text = read_text(source.read(member, _LARGEST + 1), _LARGEST + 1)
        except ExchangeError:
            yield Skipped("Files without text that can be read")
            continue
        if member.size > _LARGEST:
            yield Skipped("Texts that are larger than Sotto takes in")
        else:
            yield from _conversation(member.name, text)


def _is_prose(source: Source, member: Member) -> bool:
    if not member.name.casefold().endswith(_ENDINGS):
        return False
    try:
        beginning = source.read(member, _LOOKED_AT)
    except ExchangeError:
        return False
    if b"\0" in beginning.strip(b"\xff\xfe") and not beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return bool(beginning.strip()) and not _NO_PROSE.match(beginning.decode("utf-8", "replace"))


def _conversation(name: str, text: str) -> Iterator[Piece]:
    title, turns = turns_of(text)
    items = list(_items(turns))
    named = title or title_from_question(turns[0].text) or name.rpartition("/")[2].rpartition(".")[0]
    identity = sha256(f"{name}\n{items[0].id}".encode("utf-8", "replace")).hexdigest()
    branch = ParcelBranch("main", items[-1].id, 0, is_main=True)
    yield ParcelHead(ORIGIN, identity, named, TitleSource.IMPORT, 0, 0, (branch,), branch.id)
    yield from items


def turns_of(text: str) -> tuple[str | None, list[Turn]]:
    """Return the title, if there is one, and what each has said. What stands before is the person's."""
    title: str | None = None
    turns = [Turn(Role.PERSON)]
    fence = ""
    for line in text.split("\n"):
        found = None if fence else _TURN.fullmatch(line)
        if found and (turn := _begun(found)):
            turns.append(turn)
            continue
        if title is None and len(turns) == 1 and not turns[0].text and (heading := _TITLE.fullmatch(line)):
            title = heading[1]
            continue
        fence = _fence_behind(line, fence)
        turns[-1].lines.append(line)
    spoken = [turn for turn in turns if turn.text.strip()]
    return title, spoken or [Turn(Role.PERSON, lines=[title or text])]


def _begun(found: re.Match[str]) -> Turn | None:
    """Return the turn that a line begins, with what it says on that line. A heading says nothing more."""
    for kind, role in _ROLES.items():
        bold = found[f"bold_{kind}"]
        name = found[kind] or bold
        if name is None:
            continue
        if found["rest"] and not bold:
            return None
        author = name if role is Role.MODEL and name.casefold() not in _NOBODYS else None
        return Turn(role, author, [found["rest"]] if found["rest"] else [])
    return None


def _fence_behind(line: str, fence: str) -> str:
    """Return the fence that is open behind a line, or nothing."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    closes = found[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence


def _items(turns: list[Turn]) -> Iterator[ParcelItem]:
    behind: str | None = None
    for turn in turns:
        text = turn.text
        seal = sha256(f"{behind}\n{turn.role}\n{text}".encode("utf-8", "replace")).hexdigest()
        yield ParcelItem(seal, behind, turn.role, _body(turn.role, text), 0, author=turn.author)
        behind = seal


def _body(role: Role, text: str) -> str:
    match role:
        case Role.MODEL:
            return reply_body(text, whole=True)
        case Role.PERSON:
            return question_body(text)
        case _:
            said = {"type": "input_text", "text": text}
            return json_text({"type": "message", "role": role.value, "content": [said]})
