"""Topics of Cherry Studio: messages in a row, whose text lies in blocks beside them.

Several models may have answered one question: their answers stand in the row one after another, and what
was asked next followed the one that was chosen.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from app.domain.item import ItemState, Role
from app.exchange.importers.bodies import NewItem, instructions, question
from app.exchange.importers.files import FoundFile, of_data_url
from app.exchange.importers.saying import Saying
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES, UNKNOWN_PARTS, Tally
from app.exchange.importers.tree import Node
from app.exchange.importers.values import (
    Values,
    flag_at,
    id_at,
    identity,
    leftover,
    mapping,
    mapping_at,
    mappings_at,
    moment_at,
    sequence_at,
    text,
    text_at,
)

_PLACED = (
    *("id", "role", "blocks", "content", "reasoning_content", "createdAt", "status", "model", "modelId"),
    *("topicId", "assistantId", "askId", "images", "files", "foldSelected", "useful", "type"),
    *("multiModelMessageStyle", "mentions"),
)
_SILENT = frozenset({"unknown", "citation", "translation", "error", "image", "file", "video"})
_KEPT = frozenset({"citation", "translation", "error"})
_STATES = MappingProxyType(
    {
        "paused": ItemState.STOPPED,
        "error": ItemState.FAILED,
        "processing": ItemState.INTERRUPTED,
        "pending": ItemState.INTERRUPTED,
        "searching": ItemState.INTERRUPTED,
    }
)
_CLEARED = "clear"


class Topic:
    """Makes nodes of a topic's messages. `blocks` are all that are known, `files` those of the backup."""

    def __init__(self, blocks: Mapping[str, Values], files: Mapping[str, FoundFile], tally: Tally) -> None:
        self._blocks = blocks
        self._files = files
        self._tally = tally
        self.current: str | None = None

    def nodes(self, messages: Iterable[object]) -> Iterator[Node]:
        """Yield the nodes; afterwards `current` is the one that the topic goes on from."""
        numbered = ((number, mapping(each)) for number, each in enumerate(messages))
        for _, together in groupby(numbered, _answers):
            answers = list(together)
            names = [id_at(message, "id") or f"#{number}" for number, message in answers]
            for name, (_, message) in zip(names, answers, strict=True):
                yield Node(name, self.current, tuple(self._items(message)))
            self.current = _chosen(names, [message for _, message in answers])

    def _items(self, message: Values) -> Iterator[NewItem]:
        at = moment_at(message, "createdAt")
        blocks = list(self._blocks_of(message))
        match text_at(message, "role"):
            case _ if text_at(message, "type") == _CLEARED:
                return
            case Role.PERSON:
                files = tuple(self._found(message, blocks))
                raw = _raw(message, blocks)
                yield question(_words(blocks), created_at=at, files=files, raw=raw)
            case Role.SYSTEM:
                yield instructions(_words(blocks), created_at=at, raw=_raw(message, blocks))
            case Role.MODEL:
                files = tuple(self._found(message, blocks))
                yield from self._said(message, blocks).items(
                    created_at=at, state=_state(message), files=files, raw=_raw(message, blocks)
                )
            case _:
                self._tally.add(NOT_MESSAGES)

    def _blocks_of(self, message: Values) -> Iterator[Values]:
        """Yield what a message is made of; earlier versions kept that in the message itself."""
        for each in sequence_at(message, "blocks"):
            block = mapping(each) or self._blocks.get(identity(each), mapping(None))
            if block:
                yield block
            else:
                self._tally.add(UNKNOWN_PARTS)
        if not sequence_at(message, "blocks"):
            yield {"type": "thinking", "content": message.get("reasoning_content")}
            yield {"type": "main_text", "content": message.get("content")}

    def _said(self, message: Values, blocks: Iterable[Values]) -> Saying:
        saying = Saying(id_at(mapping_at(message, "model"), "id") or id_at(message, "modelId"))
        for block in blocks:
            match text_at(block, "type"):
                case "thinking":
                    saying.think(block.get("content"))
                case "main_text" | "compact":
                    saying.say(block.get("content"))
                case "code":
                    saying.say(_fenced(block))
                case "tool":
                    _say_call(saying, block)
                case kind if kind not in _SILENT:
                    self._tally.add(UNKNOWN_PARTS)
        return saying

    def _found(self, message: Values, blocks: Iterable[Values]) -> Iterator[FoundFile]:
        kinds = ("image", "file", "video")
        shown = [block for block in blocks if text_at(block, "type") in kinds]
        shown += [{"file": file} for file in mappings_at(message, "files")]
        shown += [{"url": url} for url in sequence_at(message, "images")]
        for number, each in enumerate(shown, 1):
            for place in _places(each):
                if found := self._at(place, mapping_at(each, "file"), number):
                    yield found
                else:
                    self._tally.add(FILES_MISSING)

    def _at(self, place: str, about: Values, number: int) -> FoundFile | None:
        name = text_at(about, "origin_name", "name")
        if found := self._files.get(place):
            return FoundFile(name or place, found.read)
        return of_data_url(name or f"picture-{number}", place)


def _answers(numbered: tuple[int, Values]) -> object:
    """What the answers to one question have in common, and nothing else with anything."""
    number, message = numbered
    asked = id_at(message, "askId")
    return asked if asked and text_at(message, "role") == Role.MODEL else number


def _chosen(names: list[str], answers: list[Values]) -> str:
    for mark in ("useful", "foldSelected"):
        for name, message in zip(names, answers, strict=True):
            if flag_at(message, mark):
                return name
    return names[-1]


def _state(message: Values) -> ItemState:
    return _STATES.get(text_at(message, "status"), ItemState.COMPLETE)


def _words(blocks: Iterable[Values]) -> str:
    texts = (_fenced(block) if text_at(block, "type") == "code" else _plain(block) for block in blocks)
    return "\n\n".join(filter(None, texts))


def _plain(block: Values) -> str:
    return text(block.get("content")) if text_at(block, "type") == "main_text" else ""


def _fenced(block: Values) -> str:
    code = text(block.get("content"))
    fence = "```"
    while fence in code:
        fence += "`"
    language = text_at(block, "language")
    return f"{fence}{language if language.isalnum() else ''}\n{code}\n{fence}" if code else ""


def _say_call(saying: Saying, block: Values) -> None:
    """Add a call and what came of it. What the tool itself answered tells the most."""
    answered = mapping_at(mapping_at(block, "metadata"), "rawMcpToolResponse")
    call_id = id_at(answered, "id", "toolCallId") or id_at(block, "id")
    name = (
        text_at(block, "toolName") or text_at(mapping_at(answered, "tool"), "name") or id_at(block, "toolId")
    )
    saying.call(call_id, name, block.get("arguments", answered.get("arguments")) or {})
    came_back = block.get("content", answered.get("response"))
    if came_back is not None:
        saying.answer(call_id, came_back)


def _places(shown: Values) -> Iterator[str]:
    """Where a file may be: written out, or in the backup under its id and ending."""
    file = mapping_at(shown, "file")
    if file:
        yield id_at(file, "id") + text_at(file, "ext")
    elif url := text_at(shown, "url"):
        yield url
    else:
        made = mapping_at(mapping_at(shown, "metadata"), "generateImageResponse")
        yield from [each for each in map(text, sequence_at(made, "images")) if each] or [""]


def _raw(message: Values, blocks: Iterable[Values]) -> str | None:
    kept = [dict(block) for block in blocks if text_at(block, "type") in _KEPT]
    return leftover({**message, "kept_blocks": kept}, _PLACED)
