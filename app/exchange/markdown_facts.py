"""What of a conversation does not show in its Markdown, in comments between: so that it comes back exactly.

    <!-- sotto {"head": {...}} -->      once, before the title
    <!-- sotto {"id": ..., ...} -->     before the text of each item, with a blank line between

The values are those of `piece_values`, and:

    behind      left out where the item follows the one before it in the file
    lines       how many lines of text follow; without it, none
    is_fenced   the first and the last of them are fences, and not of the text
    restored    [line, lines, before]: from the line on, so many stand for those of `before`
    shape       the mould of the body, where it is not the usual one of such an item: its name, or its parts
    body        the body itself, where the text alone does not lead back to it
    original    the body that was edited; what is written out is what is shown in its place
    hash        the beginning of the SHA-256 of the body that is written out

Text is never searched for comments: `lines` says where it ends. Where the hash is another, somebody has
edited the file, and the text counts.
"""

import json
from typing import Any

from app.domain.parcel import ParcelHead, ParcelItem
from app.exchange.markdown_words import quoted
from app.exchange.moulds import USUAL, mould_of, usual
from app.exchange.piece_values import head_values

OPENING, CLOSING = "<!-- sotto {", "} -->"
HASH_DIGITS = 32


def facts_line(values: dict[str, Any]) -> str:
    return f"<!-- sotto {quoted(values)} -->"


def head_facts(head: ParcelHead) -> str:
    return facts_line({"head": head_values(head)})


def facts_in(line: str) -> dict[str, Any] | None:
    """Return the values of a comment of ours, or None for any other line."""
    if not (line.startswith(OPENING) and line.endswith(CLOSING)):
        return None
    try:
        values = json.loads(line[len(OPENING) - 1 : 1 - len(CLOSING)])
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def body_facts(item: ParcelItem, body: str, text: str | None) -> dict[str, Any]:
    """Return what leads back to the body beside its text; without a text, all of it."""
    if text is None:
        return {"body": body}
    default = usual(item.role, item.state, item.kind)
    if default.cast(text) == body:
        return {}
    mould = mould_of(body, text)
    if mould is None:
        return {"body": body}
    return {"shape": next((name for name, known in USUAL.items() if known == mould), mould)}
