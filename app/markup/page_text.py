"""A message as HTML for pages that are read elsewhere, on a screen or on paper.

Everything that is not Markdown is escaped, nothing is loaded, and what a message calls its notes by is kept
apart from all other messages of the page.
"""

from collections.abc import Callable, Iterator
from html import escape
from types import MappingProxyType
from urllib.parse import quote

from markdown_it.token import Token

from app.markup.block import Block, Kind
from app.markup.grammar import Grammar
from app.markup.labels import Labels
from app.markup.message_text import MessageText
from app.markup.rich_spans import Formula
from app.markup.rich_text import RichBlocks

Code = Callable[[str, str], str]
"""Given code and its language, returns what stands between <pre> and </pre>."""

_DEMOTED = 2  # a page has a title, and each message a heading of its own
_SMALLEST = 6
_BY_ITS_WORDS = ' dir="auto"'  # each begins on the side that its own words begin on
TABLE = ' border="1" cellspacing="0" cellpadding="6"'  # for readers that know no style sheets
_STYLES = MappingProxyType(
    {
        **dict.fromkeys(("p", "li", "th", "td", "blockquote"), _BY_ITS_WORDS),
        "table": TABLE,
        "formula": ' class="formula"',
    }
)
_ITEMS = 200  # of a list that are one piece
_LISTS = ("bullet_list_open", "ordered_list_open")
_BOXES = MappingProxyType({"checked": "☑", "unchecked": "☐"})


def page_text(grammar: Grammar, text: str, formula: Formula, code: Code, place: str) -> Iterator[str]:
    """Yield the HTML of a message, in pieces that are whole: lists and tables are not torn apart.

    `place` is what the ids of its footnotes begin with.
    """
    message = MessageText(grammar, text)
    message.read()
    writer = _PageBlocks(grammar, message.labels, formula, code, place)
    waiting: list[str] = []
    for block in message.blocks:
        waiting.extend(writer.block(block))
        if writer.is_whole:
            yield "".join(waiting)
            waiting.clear()
    yield "".join((*waiting, writer.end_list()))


class _PageBlocks(RichBlocks):
    def __init__(self, grammar: Grammar, labels: Labels, formula: Formula, code: Code, place: str) -> None:
        super().__init__(formula, _STYLES)
        self._grammar = grammar
        self._labels = labels
        self._coloured = code
        self._place = place
        self._noted: set[str] = set()
        self._list = ""
        self._items = 0
        self._goes_on = False
        self._parts: list[str] = []

    @property
    def is_whole(self) -> bool:
        """Whether everything that was opened is closed."""
        return not (self._list or self._goes_on)

    def block(self, block: Block) -> Iterator[str]:
        if block.kind is Kind.ITEM and not block.part:
            yield from self._item_of(block)
        elif block.kind is not Kind.NOTHING:
            yield self.end_list()
            self._goes_on = block.goes_on and block.kind in (Kind.CODE, Kind.TABLE)
            yield from self._single(block)

    def end_list(self) -> str:
        """End the list that is open, if there is one."""
        tag, self._list, self._items = self._list, "", 0
        return f"</{tag}>\n" if tag else ""

    def _single(self, block: Block) -> Iterator[str]:
        match block.kind:
            case Kind.CODE:
                self._parts.append(block.content)
                if not block.goes_on:
                    yield self._pre("".join(self._parts), block.language)
                    self._parts.clear()
            case Kind.FORMULA:
                shown = self._formula(block.content, True) or self.code(block.content)
                yield f"{self.tag('p', 'formula')}{shown}</p>\n"
            case Kind.TABLE:
                yield from self._rows(block)
            case Kind.HTML:
                yield f'<p class="raw" dir="auto">{_lines(block.content)}</p>\n'
            case Kind.PARAGRAPH if block.part:
                tokens = self._grammar.inline(block.content, self._labels.references, self._labels.footnotes)
                yield f"{self.tag('p')}{self.inline(tokens)}</p>\n"
            case _:
                yield from self.blocks(self._tokens(block))
                yield "\n"

    def _item_of(self, block: Block) -> Iterator[str]:
        """An item, in the list that it goes on with or begins."""
        tag = "ul" if block.number is None else "ol"
        if block.begins_list or self._list != tag:
            yield self.end_list()
            start = f' start="{block.number}"' if block.number not in (None, 1) else ""
            yield f"<{tag}{start}>\n"
            self._list = tag
        tokens = self._tokens(block)
        if tokens and tokens[0].type in _LISTS:
            tokens = tokens[1:-1]
        yield from self.blocks(tokens)
        yield "\n"
        self._items += 1
        if self._items >= _ITEMS:
            yield self.end_list()

    def _rows(self, block: Block) -> Iterator[str]:
        """A later part of a table brings its head along, which stands there already."""
        if not block.part:
            yield '<div class="table">'
        tokens = [token for token in self._tokens(block) if token.type not in ("table_open", "table_close")]
        if block.part:
            ends = [index for index, token in enumerate(tokens) if token.type == "thead_close"]
            tokens = tokens[ends[0] + 1 :] if ends else tokens
        yield self.tag("table") if not block.part else ""
        yield from self.blocks(tokens)
        yield "</table></div>\n" if not block.goes_on else ""

    def _tokens(self, block: Block) -> list[Token]:
        return self._grammar.whole(block.content, self._labels.references, self._labels.footnotes)

    def heading(self, token: Token) -> str:
        level = min(_SMALLEST, int(token.tag[1:]) + _DEMOTED)
        return f"<h{level}{_BY_ITS_WORDS}>" if token.nesting > 0 else f"</h{level}>"

    def fence(self, token: Token) -> str:
        words = token.info.split()
        return self._pre(token.content, words[0] if words else "")

    def code(self, text: str) -> str:
        return f"<code>{escape(text)}</code>"

    def mark(self, label: str) -> str:
        return f'<sup><a href="#{escape(self._id_of(label))}">{escape(label)}</a></sup>'

    def note(self, label: str) -> str:
        """The first of a name has the id that marks lead to."""
        name = f' id="{escape(self._id_of(label))}"' if label not in self._noted else ""
        self._noted.add(label)
        return f"<sup{name}>{escape(label)}</sup>"

    def _id_of(self, label: str) -> str:
        return f"{self._place}-{quote(label, safe='')}"

    def item(self, box: str) -> str:
        """Return how an item begins; `box` says whether it is a task, and done."""
        return f'<li class="task" dir="auto">{_BOXES[box]} ' if box else self.tag("li")

    def _pre(self, code: str, language: str) -> str:
        shown = self._coloured(code.removesuffix("\n"), language)
        return f'<pre dir="ltr">{shown}</pre>\n'


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.strip("\n").split("\n"))
