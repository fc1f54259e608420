"""A topic that Cherry Studio has exported as Markdown: a heading for each message, and a line between them.

It tells no times and no ids, and only sometimes the model.
"""

import html
import re
from collections.abc import Iterator
from hashlib import sha256

from app.exchange.importers.bodies import NewItem, instructions, question
from app.exchange.importers.saying import Saying
from app.exchange.importers.tree import Account, Node, in_line
from app.exchange.importers.values import text

_PERSON, _SYSTEM = re.compile("🧑\u200d?💻 User"), "🤖 System"
_BEGINS = re.compile("\ufeff?\\s*(?:# [^\n]*\\s+)?## (?:🧑\u200d?💻 User|🤖 [^\n]*)(?:\r?\n|$)")
_TITLE = re.compile("\ufeff?\\s*# ([^\n]*)")
_HEADING = re.compile("## (🧑\u200d?💻 User|🤖 .*?)\\s*")
_LINE = "---"
_THOUGHTS = re.compile(
    r'\s*<div style="border[^>]*>\s*<details[^>]*>\s*<summary>[^<]*</summary>(.*?)</details>\s*</div>\s*',
    re.DOTALL,
)
_BREAK = re.compile(r"<br ?/?>")
_ANY_MODEL = "Assistant"


def is_topic(beginning: str) -> bool:
    """Tell whether a text that begins so is a topic: its first heading of a message says it."""
    return bool(_BEGINS.match(beginning))


def topic(origin: str, written: str) -> tuple[Account, Iterator[Node]]:
    """Return a topic's messages in their order. It is known again by its title and how it begins."""
    written = text(written)
    sections = list(_sections(written))
    title = _TITLE.match(written)
    named = title[1].strip() if title else ""
    first = sections[0] if sections else ("", "")
    seal = sha256("\n".join((named, *first)).encode("utf-8", "replace")).hexdigest()
    nodes = (Node("", None, tuple(_items(heading, said))) for heading, said in sections)
    return Account(origin, f"markdown-{seal[:32]}", named), in_line(nodes)


def _sections(written: str) -> Iterator[tuple[str, str]]:
    """Yield each message's heading and text. A heading within a message follows no line of its own."""
    heading: str | None = None
    kept: list[str] = []
    is_parted = True
    for line in written.splitlines():
        if is_parted and (found := _HEADING.fullmatch(line)):
            if heading is not None:
                yield heading, _said(kept).removesuffix(_LINE).strip()
            heading, kept, is_parted = found[1], [], False
            continue
        if line.strip():
            is_parted = heading is None or line.strip() == _LINE
        kept.append(line)
    if heading is not None:
        yield heading, _said(kept)


def _said(lines: list[str]) -> str:
    return "\n".join(lines).strip()


def _items(heading: str, said: str) -> Iterator[NewItem]:
    if _PERSON.fullmatch(heading):
        yield question(said)
    elif heading == _SYSTEM:
        yield instructions(said)
    else:
        name = heading.removeprefix("🤖 ").partition(" | ")[0]
        saying = Saying(None if name == _ANY_MODEL else name)
        if thought := _THOUGHTS.match(said):
            saying.think(html.unescape(_BREAK.sub("\n", thought[1].strip())))
            said = said[thought.end() :]
        saying.say(said)
        yield from saying.items()
