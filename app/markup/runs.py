"""The inside of a line as runs of one look each, for what is painted without a document: cells of tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from app.markup.formula_rules import FORMULA
from app.markup.grammar import FOOTNOTE_MARK, Grammar
from app.markup.labels import Labels
from app.markup.links import host_of, is_followed

_MARKS = frozenset("\\`*_~[]!<&$:")


@dataclass(frozen=True, slots=True)
class Run:
    """Some text, how it is set, and where it leads. A formula's text is its TeX as it was written."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    raised: bool = False
    address: str = ""
    tex: str = ""


def runs_of(grammar: Grammar, text: str, labels: Labels) -> tuple[Run, ...]:
    """Return the runs of one line of Markdown; most cells hold nothing that would have to be parsed."""
    if _MARKS.isdisjoint(text):
        return (Run(text),) if text else ()
    return tuple(runs_in(grammar.inline(text, labels.references, labels.footnotes)))


def runs_in(tokens: Sequence[Token]) -> Iterator[Run]:
    """Yield the runs of a line that is parsed."""
    look = Run("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, bold=token.nesting > 0)
            case "em_open" | "em_close":
                look = replace(look, italic=token.nesting > 0)
            case "s_open" | "s_close":
                look = replace(look, struck=token.nesting > 0)
            case "link_open":
                address = str(token.attrGet("href") or "")
                look = replace(look, address=address if is_followed(address) else "")
            case "link_close":
                look = replace(look, address="")
            case "code_inline":
                yield replace(look, text=token.content, code=True)
            case "softbreak" | "hardbreak":
                yield replace(look, text=" ")
            case "image":
                yield _image(token, look)
            case _ if token.type == FOOTNOTE_MARK:
                yield replace(look, text=token.content, raised=True)
            case _ if token.type == FORMULA:
                yield replace(look, text=token.markup, tex=token.content)
            case _ if token.content:
                yield replace(look, text=token.content)


def _image(token: Token, look: Run) -> Run:
    address, words = str(token.attrGet("src") or ""), token.content.strip()
    if not is_followed(address):
        return replace(look, text=words)
    host = host_of(address)
    return replace(look, text=f"{words} ({host})" if words else host, address=address)
