"""The Markdown that is understood: CommonMark with tables, strike, footnotes, bare addresses and formulas."""

from collections import ChainMap
from collections.abc import MutableMapping
from typing import Any

from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from app.markup.bounds import keep_bounds
from app.markup.formula_rules import use_formulas
from app.markup.links import is_worth_reading

FOOTNOTE_MARK = "footnote_mark"

_DEEPEST = 40
_LONGEST_LABEL = 100

Environment = dict[str, Any]


class Grammar:
    """Two parsers: one for the blocks of a message alone, one that reads a block to the last word."""

    def __init__(self) -> None:
        self._blocks = _parser()
        self._blocks.core.ruler.enableOnly(["normalize", "block"])
        self._whole = _parser()
        self._whole.inline.ruler.before("link", FOOTNOTE_MARK, _footnote_mark)
        _find_bare_addresses(self._whole)

    def blocks(self, text: str, environment: Environment) -> list[Token]:
        return self._blocks.parse(text, environment)

    def whole(
        self, text: str, references: MutableMapping[str, Any], footnotes: frozenset[str]
    ) -> list[Token]:
        """Read `text`, given the link definitions and the labels of footnotes of the whole message."""
        return self._whole.parse(text, _environment(references, footnotes))

    def inline(
        self, text: str, references: MutableMapping[str, Any], footnotes: frozenset[str]
    ) -> list[Token]:
        """Read `text` as the inside of a paragraph, whatever it begins with."""
        return self._whole.parseInline(text, _environment(references, footnotes))[0].children or []


def _environment(references: MutableMapping[str, Any], footnotes: frozenset[str]) -> Environment:
    """What a block is read by. What it defines itself is known already, and must not be kept twice."""
    return {"references": ChainMap({}, references), "labels": footnotes}


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).disable(["html_block", "html_inline"])
    parser.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    use_formulas(parser)
    keep_bounds(parser)
    setattr(parser, "validateLink", is_worth_reading)  # noqa: B010  # the library's own way to say it
    return parser


def _find_bare_addresses(parser: MarkdownIt) -> None:
    """Only with their scheme: README.md is not a web page, nor is git@example.com:x a letter box."""
    parser.linkify = _Addresses(options={"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    parser.options["linkify"] = True
    parser.core.ruler.enable("linkify")


class _Addresses(LinkifyIt):  # type: ignore[misc]  # the library has no types
    """Looks at a text only where there may be one: the library's own look costs as much as all the rest."""

    def pretest(self, text: str) -> bool:
        return "//" in text or "mailto:" in text.lower()


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """[^label] where the message has such a footnote."""
    if not state.src.startswith("[^", state.pos):
        return False
    end = state.src.find("]", state.pos, state.pos + _LONGEST_LABEL)
    label = state.src[state.pos + 2 : end]
    if end < 0 or label not in state.env.get("labels", ()):
        return False
    if not silent:
        state.push(FOOTNOTE_MARK, "", 0).content = label
    state.pos = end + 1
    return True
