"""LibreChat's export: one conversation a file, its messages as a tree of children or as a list of links.

A message is made of parts where an agent wrote it, and of its text alone where it did not.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.conversation_settings import ConversationSettings
from app.domain.item import ItemState
from app.domain.parcel import Piece
from app.exchange.importers.bodies import CALL, OUTPUT, NewItem, question
from app.exchange.importers.entries import Shape, entries, recognised
from app.exchange.importers.files import FoundFile, of_data_url, of_text
from app.exchange.importers.passages import SAID, THOUGHT, Ending, Passage, items_of
from app.exchange.importers.tally import FILES_MISSING, UNKNOWN_PARTS, Tally
from app.exchange.importers.tree import Account, Node, in_line, pieces_of
from app.exchange.importers.values import (
    Values,
    as_text,
    flag_at,
    id_at,
    leftover,
    mapping,
    mapping_at,
    mappings_at,
    moment_at,
    sequence_at,
    text_at,
    texts_at,
)
from app.exchange.source import Source

ORIGIN = "librechat"

_PLACED = frozenset(
    {"messageId", "parentMessageId", "conversationId", "sender", "text", "content", "isCreatedByUser"}
    | {"model", "error", "unfinished", "createdAt", "updatedAt", "children", "files", "_id", "__v", "user"}
    | {"endpoint", "tokenCount", "clientTimestamp"}
)
_THINKING, _THOUGHT_END = ":::thinking\n", "\n:::"
_INSTRUCTIONS = ("promptPrefix", "system", "instructions")


def recognises(source: Source) -> bool:
    return recognised(source, _shape())


def pieces(source: Source) -> Iterator[Piece]:
    tally = Tally()
    for name, entry in entries(source, _shape(), tally):
        own = Tally()
        yield from pieces_of(_account(name, entry), _nodes(entry, own), own)
    yield from tally.told()


def _shape() -> Shape:
    return Shape(("messagesTree", "messageId"), _fits, lambda entry: id_at(entry, "conversationId"))


def _fits(entry: Values) -> bool:
    messages = _top(entry)
    if not isinstance(messages, list) or not {"conversationId", "endpoint"} & entry.keys():
        return False
    return all("messageId" in mapping(each) for each in messages[:1])


def _top(entry: Values) -> object:
    return entry.get("messagesTree", entry.get("messages"))


def _account(name: str, entry: Values) -> Account:
    options = mapping_at(entry, "options")
    asked = text_at(options, *_INSTRUCTIONS) or text_at(entry, *_INSTRUCTIONS)
    return Account(
        ORIGIN,
        name,
        text_at(entry, "title"),
        moment_at(entry, "createdAt") or moment_at(options, "createdAt"),
        moment_at(entry, "updatedAt") or moment_at(options, "updatedAt"),
        tags=tuple(dict.fromkeys((*texts_at(entry, "tags"), *texts_at(options, "tags")))),
        settings=ConversationSettings(instructions=asked.strip() or None),
    )


def _nodes(entry: Values, tally: Tally) -> Iterable[Node]:
    """Return the messages as they are linked; a list that tells of no links is a line."""
    nodes = list(_linked(entry, tally))
    return nodes if any(node.parent for node in nodes) else in_line(nodes)


def _linked(entry: Values, tally: Tally) -> Iterator[Node]:
    """Yield the messages of either shape. Where a child stands tells more than which parent it names."""
    model = text_at(mapping_at(entry, "options"), "model")
    waiting = [("", each) for each in reversed(list(mappings_at(entry, "messagesTree", "messages")))]
    number = 0
    while waiting:
        above, message = waiting.pop()
        name = id_at(message, "messageId") or f"#{number}"
        number += 1
        items = tuple(_items(name, message, model, tally))
        yield Node(name, above or id_at(message, "parentMessageId"), items)
        waiting.extend((name, child) for child in reversed(list(mappings_at(message, "children"))))


def _items(name: str, message: Values, model: str, tally: Tally) -> Iterator[NewItem]:
    about: dict[str, Any] = {
        "created_at": moment_at(message, "createdAt", "clientTimestamp"),
        "raw": _raw(message),
    }
    files = tuple(_files(message, tally))
    is_persons = message.get("isCreatedByUser")
    if is_persons is True or (is_persons is not False and text_at(message, "sender").lower() == "user"):
        said = _said(message)
        if said.strip() or files or sequence_at(message, "files"):
            yield question(said, files=files, **about)
        return
    about["model"] = text_at(message, "model") or model or None
    about["ended_at"] = moment_at(message, "updatedAt")
    yield from items_of(name, _passages(message, tally), about, Ending(_state(message), files))


def _passages(message: Values, tally: Tally) -> Iterator[Passage]:
    """Yield the parts of a reply or, where it has none, what is folded into its text."""
    parts = list(mappings_at(message, "content"))
    if not parts:
        yield from _unfolded(text_at(message, "text"))
    for part in parts:
        match part.get("type"):
            case "text" if said := _words(part, "text").strip():
                yield Passage(SAID, said)
            case "think" | "reasoning" if thought := _words(part, "think", "reasoning", "text").strip():
                yield Passage(THOUGHT, thought)
            case "tool_call":
                yield from _called(mapping_at(part, "tool_call"))
            case "error" if said := _words(part, "error", "text").strip():
                yield Passage(SAID, said)
            case "text" | "think" | "reasoning" | "error" | "image_file" | "image_url":
                continue
            case _:
                tally.add(UNKNOWN_PARTS)


def _called(told: Values) -> Iterator[Passage]:
    """Yield a call and what came back of it: newer ones are flat, older ones keep a function within."""
    function = mapping_at(told, "function")
    name = text_at(told, "name") or text_at(function, "name") or text_at(told, "type")
    asked = as_text(told.get("args", function.get("arguments", told.get("input"))))
    yield Passage(CALL, asked, name, id_at(told, "id"))
    if came_back := as_text(told.get("output") or function.get("output")):
        yield Passage(OUTPUT, came_back, "", id_at(told, "id"))


def _unfolded(said: str) -> Iterator[Passage]:
    """Yield the thoughts that older versions put at the very beginning, and the rest."""
    if said.startswith(_THINKING):
        thought, end, rest = said.removeprefix(_THINKING).partition(_THOUGHT_END)
        if thought.strip():
            yield Passage(THOUGHT, thought.strip())
        said = rest if end else ""
    if said.strip():
        yield Passage(SAID, said.strip())


def _said(message: Values) -> str:
    """Return the words of a question."""
    return text_at(message, "text") or "\n\n".join(
        filter(None, (_words(part, "text") for part in mappings_at(message, "content")))
    )


def _words(part: Values, *names: str) -> str:
    """Return the words of a part, which may be wrapped once more."""
    return text_at(part, *names) or text_at(mapping_at(part, *names), "value", "text", "message")


def _state(message: Values) -> ItemState:
    is_broken = flag_at(message, "unfinished") or bool(message.get("error"))
    return ItemState.INTERRUPTED if is_broken else ItemState.COMPLETE


def _files(message: Values, tally: Tally) -> Iterator[FoundFile]:
    """Yield what the export holds of files: their words, or pictures in addresses."""
    for each in mappings_at(message, "files", "attachments"):
        if found := _found(each):
            yield found
        else:
            tally.add(FILES_MISSING)
    for number, part in enumerate(mappings_at(message, "content"), 1):
        address = _words(part, "image_url") or text_at(mapping_at(part, "image_url"), "url")
        if found := of_data_url(f"image-{number}", address):
            yield found
        elif part.get("type") in ("image_file", "image_url"):
            tally.add(FILES_MISSING)


def _found(each: Values) -> FoundFile | None:
    name = text_at(each, "filename", "name", "file_id")
    if content := text_at(each, "text"):
        return of_text(name, content)
    return of_data_url(name, text_at(each, "preview", "filepath"))


def _raw(message: Values) -> str | None:
    """Keep of the attached files what is told of those that the export does not hold."""
    missing = [each for each in mappings_at(message, "files") if not _found(each)]
    return leftover({**message, "files": missing}, _PLACED - {"files"})
