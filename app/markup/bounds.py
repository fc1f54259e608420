"""How deep and how wide Markdown is read. Whatever lies beyond stays as the text that it is, to the letter.

Nobody writes like that, but texts from outside may: without bounds the time to read and to lay out a few
thousand characters would have none either.
"""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, fence, list_block, table
from markdown_it.rules_inline import StateInline, image, link

ROWS = 20  # of a table in one part
_CELLS = 400  # the most in one part, if a row alone has not more
_COLUMNS = 64
_NESTED_CELLS = 600  # of a table within an item or a quote, which is shown as one
_DEEPEST = 24  # levels; a quote is one, a list with its item two
_LONGEST_OPENING = 1000  # characters of the line that opens a fence: each part of its code is read with it

Rule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]


def keep_bounds(parser: MarkdownIt) -> None:
    """Let the rules of a parser whose footnotes are known already take no more than is bearable."""
    rules = {rule.name: rule for rule in parser.block.ruler.__rules__}
    bounded: dict[str, Rule] = {
        "table": _narrow_table,
        "fence": _short_fence,
        "blockquote": _unless_deep(blockquote),
        "list": _unless_deep(list_block),
        "footnote_def": _unless_deep(rules["footnote_def"].fn),
    }
    for name, rule in bounded.items():
        parser.block.ruler.at(name, rule, {"alt": rules[name].alt})
    parser.inline.ruler.at("link", _if_closed("[", link))
    parser.inline.ruler.at("image", _if_closed("!", image))


def rows_of_part(columns: int) -> int:
    """Return how many rows of a table are one part."""
    return max(1, min(ROWS, _CELLS // max(1, columns)))


def _unless_deep(rule: Rule) -> Rule:
    def bounded(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        return state.level < _DEEPEST and rule(state, first, last, silent)

    return bounded


def _if_closed(sign: str, rule: InlineRule) -> InlineRule:
    """Look for words in brackets only where a bracket closes: every other look goes on to the very end."""

    def bounded(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != sign or state.src.find("]", state.pos, state.posMax) < 0:
            return False
        return rule(state, silent)

    return bounded


def _short_fence(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    opening = state.eMarks[first] - state.bMarks[first]
    return opening <= _LONGEST_OPENING and fence(state, first, last, silent)


def _narrow_table(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read no more rows than a part has, and the one that shows that more follow."""
    if first + 2 > last:
        return False
    columns = state.src.count("|", state.bMarks[first + 1], state.eMarks[first + 1])
    if columns > _COLUMNS:
        return False
    rows = _NESTED_CELLS // max(1, columns) if state.level else rows_of_part(columns) + 1
    return table(state, first, min(last, first + 2 + rows), silent)
