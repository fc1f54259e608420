"""Messages without their marks: for titles, for finding, and for those who listen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from app.markup.block import Block, Kind
from app.markup.grammar import Grammar
from app.markup.labels import Labels
from app.markup.runs import runs_in


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and which block of the message it is."""

    level: int
    words: str
    block: int


def plain_text(grammar: Grammar, blocks: Sequence[Block], labels: Labels) -> str:
    """Return the words of a message, each block on lines of its own."""
    texts = (plain_block(grammar, block, labels) for block in blocks)
    return "\n".join(text for text in texts if text)


def plain_block(grammar: Grammar, block: Block, labels: Labels) -> str:
    """Return the words of one block; of a table each row on a line, of a list each item."""
    match block.kind:
        case Kind.RULE | Kind.NOTHING:
            return ""
        case Kind.CODE | Kind.FORMULA | Kind.HTML:
            return block.content.strip("\n")
    if block.part and block.kind is Kind.PARAGRAPH:
        return _words(grammar.inline(block.content, labels.references, labels.footnotes))
    tokens = grammar.whole(block.content, labels.references, labels.footnotes)
    return "".join(_lines(tokens)).strip()


def headings(grammar: Grammar, blocks: Sequence[Block], labels: Labels) -> Iterator[Heading]:
    """Yield the headings of a message in their order."""
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            yield Heading(block.level, plain_block(grammar, block, labels), index)


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    in_cell = False
    for token in tokens:
        match token.type:
            case "th_open" | "td_open":
                in_cell = True
            case "th_close" | "td_close":
                in_cell = False
                yield "\t"
            case "tr_close":
                yield "\n"
            case "inline":
                yield _words(token.children or []) + ("" if in_cell else "\n")
            case "fence" | "code_block" | "formula_block":
                yield token.content.strip("\n") + "\n"


def _words(tokens: Sequence[Token]) -> str:
    return "".join(run.text for run in runs_in(tokens))
