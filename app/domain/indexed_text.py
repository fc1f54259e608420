"""The text that the search index holds of an item, a title or a note.

What was indexed is kept nowhere but in the item itself, and leaves the index only when the very same text is
given again. So this text must come out the same for ever, whatever Python or Unicode grow into: it follows
from fixed rules and fixed tables alone. Whoever changes a rule here must have the index rebuilt.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.folding import folded
from app.domain.text_pieces import whole_characters

# What a person could have read in an item of any kind; pictures, files and what is enciphered have no words.
_READABLE = frozenset(
    {"text", "content", "refusal", "summary", "name", "arguments", "input", "output", "query", "queries"}
    | {"filename", "code", "logs", "stdout", "stderr", "commands", "diff", "path", "title", "error"}
    | {"revised_prompt"}
)
_JSON_IN_TEXT = frozenset({"arguments", "input", "output"})
_BYTES_IN_TEXT = "data:"
_DEEPEST = 32
_BETWEEN = "\n\n"

# Kana, Bopomofo, Han and Hangul: scripts that are written without spaces, or searched for by parts of words.
CHARACTERS = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0002fa1f\U00030000-\U000323af"
)
ONE_CHARACTER_WORD = re.compile(f"[{CHARACTERS}]")


def text_in(body: str) -> str:
    """Return all that can be read in an item's body: its text, its reasoning, what tools were told and said.

    A body that cannot be understood has no words.
    """
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return _BETWEEN.join(_strings(content))


def indexed(texts: Iterable[str]) -> str:
    """Return the texts as the index takes them: as one, with a space around each character that is a word.

    Their letters are folded, as far as the index would not do that itself.
    """
    text = whole_characters(_BETWEEN.join(filter(None, texts))).replace("\0", " ")
    return text if text.isascii() else ONE_CHARACTER_WORD.sub(r" \g<0> ", folded(text))


def _strings(content: Any) -> Iterator[str]:  # noqa: ANN401  # as JSON has it
    """Yield the readable strings of some JSON in their order."""
    waiting: list[tuple[str, int, Any]] = [("", 0, content)]
    while waiting:
        key, depth, value = waiting.pop()
        if isinstance(value, str):
            if key in _READABLE and value and not value.startswith(_BYTES_IN_TEXT):
                yield _unescaped(value) if key in _JSON_IN_TEXT else value
        elif isinstance(value, dict) and depth < _DEEPEST:
            waiting.extend((name, depth + 1, each) for name, each in reversed(value.items()))
        elif isinstance(value, list) and depth < _DEEPEST:
            waiting.extend((key, depth + 1, each) for each in reversed(value))


def _unescaped(text: str) -> str:
    """Tools speak JSON inside of JSON, where a letter beyond ASCII may hide behind its number."""
    if "\\u" not in text:
        return text
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except (ValueError, RecursionError):
        return text
