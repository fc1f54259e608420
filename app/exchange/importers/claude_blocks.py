"""The blocks that a message of Claude's is made of, as items in their order."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from app.exchange.importers.bodies import NewItem, call, output, reply, thoughts
from app.exchange.importers.files import FoundFile, of_data_url
from app.exchange.importers.links import link, with_sources
from app.exchange.importers.tally import UNKNOWN_PARTS, Tally
from app.exchange.importers.values import (
    Values,
    as_text,
    id_at,
    mapping_at,
    mappings_at,
    moment_at,
    sequence,
    text,
    text_at,
)

_SILENT = frozenset({"token_budget", "flag", "redacted_thinking"})
_GAP = "\n\n"


def said_in(message: Values) -> str:
    """Return the words of a message's blocks or, where it has none, those beside them."""
    return _GAP.join(_text(block) for block in _blocks(message, "text")) or text_at(message, "text")


def attached_pictures(message: Values) -> Iterator[FoundFile]:
    """Yield the pictures that stand among the blocks themselves."""
    for number, block in enumerate(_blocks(message, "image"), 1):
        kept = mapping_at(block, "source")
        media_type, content = text_at(kept, "media_type"), text_at(kept, "data")
        ending = media_type.rpartition("/")[2]
        found = of_data_url(f"image-{number}.{ending}", f"data:{media_type};base64,{content}")
        if found and content:
            yield found


def items_of(message: Values, about: dict[str, Any], tally: Tally) -> Iterator[NewItem]:
    """Yield what the model did in one message. What was said without a break between is one item."""
    blocks = list(mappings_at(message, "content"))
    if not any(_text(block).strip() for block in _blocks(message, "text")):
        blocks.append({"type": "text", "text": text_at(message, "text")})
    making = _Making(about, id_at(message, "uuid", "id"), tally)
    for block in blocks:
        yield from making.read(block)
    yield from making.rest()


class _Making:
    """Gathers what is said until something else comes between, and knows which call was answered last."""

    def __init__(self, about: dict[str, Any], name: str, tally: Tally) -> None:
        self._about = about
        self._name = name
        self._tally = tally
        self._said: list[Values] = []
        self._open: deque[str] = deque()
        self._answered: set[str] = set()
        self._calls = 0
        self._raw = about["raw"]

    def read(self, block: Values) -> Iterator[NewItem]:
        kind = text_at(block, "type")
        if kind == "text":
            self._said.append(block)
            return
        match kind:
            case "thinking" if thought := text_at(block, "thinking", "text").strip():
                yield from self.rest()
                yield thoughts(thought, **self._at(block))
            case "tool_use" | "server_tool_use":
                yield from self.rest()
                yield self._call(block)
            case "tool_result" | "web_search_tool_result":
                yield from self.rest()
                yield self._result(block)
            case "thinking":
                return
            case _ if kind not in _SILENT:
                self._tally.add(UNKNOWN_PARTS)

    def rest(self) -> Iterator[NewItem]:
        """Yield what was said since something else came between."""
        said = _GAP.join(filter(None, map(_text, self._said)))
        if said.strip():
            first, last = self._at(self._said[0]), self._at(self._said[-1])
            first["ended_at"] = last["ended_at"]
            sources = [each for block in self._said for each in _sources(block)]
            yield reply(with_sources(said, sources), state=self._about["state"], **first)
        self._said = []

    def _call(self, block: Values) -> NewItem:
        self._calls += 1
        name = id_at(block, "id") or f"{self._name}/call-{self._calls}"
        self._open.append(name)
        return call(name, text_at(block, "name"), block.get("input"), **self._at(block))

    def _result(self, block: Values) -> NewItem:
        """A result may not say whose it is: then it is that of the first call that has none."""
        while self._open and self._open[0] in self._answered:
            self._open.popleft()
        first = self._open[0] if self._open else f"{self._name}/result-{self._calls}"
        name = id_at(block, "tool_use_id") or first
        self._answered.add(name)
        about = self._at(block)
        about.pop("model")
        return output(name, result_of(block), author=text_at(block, "name"), **about)

    def _at(self, block: Values) -> dict[str, Any]:
        """What holds for an item of this block; what has no other place is kept with the first of them."""
        begun = moment_at(block, "start_timestamp")
        ended = moment_at(block, "stop_timestamp")
        raw, self._raw = self._raw, None
        return {
            "created_at": self._about["created_at"] if begun is None else begun,
            "ended_at": self._about["ended_at"] if ended is None else ended,
            "model": self._about["model"],
            "raw": raw,
        }


def result_of(block: Values) -> str:
    """Return what a tool gave back, as it reads: texts, pages by their links, and anything else as JSON."""
    content = block.get("content")
    if isinstance(content, str):
        return text(content)
    told = _GAP.join(filter(None, (_returned(part) for part in sequence(content))))
    return told or text_at(mapping_at(block, "display_content"), "text", "json_block") or as_text(content)


def _returned(part: object) -> str:
    if not isinstance(part, dict):
        return as_text(part)
    page = link(text_at(part, "title"), text_at(part, "url"))
    said = text_at(part, "text")
    return "\n".join(filter(None, (page, said))) or as_text(part)


def _blocks(message: Values, kind: str) -> Iterator[Values]:
    return (block for block in mappings_at(message, "content") if block.get("type") == kind)


def _text(block: Values) -> str:
    return text_at(block, "text")


def _sources(block: Values) -> Iterator[str]:
    for cited in mappings_at(block, "citations"):
        about = mapping_at(cited, "details", "metadata")
        yield link(
            text_at(cited, "title", "source") or text_at(about, "title"),
            text_at(cited, "url") or text_at(about, "url"),
        )
