"""A block as the rich text that Qt reads: no raw HTML, nothing that is loaded, no link but to the web."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType

from markdown_it.token import Token

from app.markup.block import Block, Kind
from app.markup.formula_rules import FORMULA, FORMULA_BLOCK
from app.markup.grammar import FOOTNOTE_MARK, Grammar
from app.markup.labels import Labels
from app.markup.links import host_of, is_followed

Formula = Callable[[str, bool], str]
"""Given TeX, and whether it stands alone, returns rich text for it; empty where there is none."""

Styles = Mapping[str, str]
"""What is written into the tags: by the name of the tag, `pre` for code, and `h1` to `h6`."""

UNSTYLED: Styles = MappingProxyType({})

_TAGS = MappingProxyType({"strong": "b", "em": "i", "s": "s"})
_TASKS = MappingProxyType({"[ ] ": "unchecked", "[x] ": "checked", "[X] ": "checked"})


def no_formulas(_tex: str, _display: bool) -> str:
    return ""


def rich_text(
    grammar: Grammar,
    block: Block,
    labels: Labels,
    formula: Formula = no_formulas,
    styles: Styles = UNSTYLED,
) -> str:
    """Return rich text for a block of any kind but code, formulas and rules, which are painted otherwise."""
    if block.kind is Kind.HTML:
        return f"<p{styles.get('p', '')}>{_lines(block.content)}</p>"
    writer = _Writer(formula, styles)
    if block.part and block.kind is Kind.PARAGRAPH:
        tokens = grammar.inline(block.content, labels.references, labels.footnotes)
        return f"<p{styles.get('p', '')}>{writer.inline(tokens)}</p>"
    tokens = grammar.whole(block.content, labels.references, labels.footnotes)
    return "".join(writer.blocks(tokens, block.number))


class _Writer:
    def __init__(self, formula: Formula, styles: Styles) -> None:
        self._formula = formula
        self._styles = styles
        self._open_links: list[str] = []
        self._note = ""

    def blocks(self, tokens: Sequence[Token], number: int | None = None) -> Iterator[str]:
        for index, token in enumerate(tokens):
            match token.type:
                case "inline":
                    yield self.inline(token.children or [])
                case "paragraph_open" | "paragraph_close":
                    yield self._paragraph(token)
                case "list_item_open":
                    yield self._item(tokens[index : index + 3])
                case "ordered_list_open":
                    start = token.attrGet("start") or 1
                    first = number if number is not None and index == 0 else start
                    yield self._open("ol", attributes=f' start="{first}"')
                case "heading_open":
                    yield self._open("p", token.tag)
                case "heading_close":
                    yield "</p>"
                case "th_open" | "td_open":
                    yield f"<{token.tag}{_alignment(token)}>"
                case "fence" | "code_block":
                    yield f"{self._open('p', 'pre')}{_lines(token.content)}</p>"
                case "hr":
                    yield "<hr>"
                case "footnote_reference_open":
                    self._note = f"{self._open('sup')}{escape(token.meta['label'])}</sup> "
                case "footnote_reference_close":
                    pass
                case _ if token.type == FORMULA_BLOCK:
                    yield f"<p>{self._shown_formula(token, display=True)}</p>"
                case _ if token.tag:
                    yield self._open(token.tag) if token.nesting >= 0 else f"</{token.tag}>"

    def _open(self, tag: str, style: str = "", attributes: str = "") -> str:
        return f"<{tag}{self._styles.get(style or tag, '')}{attributes}>"

    def _paragraph(self, token: Token) -> str:
        """In a tight list the words stand in the item itself. A footnote begins with its label."""
        if token.hidden:
            return ""
        note, self._note = self._note, ""
        return f"{self._open('p')}{note}" if token.nesting > 0 else "</p>"

    def inline(self, tokens: Sequence[Token]) -> str:
        return "".join(self._span(token) for token in tokens)

    def _span(self, token: Token) -> str:
        match token.type:
            case "text":
                return escape(token.content)
            case "softbreak":
                return " "
            case "hardbreak":
                return "<br>"
            case "code_inline":
                return self._code(token.content)
            case "link_open":
                return self._link(str(token.attrGet("href") or ""))
            case "link_close":
                return self._open_links.pop()
            case "image":
                return self._image(token)
            case _ if token.type == FOOTNOTE_MARK:
                return f"{self._open('sup')}{escape(token.content)}</sup>"
            case _ if token.type == FORMULA:
                return self._shown_formula(token, display=token.meta["display"])
            case _ if tag := _TAGS.get(token.tag):
                return self._open(tag) if token.nesting > 0 else f"</{tag}>"
        return escape(token.content)

    def _link(self, address: str) -> str:
        """Only what may be opened is a link; other addresses leave their words alone."""
        followed = is_followed(address)
        self._open_links.append("</a>" if followed else "")
        return self._open("a", attributes=f' href="{escape(address)}"') if followed else ""

    def _code(self, text: str) -> str:
        return f"{self._open('code')}{_spaces(text)}</code>"

    def _shown_formula(self, token: Token, *, display: bool) -> str:
        return self._formula(token.content, display) or self._code(token.markup.strip())

    def _item(self, tokens: Sequence[Token]) -> str:
        """An item, with its box where it is a task."""
        inline = next((token for token in tokens if token.type == "inline"), None)
        box = _TASKS.get(inline.content[:4]) if inline else None
        if not (inline and box and inline.children and inline.children[0].type == "text"):
            return self._open("li")
        inline.children[0].content = inline.children[0].content[4:]
        return self._open("li", attributes=f' class="{box}"')

    def _image(self, token: Token) -> str:
        """An image is never loaded: a link with its words and its host stands for it."""
        address, words = str(token.attrGet("src") or ""), escape(token.content.strip())
        if not is_followed(address):
            return words
        host = escape(host_of(address))
        return self._link(address) + (f"{words} ({host})" if words else host) + self._open_links.pop()


def _alignment(token: Token) -> str:
    style = str(token.attrGet("style") or "")
    return f' align="{style.partition(":")[2]}"' if style else ""


def _lines(text: str) -> str:
    lines = text.strip("\n").split("\n")
    return "<br>".join(
        "&nbsp;" * (len(line) - len(line.lstrip(" "))) + _spaces(line.lstrip(" ")) for line in lines
    )


def _spaces(text: str) -> str:
    """Spaces that stay as many as they are, and yet let a line end."""
    return escape(text).replace("\t", "    ").replace("  ", " &nbsp;")
