"""What a folded line says and what it holds: reasoning, a tool that was called, what the tool answered."""

import json
import re
from typing import Any

from app.domain.item import MESSAGE, REASONING, Item
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line

_BACKTICKS = re.compile("`+")
_LONGEST_NAME = 60
_MICROSECONDS = 1_000_000


def is_folded(item: Item) -> bool:
    """Say whether an item is shown as one line that can be opened: all are that are no messages."""
    return item.kind != MESSAGE


def fold_words(item: Item) -> str:
    """Return the line that stands for a folded item."""
    if item.kind == REASONING:
        return _thought_words(item)
    if item.kind.endswith("_output"):
        return tr("Result")
    body = json.loads(item.body)
    if query := _query(body):
        return tr("Searched for {words}").format(words=_short(query))
    if name := body.get("name"):
        return tr("Used {tool}").format(tool=_short(str(name)))
    if isinstance(body.get("code"), str):
        return tr("Ran code")
    return tr("Used {tool}").format(tool=_short(item.kind.removesuffix("_call").replace("_", " ")))


def fold_text(item: Item, text: str) -> str:
    """Return what an opened line shows, as Markdown: what a tool was given and gave, to the letter."""
    if item.kind == REASONING:
        return text
    body = json.loads(item.body)
    arguments = body.get("arguments")
    if isinstance(arguments, str):
        return _fenced(_indented(arguments), "json")
    if isinstance(body.get("code"), str):
        return _fenced(body["code"], "python")
    return _fenced(_indented(text), "json" if _is_json(text) else "") if text else ""


def _thought_words(item: Item) -> str:
    seconds = round(((item.ended_at or item.created_at) - item.created_at) / _MICROSECONDS)
    if seconds < 1:
        return tr("Thought")
    if seconds < 60:  # a minute
        return tr("Thought for {seconds} s").format(seconds=seconds)
    return tr("Thought for {minutes} min").format(minutes=round(seconds / 60))


def _query(body: dict[str, Any]) -> str:
    action = body.get("action")
    query = action.get("query") if isinstance(action, dict) else None
    queries = body.get("queries")
    if isinstance(query, str):
        return query
    return str(queries[0]) if isinstance(queries, list) and queries else ""


def _short(text: str) -> str:
    line = single_line(text)
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1].rstrip() + "…"


def _indented(text: str) -> str:
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return text


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def _fenced(text: str, language: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
