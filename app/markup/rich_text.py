"""A block as the rich text that Qt reads: no raw HTML, nothing that is loaded, no link but to the web."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from markdown_it.token import Token

from app.markup.block import Block, Kind
from app.markup.formula_rules import FORMULA_BLOCK
from app.markup.grammar import Grammar
from app.markup.labels import Labels
from app.markup.rich_spans import UNSTYLED, Formula, RichSpans, Styles, kept_spaces, no_formulas

_TASKS = MappingProxyType({"[ ] ": "unchecked", "[x] ": "checked", "[X] ": "checked"})


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
    writer = RichBlocks(formula, styles)
    if block.part and block.kind is Kind.PARAGRAPH:
        tokens = grammar.inline(block.content, labels.references, labels.footnotes)
        return f"<p{styles.get('p', '')}>{writer.inline(tokens)}</p>"
    tokens = grammar.whole(block.content, labels.references, labels.footnotes)
    return "".join(writer.blocks(tokens, block.number))


class RichBlocks(RichSpans):
    """Writes the tokens of blocks, one after the other."""

    def __init__(self, formula: Formula, styles: Styles) -> None:
        super().__init__(formula, styles)
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
                    yield self.tag("ol", attributes=f' start="{first}"')
                case "heading_open" | "heading_close":
                    yield self.heading(token)
                case "th_open" | "td_open":
                    yield self.tag(token.tag, attributes=_alignment(token))
                case "fence" | "code_block":
                    yield self.fence(token)
                case "hr":
                    yield "<hr>"
                case "footnote_reference_open":
                    self._note = f"{self.note(token.meta['label'])} "
                case "footnote_reference_close":
                    pass
                case _ if token.type == FORMULA_BLOCK:
                    yield f"{self.tag('p', 'formula')}{self.shown_formula(token, display=True)}</p>"
                case _ if token.tag:
                    yield self.tag(token.tag) if token.nesting >= 0 else f"</{token.tag}>"

    def heading(self, token: Token) -> str:
        return self.tag("p", token.tag) if token.nesting > 0 else "</p>"

    def fence(self, token: Token) -> str:
        return f"{self.tag('p', 'pre')}{_lines(token.content)}</p>"

    def note(self, label: str) -> str:
        """The label that a footnote begins with."""
        return self.mark(label)

    def _paragraph(self, token: Token) -> str:
        """In a tight list the words stand in the item itself. A footnote begins with its label."""
        if token.hidden:
            return ""
        note, self._note = self._note, ""
        return f"{self.tag('p')}{note}" if token.nesting > 0 else "</p>"

    def _item(self, tokens: Sequence[Token]) -> str:
        """An item, with its box where it is a task."""
        inline = next((token for token in tokens if token.type == "inline"), None)
        box = _TASKS.get(inline.content[:4]) if inline else None
        if not (inline and box and inline.children and inline.children[0].type == "text"):
            return self.item("")
        inline.children[0].content = inline.children[0].content[4:]
        return self.item(box)

    def item(self, box: str) -> str:
        """Return how an item begins; `box` says whether it is a task, and done."""
        return self.tag("li", attributes=f' class="{box}"' if box else "")


def _alignment(token: Token) -> str:
    style = str(token.attrGet("style") or "")
    return f' align="{style.partition(":")[2]}"' if style else ""


def _lines(text: str) -> str:
    lines = text.strip("\n").split("\n")
    return "<br>".join(
        "&nbsp;" * (len(line) - len(line.lstrip(" "))) + kept_spaces(line.lstrip(" ")) for line in lines
    )
