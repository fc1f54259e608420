"""Answers that come as HTML, put into Markdown. Nothing of the HTML is trusted.

What is known is written anew: paragraphs, headings, lists, quotes, code, tables, emphasis, and links that may
be followed. Whatever else stands there is words or nothing. Words never become marks: each sign that Markdown
would take for one is escaped. The text is gone through once.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote

from app.exchange.importers.values import text
from app.markup.links import is_followed

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})([^<>]*)>")
_NAMED = re.compile(r"""([\w-]{1,40})\s?=\s?(?:"([^"]*)"|'([^']*)')""")
_COMMENT, _COMMENT_END = "<!--", "-->"
_MARKS = re.compile(r"([\\`*\[\]<~]|(?<!\w)_|_(?!\w)|&(?=[#\w]{1,32};))")
_NUMBERED = re.compile(r"(\d{1,9})([.)])")
_BEGINNINGS = ("#", ">", "+", "-", "=", "|", ":")
_SPACE = re.compile(r"\s+")
_BREAK = "\n"  # between words, where all other white space has become one blank
_LANGUAGE = re.compile(r"\blanguage-([\w+#.-]{1,30})")
_EMPHASIS = MappingProxyType({"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"})
_PARAGRAPHS = frozenset({"p", "div", "section", "article", "figure", "details", "summary", "dl", "dt", "dd"})
_HEADINGS = MappingProxyType({f"h{level}": "#" * level + " " for level in range(1, 7)})
_UNSAID = frozenset({"script", "style", "head", "title", "template", "svg"})
_KEPT = "%/:=&?~#+!$,;'@*-._"
_DEEPEST = 12


class _Tag(NamedTuple):
    name: str
    is_end: bool
    attributes: Mapping[str, str]


def markdown_of(source: str) -> str:
    """Return HTML as Markdown."""
    writer = _Writer()
    for found in _tokens(source):
        if isinstance(found, str):
            writer.say(found)
        elif found.is_end:
            writer.close(found.name)
        else:
            writer.open(found.name, found.attributes)
    return writer.written()


def _tokens(source: str) -> Iterator[str | _Tag]:
    """Yield words, with their entities as signs, and tags. What is no tag is words."""
    at = said_from = 0
    while (at := source.find("<", at)) >= 0:
        if source.startswith(_COMMENT, at):
            end = source.find(_COMMENT_END, at)
            yield html.unescape(source[said_from:at])
            at = said_from = len(source) if end < 0 else end + len(_COMMENT_END)
        elif tag := _TAG.match(source, at):
            yield html.unescape(source[said_from:at])
            at = said_from = tag.end()
            yield _Tag(tag.group(2).lower(), bool(tag.group(1)), _attributes(tag.group(3)))
        else:
            at += 1
    yield html.unescape(source[said_from:])


def _attributes(written: str) -> dict[str, str]:
    return {
        found.group(1).lower(): html.unescape(found.group(2) or found.group(3) or "")
        for found in _NAMED.finditer(written)
    }


class _Table:
    """Rows of cells, as they come. The first row is the head, whatever it says."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []

    def begin_row(self) -> None:
        self._rows.append([])

    def add(self, cell: str) -> None:
        if not self._rows:
            self.begin_row()
        self._rows[-1].append(cell.replace("|", "\\|"))

    def written(self) -> str:
        rows = [row for row in self._rows if row]
        if not rows:
            return ""
        head, *rest = (f"| {' | '.join(row)} |" for row in rows)
        return "\n".join((head, "|" + " --- |" * len(rows[0]), *rest))


class _Line:
    """The words of one block with what is emphasised and linked in them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._emphasised: Counter[str] = Counter()
        self._link: tuple[int, str] | None = None

    def say(self, words: str) -> None:
        self._parts.append(_MARKS.sub(r"\\\1", _SPACE.sub(" ", words)))

    def break_off(self) -> None:
        self._parts.append(_BREAK)

    def code(self, words: str) -> None:
        longest = max((len(run) for run in re.findall("`+", words)), default=0)
        fence = "`" * (longest + 1)
        room = " " if longest else ""
        if words.strip():
            self._parts.append(f"{fence}{room}{_SPACE.sub(' ', words)}{room}{fence}")

    def begin_emphasis(self, mark: str) -> None:
        self._emphasised[mark] += 1
        if self._emphasised[mark] == 1:
            self._parts.append(mark)

    def end_emphasis(self, mark: str) -> None:
        """Close an emphasis that began here. White space must stand outside it; around nothing is none."""
        if not self._emphasised[mark]:
            return
        self._emphasised[mark] -= 1
        if self._emphasised[mark]:
            return
        last = self._parts.pop() if self._parts else ""
        if last == _BREAK:
            self._parts += (mark, _BREAK)
        elif not last.strip() and self._parts and self._parts[-1] == mark:
            self._parts[-1] = last
        elif last != mark:
            self._parts += (last.rstrip(), mark, " " if last != last.rstrip() else "")

    def begin_link(self, address: str) -> None:
        self._link = (len(self._parts), address) if is_followed(address) else None

    def end_link(self) -> None:
        if self._link is not None:
            start, address = self._link
            words = "".join(self._parts[start:]).strip()
            self._parts[start:] = [f"[{words}]({quote(address, safe=_KEPT)})"] if words else []
            self._link = None

    def taken(self, at_breaks: str = "\\\n") -> str:
        """Return the line and begin another. What was not closed is."""
        self.end_link()
        for mark in [mark for mark, count in self._emphasised.items() if count]:
            self._emphasised[mark] = 1
            self.end_emphasis(mark)
        whole = "".join(self._parts).strip()
        self._parts = []
        return at_breaks.join(line.strip() for line in whole.split(_BREAK) if line.strip())


class _Writer:
    """Takes tags and words in turn. How deep lists and quotes go is bounded."""

    def __init__(self) -> None:
        self._line = _Line()
        self._blocks: list[str] = []
        self._around: list[_Around] = []
        self._before: list[_Around] = []
        self._heading = ""
        self._raw: list[str] = []
        self._raw_until = ""
        self._language = ""
        self._unsaid = ""
        self._table: _Table | None = None

    def say(self, words: str) -> None:
        if self._raw_until:
            self._raw.append(words)
        elif not self._unsaid and words:
            self._line.say(words)

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._unsaid or self._raw_until:
            self._open_within(name, attributes)
        elif name in _UNSAID:
            self._unsaid = name
        elif name in ("pre", "code"):
            self._begin_code(name, attributes)
        elif name in _EMPHASIS:
            self._line.begin_emphasis(_EMPHASIS[name])
        elif name == "a":
            self._line.begin_link(attributes.get("href", ""))
        elif name == "br":
            self._line.break_off()
        elif name == "img":
            self._line.say(attributes.get("alt", ""))
        elif self._table is not None:
            self._open_in_table(name)
        else:
            self._open_block(name)

    def close(self, name: str) -> None:
        if self._unsaid:
            self._unsaid = "" if name == self._unsaid else self._unsaid
        elif self._raw_until:
            if name == self._raw_until:
                self._end_code()
        elif name in _EMPHASIS:
            self._line.end_emphasis(_EMPHASIS[name])
        elif name == "a":
            self._line.end_link()
        elif self._table is not None:
            self._close_in_table(name)
        elif name in _HEADINGS or name in _PARAGRAPHS:
            self._end_block()
        elif name in ("ul", "ol", "blockquote", "li"):
            self._end_block()
            self._leave(name)

    def written(self) -> str:
        """Return all that was taken, with whatever was never closed."""
        if self._raw_until:
            self._end_code()
        if self._table is not None:
            self._close_in_table("table")
        self._end_block()
        return "".join(self._blocks).strip("\n")

    def _open_within(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag in code tells the language at most; a break in it is a line's end."""
        if self._raw_until == "pre" and name == "code":
            self._language = self._language or _language(attributes)
        elif self._raw_until and name == "br":
            self._raw.append("\n")

    def _open_block(self, name: str) -> None:
        if name in _HEADINGS or name in _PARAGRAPHS:
            self._end_block()
            self._heading = _HEADINGS.get(name, "")
        elif name == "hr":
            self._end_block()
            self._put("---")
        elif name == "table":
            self._end_block()
            self._table = _Table()
        elif name in ("ul", "ol", "blockquote", "li"):
            self._end_block()
            self._enter(name)

    def _begin_code(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "pre" and self._table is None:
            self._end_block()
        self._raw_until, self._raw, self._language = name, [], _language(attributes)

    def _end_code(self) -> None:
        written = text("".join(self._raw))
        if self._raw_until == "code" or self._table is not None:
            self._line.code(written)
        elif written.strip():
            longest = max((len(run) for run in re.findall("`{3,}", written)), default=2)
            fence = "`" * (longest + 1)
            self._put(f"{fence}{self._language}\n{written.strip(chr(10))}\n{fence}")
        self._raw_until = ""

    def _open_in_table(self, name: str) -> None:
        if self._table is not None and name == "tr":
            self._table.begin_row()
        elif name in ("td", "th"):
            self._line.taken()

    def _close_in_table(self, name: str) -> None:
        if self._table is not None and name in ("td", "th"):
            self._table.add(self._line.taken(" "))
        elif self._table is not None and name == "table":
            written, self._table = self._table.written(), None
            if written:
                self._put(written)

    def _enter(self, name: str) -> None:
        if name == "li" and (not self._around or not self._around[-1].is_list):
            return
        if name == "li":
            self._around[-1].begin_entry()
        elif len(self._around) < _DEEPEST:
            self._around.append(_Around(name))

    def _leave(self, name: str) -> None:
        if name != "li" and self._around and self._around[-1].name == name:
            self._around.pop()

    def _end_block(self) -> None:
        heading, self._heading = self._heading, ""
        if heading and (words := self._line.taken(" ")):
            self._put(heading + words)
        elif words := self._line.taken():
            self._put("\n".join(map(_plain, words.split("\n"))))

    def _put(self, block: str) -> None:
        """Write a block down behind what stands around it: the marks of lists and quotes."""
        shared = [now for now, before in zip(self._around, self._before, strict=False) if now is before]
        others = "".join(around.others for around in self._around)
        first = "".join(around.first() for around in self._around)
        is_close = first != others and any(around.is_list for around in shared)
        gap = "\n" if is_close else f"\n{''.join(around.others for around in shared).rstrip()}\n"
        lines = block.split("\n")
        whole = [first + lines[0], *((others + line).rstrip() for line in lines[1:])]
        self._blocks.append((gap if self._blocks else "") + "\n".join(whole))
        self._before = list(self._around)


class _Around:
    """A list or a quote that stands around what is written."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_list = name != "blockquote"
        self._number = 0
        self._is_new = False

    def begin_entry(self) -> None:
        self._number += 1
        self._is_new = True

    @property
    def others(self) -> str:
        """What the lines after an entry's first begin with."""
        return " " * len(self._mark()) if self.is_list else "> "

    def first(self) -> str:
        if not self.is_list or not self._is_new:
            return self.others
        self._is_new = False
        return self._mark()

    def _mark(self) -> str:
        return f"{self._number}. " if self.name == "ol" else "- "


def _language(attributes: Mapping[str, str]) -> str:
    found = _LANGUAGE.search(attributes.get("class", ""))
    return found.group(1) if found else ""


def _plain(line: str) -> str:
    """Return a line that begins as words do, not as a heading, a list or a quote."""
    if numbered := _NUMBERED.match(line):
        return f"{numbered.group(1)}\\{line[numbered.end() - 1 :]}"
    return "\\" + line if line.startswith(_BEGINNINGS) else line
