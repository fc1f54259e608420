"""What a reply of Open WebUI's is made of: passages, in the order in which the model wrote them.

Newer versions keep a list of items beside the text. In older ones the text holds everything, folded:

    <details type="reasoning" done="true" duration="4"><summary>…</summary>&gt; What was thought</details>
    <details type="tool_calls" id="…" name="…" arguments="…" result="…">…</details>

Everything between is what was said. A tag that never ends holds all the rest. The text is gone through once,
whatever stands in it.
"""

import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress

from app.exchange.importers.bodies import CALL, OUTPUT
from app.exchange.importers.passages import SAID, THOUGHT, Passage
from app.exchange.importers.tally import UNKNOWN_PARTS, Tally
from app.exchange.importers.values import (
    Values,
    as_text,
    id_at,
    mappings_at,
    sequence_at,
    text,
    text_at,
)

_OPENING, _CLOSING = "<details", "</details>"
_FOLDED = frozenset({"reasoning", "tool_calls", "code_interpreter"})
_NAMED = re.compile(r'([\w-]{1,40})="([^"]*)"')
_SUMMARY, _SUMMARY_END = "<summary>", "</summary>"
_QUOTE = re.compile(r"^> ?", re.MULTILINE)
_FENCE = "```"
_GAP = "\n\n"


def from_items(message: Values, tally: Tally) -> Iterator[Passage]:
    """Yield the passages that a newer version keeps as items."""
    for item in mappings_at(message, "output"):
        match item.get("type"):
            case "message" if words := _words(item, "content"):
                yield Passage(SAID, words)
            case "reasoning" if words := _words(item, "content", "summary"):
                yield Passage(THOUGHT, words)
            case "function_call":
                asked = as_text(item.get("arguments"))
                yield Passage(CALL, asked, text_at(item, "name"), id_at(item, "call_id", "id"))
            case "function_call_output":
                yield Passage(OUTPUT, _words(item, "output"), "", id_at(item, "call_id"))
            case "message" | "reasoning":
                continue
            case _:
                tally.add(UNKNOWN_PARTS)


def from_text(content: str) -> Iterator[Passage]:
    """Yield the passages that an older version folds into the text."""
    at = said_from = 0
    while (start := content.find(_OPENING, at)) >= 0 and (end := content.find(">", start)) >= 0:
        named = dict(_NAMED.findall(content[start:end]))
        at = end + 1
        if named.get("type") in _FOLDED:
            yield from _said(content[said_from:start])
            closing = content.find(_CLOSING, at)
            body = content[at:] if closing < 0 else content[at:closing]
            at = said_from = len(content) if closing < 0 else closing + len(_CLOSING)
            yield from _unfolded({name: html.unescape(value) for name, value in named.items()}, body)
    yield from _said(content[said_from:])


def _words(item: Values, *names: str) -> str:
    """Return the words of an item's parts, under the first of the names that has any."""
    for name in names:
        parts = sequence_at(item, name)
        words = _GAP.join(filter(None, (_part(part) for part in parts))) or text_at(item, name)
        if words.strip():
            return words
    return ""


def _part(part: object) -> str:
    return text_at(part, "text") if isinstance(part, dict) else text(part)


def _said(words: str) -> Iterator[Passage]:
    if words.strip():
        yield Passage(SAID, words.strip())


def _unfolded(named: dict[str, str], body: str) -> Iterator[Passage]:
    words = html.unescape(_without_summary(body)).strip()
    name, call = text(named.get("name")), text(named.get("id"))
    match named["type"]:
        case "reasoning":
            if thought := _QUOTE.sub("", words).strip():
                yield Passage(THOUGHT, thought)
        case "code_interpreter":
            yield Passage(CALL, _unfenced(words), "code_interpreter", call)
            if came_back := _once_decoded(named.get("output", "")):
                yield Passage(OUTPUT, came_back, "", call)
        case _:
            yield Passage(CALL, _once_decoded(named.get("arguments", "")), name, call)
            if came_back := _once_decoded(named.get("result", "")) or words:
                yield Passage(OUTPUT, came_back, "", call)


def _without_summary(body: str) -> str:
    start = body.find(_SUMMARY)
    end = body.find(_SUMMARY_END, start)
    if start < 0 or end < 0 or body[:start].strip():
        return body
    return body[end + len(_SUMMARY_END) :]


def _unfenced(words: str) -> str:
    if not (words.startswith(_FENCE) and words.endswith(_FENCE) and "\n" in words):
        return words
    return words[words.index("\n") + 1 :].removesuffix(_FENCE).rstrip("\n")


def _once_decoded(written: str) -> str:
    """Return a text that was written as JSON as itself; other values stay the JSON that they are."""
    with suppress(ValueError, RecursionError):
        value = json.loads(written)
        if isinstance(value, str):
            return text(value)
    return text(written)
