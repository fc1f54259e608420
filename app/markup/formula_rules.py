"""Formulas as Markdown rules: $a$, \\(a\\), $$a$$ and \\[a\\], and money that is no formula."""

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

FORMULA = "formula"
FORMULA_BLOCK = "formula_block"

_CLOSERS = (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"))
_LONGEST_INLINE = 600
_MOST_LINES = 100
_LONGEST_BLOCK = 4000
_CLOSING_DOLLAR = re.compile(r"(?<![\s\\])\$(?!\d)")
_NUMBER_AND_WORDS = re.compile(r"[\d.,]+[^\\^_=+{}]*\s[^\\^_=+{}]*[^\W\d_]{2}")


def use_formulas(parser: MarkdownIt) -> None:
    alternatives: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("fence", FORMULA_BLOCK, _block_rule, alternatives)
    parser.inline.ruler.before("escape", FORMULA, _inline_rule)


def _block_rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A line that begins a formula begins a block; whether it is a formula shows where it ends.

    That depends on no later line, so that text which grows is read as it is when it is whole.
    """
    if state.is_code_block(first):
        return False
    line = _line(state, first)
    opener = line[:2]
    if opener not in ("$$", "\\["):
        return False
    closer = "$$" if opener == "$$" else "\\]"
    found = line.find(closer, 2)
    if found >= 0 and line[found + 2 :].strip(" \t.,;"):
        return False
    if not silent:
        _read_block(state, first, end, closer)
    return True


def _read_block(state: StateBlock, first: int, end: int, closer: str) -> None:
    lines: list[str] = []
    closed = False
    number = first
    length = 0
    while number < min(end, first + _MOST_LINES) and not closed and length < _LONGEST_BLOCK:
        line = _line(state, number)
        if not line.strip() or (number > first and state.sCount[number] < state.blkIndent):
            break
        body = line[2:] if number == first else line
        closed = closer in body
        lines.append(body.partition(closer)[0])
        length += len(line)
        number += 1
    state.line = number
    token = state.push(FORMULA_BLOCK, "", 0)
    token.map = [first, number]
    token.block = True
    token.content = "\n".join(lines).strip()
    token.markup = state.getLines(first, number, state.blkIndent, False)
    token.meta = {"closed": closed and bool(token.content)}


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _inline_rule(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    for opener, closer in _CLOSERS:
        if state.src.startswith(opener, state.pos):
            return _read_inline(state, opener, closer, silent)
    return False


def _read_inline(state: StateInline, opener: str, closer: str, silent: bool) -> bool:
    start = state.pos + len(opener)
    limit = min(state.posMax, start + _LONGEST_INLINE)
    end = state.src.find(closer, start, limit)
    if opener == "$":
        end = _dollar_end(state, start, limit)
    tex = state.src[start:end].strip() if end > start else ""
    if not tex or "\n\n" in tex:
        return False
    if not silent:
        token = state.push(FORMULA, "", 0)
        token.content = tex
        token.markup = state.src[state.pos : end + len(closer)]
        token.meta = {"display": opener in ("$$", "\\[")}
    state.pos = end + len(closer)
    return True


def _dollar_end(state: StateInline, start: int, limit: int) -> int:
    """Return where the formula of one dollar sign ends, or -1 where the sign means money."""
    source = state.src
    before = source[state.pos - 1] if state.pos else " "
    if before.isalnum() or source[start : start + 1].isspace():
        return -1
    for found in _CLOSING_DOLLAR.finditer(source, start, limit):
        end = found.start()
        if not source[end + 1 : end + 2].isdigit():
            return -1 if _NUMBER_AND_WORDS.match(source[start:end]) else end
    return -1
