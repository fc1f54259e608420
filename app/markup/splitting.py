"""The beginning of what is not settled yet, split into top-level blocks.

What came before is told by a `Context`: a list goes on counting, and a block that was cut because of its
length is read on as what it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import dedent
from types import MappingProxyType

from markdown_it.token import Token

from app.markup.block import Block, Kind
from app.markup.bounds import rows_of_part
from app.markup.fit_text import reveal
from app.markup.formula_rules import FORMULA_BLOCK
from app.markup.grammar import Environment, Grammar

_KINDS = MappingProxyType(
    {
        "paragraph_open": Kind.PARAGRAPH,
        "heading_open": Kind.HEADING,
        "list_item_open": Kind.ITEM,
        "blockquote_open": Kind.QUOTE,
        "fence": Kind.CODE,
        "code_block": Kind.CODE,
        "table_open": Kind.TABLE,
        "hr": Kind.RULE,
        FORMULA_BLOCK: Kind.FORMULA,
        "footnote_reference_open": Kind.FOOTNOTE,
    }
)
_LISTS = ("bullet_list_open", "ordered_list_open")
_IMAGE = re.compile(r"\s*!\[[^\]]*\]\(\S+\)\s*")
_HTML = re.compile(
    r"\s*<(?:!--|/?(?:address|article|aside|body|center|details|dialog|div|dl|fieldset|figure|footer|form|"
    r"h[1-6]|head|header|html|iframe|li|link|main|menu|nav|ol|p|pre|script|section|style|summary|svg|table|"
    r"tbody|td|tfoot|th|thead|title|tr|ul|video)(?=[\s/>]|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the text before the first block to be read leaves behind.

    Attributes:
        lead: text that is read before it and makes it what it is: the opening of a fence, a table's head.
        part: how many parts of the first block stand before it.
        marker: of the list that goes on, with its next number.
    """

    lead: str = ""
    kind: Kind | None = None
    part: int = 0
    language: str = ""
    marker: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A block in the text that was split, from `begins` to `end`; the gap before it belongs to its source.

    Attributes:
        joined: it is the next part of the block before.
        follows_on: it is in the same list as the piece before.
        marker: of an item: what its list is known by.
        lead: what a part that follows needs to be read as the same kind.
        full_at: where a table has as many rows as one part may have; 0 if it has fewer.
    """

    block: Block
    begins: int
    end: int
    joined: bool = False
    follows_on: bool = False
    marker: str = ""
    lead: str = ""
    full_at: int = 0


@dataclass(frozen=True, slots=True)
class _Sight:
    """A top-level token with its place in its list."""

    token: Token
    follows_on: bool = False
    number: int | None = None


def split(grammar: Grammar, text: str, context: Context, environment: Environment) -> list[Piece]:
    """Return the blocks in `text`, from its beginning. The definitions in it land in `environment`."""
    reader = _Reader(text, context)
    pieces: list[Piece] = []
    for sight in _top_level(grammar.blocks(reader.whole, environment), context):
        if piece := reader.read(sight, pieces[-1].end if pieces else 0):
            pieces.append(piece)
    return pieces


class _Reader:
    def __init__(self, text: str, context: Context) -> None:
        self.whole = context.lead + text
        self._context = context
        self._lead = len(context.lead)
        self._lines = [0, *(found.end() for found in re.finditer("\n", self.whole))]
        if self._lines[-1] < len(self.whole):
            self._lines.append(len(self.whole))

    def read(self, sight: _Sight, before: int) -> Piece | None:
        """Return the piece that `sight` begins; None where it lies in the lead alone."""
        first, last = self._extent(sight.token)
        starts, stops = self._lines[first], self._lines[last]
        if stops <= self._lead:
            return None
        begins, end = max(starts - self._lead, 0), stops - self._lead
        block = self._block(sight, first, last)
        joined = starts < self._lead or (begins == 0 and not self._lead and block.kind is self._context.kind)
        gap = self.whole[self._lead + before : self._lead + begins]
        block = replace(
            block,
            source=self.whole[self._lead + before : stops],
            loose=sight.follows_on and "\n" in gap,
        )
        if joined and self._context.kind:
            block = self._as_part(block)
        return Piece(
            block,
            begins,
            end,
            joined,
            sight.follows_on,
            sight.token.markup if block.kind is Kind.ITEM else "",
            self._lead_after(block.kind, first, sight.token),
            self._full_at(block.kind, first, last),
        )

    def _extent(self, token: Token) -> tuple[int, int]:
        first, last = token.map or [0, 0]
        last = min(last, len(self._lines) - 1)
        while last > first + 1 and not self._between(last - 1, last).strip():
            last -= 1
        return first, last

    def _between(self, first: int, last: int) -> str:
        return self.whole[self._lines[first] : self._lines[last]]

    def _block(self, sight: _Sight, first: int, last: int) -> Block:
        token = sight.token
        kind, content = _KINDS[token.type], self._between(first, last)
        match kind:
            case Kind.CODE:
                return self._code(token, first, last)
            case Kind.FORMULA if token.meta["closed"]:
                return Block(kind, "", token.content)
            case Kind.FORMULA:
                return Block(Kind.PARAGRAPH, "", content, is_open=True)
            case Kind.HEADING:
                return Block(kind, "", content, level=int(token.tag[1:]))
            case Kind.FOOTNOTE:
                return Block(kind, "", content, label=token.meta["label"])
            case Kind.PARAGRAPH if _IMAGE.fullmatch(content):
                return Block(Kind.IMAGE, "", content)
            case Kind.PARAGRAPH if _HTML.match(content):
                return Block(Kind.HTML, "", content)
        begins = kind is Kind.ITEM and not sight.follows_on
        return Block(kind, "", content, number=sight.number, begins_list=begins)

    def _code(self, token: Token, first: int, last: int) -> Block:
        closing = self._between(last - 1, last).strip()
        closed = token.type == "code_block" or (
            last - first > 1 and closing.startswith(token.markup) and not closing.strip(token.markup[:1])
        )
        words = token.info.split()
        return Block(Kind.CODE, "", reveal(token.content), words[0] if words else "", is_open=not closed)

    def _as_part(self, block: Block) -> Block:
        """A part that follows is what the first was, whatever it looks like by itself."""
        kind = self._context.kind or block.kind
        content = block.content
        if kind not in (Kind.CODE, Kind.TABLE):
            content = dedent(block.source) if kind is Kind.ITEM else block.source
        return replace(
            block,
            kind=kind,
            content=content,
            part=self._context.part,
            level=0,
            number=None,
            loose=False,
            begins_list=False,
        )

    def _lead_after(self, kind: Kind, first: int, token: Token) -> str:
        match kind:
            case Kind.CODE if token.type == "fence":
                return self._between(first, first + 1)
            case Kind.TABLE:
                return self._between(first, min(first + 2, len(self._lines) - 1))
            case Kind.ITEM:
                return "-" + " " * max(1, _indent(self._between(first, first + 1)) - 1) + "x\n\n"
        return ""

    def _full_at(self, kind: Kind, first: int, last: int) -> int:
        """A row counts once its line has ended, and the cut comes once another row has ended after it."""
        columns = self._between(first + 1, first + 2).count("|") if kind is Kind.TABLE else 0
        full = first + 2 + rows_of_part(columns)
        if kind is not Kind.TABLE or last <= full or self.whole[self._lines[full + 1] - 1] != "\n":
            return 0
        return self._lines[full] - self._lead


def _top_level(tokens: list[Token], context: Context) -> Iterator[_Sight]:
    """The tokens that begin a block; each item of a list is one."""
    marker, number, follows_on = context.marker, context.number, bool(context.marker)
    for token in tokens:
        if token.level == 0 and token.type in _LISTS:
            if not (follows_on and token.markup == marker):
                follows_on, number = False, int(token.attrGet("start") or 1)
            marker, ordered = token.markup, token.type == "ordered_list_open"
        elif token.level == 1 and token.type == "list_item_open" and token.markup == marker and marker:
            yield _Sight(token, follows_on, number if ordered else None)
            follows_on, number = True, number + 1
        elif token.level == 0 and token.type in _KINDS:
            yield _Sight(token)
            marker, follows_on = "", False


def _indent(line: str) -> int:
    """Return where the text of an item begins in its first line."""
    found = re.match(r" {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]{1,4}", line)
    return len(found[0]) if found else 2
