"""What of a conversation's items any service takes: messages, and calls with what came back of them.

Pure: the same items give the same values, in the same order, so that a service finds again what it has read.
An item of a kind that is not known here is passed over, and with it what makes no sense alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.domain.item import MESSAGE, Role
from app.providers.json_values import mapping, sequence, text

CALLS = frozenset({"function_call", "custom_tool_call"})
OUTPUTS = frozenset({"function_call_output", "custom_tool_call_output"})
REASONING = "reasoning"
SEALED_PAST = "compaction"
_ROLES = frozenset({Role.PERSON, Role.MODEL, Role.SYSTEM, Role.DEVELOPER})
_SAID = frozenset({"output_text", "input_text", "text"})

Given = Mapping[str, Any]


def given_items(bodies: Iterable[str]) -> list[Given]:
    """Return the items that can be sent: every call with its output, all reasoning with what it led to."""
    items = [mapping(json.loads(body)) for body in bodies]
    calls, outputs = _named(items, CALLS), _named(items, OUTPUTS)
    paired = calls & outputs
    return list(_with_followers([(item, _makes_sense(item, paired)) for item in items]))


def kind(item: Given) -> str:
    return text(item.get("type")) or MESSAGE


def said(item: Given) -> str:
    """Return a message's words. Where a model refused, that is what it said."""
    content = item.get("content")
    if isinstance(content, str):
        return content
    return "".join(_words(mapping(part)) for part in sequence(content))


def returned(item: Given) -> str:
    """Return what came back of a call, as words."""
    output = item.get("output")
    if isinstance(output, str):
        return output
    return "\n".join(words for part in sequence(output) if (words := _words(mapping(part))))


def _words(part: Given) -> str:
    if part.get("type") in _SAID:
        return text(part.get("text"))
    return text(part.get("refusal")) if part.get("type") == "refusal" else ""


def _named(items: Iterable[Given], kinds: frozenset[str]) -> frozenset[str]:
    return frozenset(text(item.get("call_id")) for item in items if kind(item) in kinds) - {""}


def _makes_sense(item: Given, paired: frozenset[str]) -> bool:
    if kind(item) == MESSAGE:
        return item.get("role") in _ROLES
    if kind(item) in CALLS | OUTPUTS:
        return item.get("call_id") in paired
    return kind(item) in (REASONING, SEALED_PAST) and bool(text(item.get("encrypted_content")))


def _with_followers(judged: list[tuple[Given, bool]]) -> Iterator[Given]:
    """Leave out reasoning that is followed by nothing of the model's that is sent as well."""
    leads = [False] * len(judged)
    led = False
    for place in range(len(judged) - 1, -1, -1):
        item, fits = judged[place]
        if kind(item) != REASONING:
            led = fits and (kind(item) in CALLS or _is_whole_reply(item))
        leads[place] = led
    for (item, fits), is_led in zip(judged, leads, strict=True):
        if fits and (kind(item) != REASONING or is_led):
            yield item


def _is_whole_reply(item: Given) -> bool:
    return item.get("role") == Role.MODEL and item.get("status") != "incomplete"
