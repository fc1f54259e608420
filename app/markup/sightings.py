"""What in a message reaches beyond it, once it stands among others in one document, and where that is.

It is read as plain CommonMark with tables, as most other programs read it: without formulas, without
footnotes of its own kind, and without the limits of what the window shows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.image import image
from markdown_it.rules_inline.link import link
from markdown_it.token import Token

_DEEPEST = 100
_FOOTNOTE = re.compile(r"[ \t>*+\-\d.)]*\[\^([^\[\]\s]+)\]:")
_FOOTNOTE_USE = re.compile(r"\[\^([^\[\]\s]+)\]")
_LABEL = re.compile(r"[^\[]*\[(?:[^\[\]\\]|\\.)+(\]):")
_LOOKS_RENAMED = re.compile(r"\[[^\[\]\\]*-m\d+\]")
_BEGINS_HTML = re.compile(
    r"<(?:!--|\?|![A-Za-z\[]|/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|"
    r"colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|"
    r"head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|"
    r"pre|script|search|section|source|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|"
    r"ul)(?=[\s/>]|$))",
    re.IGNORECASE | re.MULTILINE,
)
_IN_ROW = re.compile(
    r"\\.|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|(?P<tag><(?![a-zA-Z][a-zA-Z0-9+.-]*:|\S+@)[^<>]*>)"
)
_CELLS = ("th_open", "td_open")

Rule = Callable[[StateInline, bool], bool]


class Edit(NamedTuple):
    """In a line, what stands from `first` to before `last` must become something else."""

    line: int
    first: int
    last: int
    becomes: str


class SeenHeading(NamedTuple):
    """A heading on the lines from `first` to before `last`. One that is underlined has a line more."""

    first: int
    last: int
    level: int
    is_underlined: bool
    words: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be changed. `open_fence` is by what the code at the end would have to be closed."""

    headings: Sequence[SeenHeading]
    edits: Sequence[Edit]
    open_fence: str


class TooIntricate(Exception):
    """There is no telling where something stands."""


class Seeing:
    """One reader for any number of messages. `text` has line feeds alone, and no control characters."""

    def __init__(self) -> None:
        self._parser = _parser()

    def look(self, text: str, suffix: str) -> Sight:
        """Return what is to be changed so that all labels end with `suffix`. Raises TooIntricate."""
        environment: dict[str, Any] = {"suffix": suffix, "marks": []}
        tokens = self._parser.parse(text, environment)
        if any(token.level >= _DEEPEST - 1 for token in tokens):
            raise TooIntricate
        lines = text.split("\n")
        edits = {Edit(*edit, suffix) for edit in _definitions(tokens, lines)}
        environment["footnotes"] = {_FOOTNOTE.match(lines[edit.line]) for edit in edits}
        environment["footnotes"] = {found[1] for found in environment["footnotes"] if found}
        row = _Row(lines)
        for before, token in pairwise(tokens):
            if token.type == "inline":
                place = row.cell(token) if before.type in _CELLS else _Placed(token, lines)
                if "[" in token.content or "<" in token.content:
                    edits.update(self._inside(token, place, environment))
        edits.update(_tags_in_tables(tokens, lines))
        headings = [_heading(token, tokens[at + 1]) for at, token in enumerate(tokens) if _is_heading(token)]
        return Sight(headings, sorted(edits), _open_fence(tokens, lines))

    def _inside(self, token: Token, place: "_Place", environment: dict[str, Any]) -> Iterator[Edit]:
        marks: list[tuple[int, int, str]] = []
        environment["marks"] = marks
        self._parser.inline.parse(token.content, self._parser, environment, [])
        for first, last, becomes in marks:
            line, column = place.of(first)
            end_line, end = place.of(last)
            if line != end_line:
                raise TooIntricate
            yield Edit(line, column, end, becomes)


class _Place(Protocol):
    def of(self, place: int) -> tuple[int, int]:
        """Return the line and the column of a sign in a token's content."""


class _Placed:
    """Where the signs of a paragraph or a heading stand in the source."""

    def __init__(self, token: Token, lines: Sequence[str]) -> None:
        self._first = token.map[0] if token.map else 0
        self._content = token.content.split("\n")
        self._lines = lines

    def of(self, place: int) -> tuple[int, int]:
        for number, content in enumerate(self._content):
            if place <= len(content):
                return self._first + number, self._column(number, content) + place
            place -= len(content) + 1
        raise TooIntricate

    def _column(self, number: int, content: str) -> int:
        """Return the column at which a line of the content begins: it is the end of its line."""
        line, words = self._lines[self._first + number].rstrip(), content.strip()
        begins = len(content) - len(content.lstrip())
        if line.endswith(words):
            return len(line) - len(words) - begins
        if line.count(words) == 1:
            return line.index(words) - begins
        raise TooIntricate


class _Row:
    """Where the cells of a row stand: one behind the other, with a sign before each bar that is only text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._line = -1
        self._end = 0

    def cell(self, token: Token) -> "_Cell":
        line = token.map[0] if token.map else 0
        if line != self._line:
            self._line, self._end = line, 0
        written = token.content.replace("|", "\\|")
        begins = self._lines[line].find(written, self._end)
        self._end = begins + len(written)
        return _Cell(line, begins, token.content)


class _Cell(NamedTuple):
    line: int
    begins: int
    content: str

    def of(self, place: int) -> tuple[int, int]:
        if self.begins < 0:
            raise TooIntricate
        return self.line, self.begins + place + self.content.count("|", 0, place)


def _is_heading(token: Token) -> bool:
    return token.type == "heading_open"


def _heading(token: Token, inside: Token) -> SeenHeading:
    first, last = token.map or (0, 0)
    return SeenHeading(first, last, int(token.tag[1:]), not token.markup.startswith("#"), inside.content)


def _definitions(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where the labels of links and footnotes end that are defined."""
    code: set[int] = set()
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            code.update(range(*token.map))
        elif token.type == "definition" and token.map:
            line = token.map[0]
            found = _LABEL.match(lines[line])
            if found is None:
                raise TooIntricate
            yield line, found.start(1), found.start(1)
    for line, text in enumerate(lines):
        if "]:" in text and line not in code and (found := _FOOTNOTE.match(text)):
            yield line, found.end(1), found.end(1)


def _tags_in_tables(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Edit]:
    """Yield what could be tags in rows, however somebody else cuts these into cells."""
    for token in tokens:
        if token.type == "table_open" and token.map:
            for number in range(*token.map):
                for found in _IN_ROW.finditer(lines[number]):
                    if found["tag"] and HTML_TAG_RE.match(found["tag"]):
                        yield Edit(number, found.start("tag"), found.start("tag"), "\\")


def _open_fence(tokens: Sequence[Token], lines: Sequence[str]) -> str:
    for token in tokens:
        if token.type == "fence" and token.level == 0 and token.map:
            first, last = token.map
            closing = lines[last - 1].strip()
            is_like = closing.startswith(token.markup) and not closing.strip(token.markup[0])
            if last - first < 2 or not is_like:
                return token.markup
    return ""


def _parser() -> MarkdownIt:
    options = {"html": False, "maxNesting": _DEEPEST, "inline_definitions": True, "store_labels": True}
    parser = MarkdownIt("commonmark", options)
    parser.enable(["table", "strikethrough"]).disable(["html_block", "html_inline"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.inline.ruler.at("link", _noting(link, 0, "link_open"))
    parser.inline.ruler.at("image", _noting(image, 1, "image"))
    parser.inline.ruler.before("link", "footnote_use", _footnote_use)
    parser.inline.ruler.push("left_over", _left_over)
    setattr(parser, "validateLink", lambda _: True)  # noqa: B010  # the library's own way to say it
    return parser


def _noting(rule: Rule, bracket: int, made: str) -> Rule:
    """The library's own rule, noting the references that it finds."""

    def noting(state: StateInline, silent: bool) -> bool:
        start, marks, known = state.pos, state.env["marks"], len(state.tokens)
        if bracket:
            state.env["marks"] = []  # what stands in a picture's words is counted from their beginning
        found = rule(state, silent)
        state.env["marks"] = marks
        if found and not silent:
            token = next(token for token in state.tokens[known:] if token.type == made)
            if (label := token.meta.get("label")) and not label.startswith("^"):
                marks.append(_renamed(state, start + bracket))
        return found

    return noting


def _renamed(state: StateInline, start: int) -> tuple[int, int, str]:
    """Return what must stand behind the words of a reference, so that it leads to the label's new name."""
    words_end = state.md.helpers.parseLinkLabel(state, start, True)
    own = state.src[words_end + 2 : state.pos - 1] or state.src[start + 1 : words_end]
    return words_end + 1, state.pos, f"[{' '.join(own.split())}{state.env['suffix']}]"


def _footnote_use(state: StateInline, silent: bool) -> bool:
    found = None if silent else _FOOTNOTE_USE.match(state.src, state.pos)
    if found and found[1] in state.env["footnotes"]:
        state.env["marks"].append((found.end(1), found.end(1), state.env["suffix"]))
    return False


def _left_over(state: StateInline, silent: bool) -> bool:
    """What no rule took and another program might: a tag, or words in brackets like a label's new name."""
    sign = state.src[state.pos]
    if not silent and (
        (sign == "<" and _is_tag(state)) or (sign == "[" and _LOOKS_RENAMED.match(state.src, state.pos))
    ):
        state.env["marks"].append((state.pos, state.pos, "\\"))
    return False


def _is_tag(state: StateInline) -> bool:
    if HTML_TAG_RE.match(state.src, state.pos):
        return True
    line_before = state.src[state.src.rfind("\n", 0, state.pos) + 1 : state.pos]
    return not line_before.strip() and _BEGINS_HTML.match(state.src, state.pos) is not None
