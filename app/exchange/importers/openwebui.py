"""Open WebUI's export: an array of chats, each with a tree of messages; older ones are the chat alone.

Newer replies keep what the model did as items much like ours; in older ones it is folded into the text.
"""

from collections.abc import Iterator
from typing import Any

from app.domain.conversation_settings import ConversationSettings
from app.domain.item import ItemState
from app.domain.parcel import Piece
from app.exchange.importers.bodies import NewItem, instructions, output, question
from app.exchange.importers.entries import Shape, entries, recognised
from app.exchange.importers.files import FoundFile, of_data_url, of_text
from app.exchange.importers.links import link
from app.exchange.importers.openwebui_passages import from_items, from_text
from app.exchange.importers.passages import Ending, items_of
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES, Tally
from app.exchange.importers.tree import Account, Node, parents_in, pieces_of
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
    text_at,
    texts_at,
)
from app.exchange.source import Source

ORIGIN = "open-webui"

_PLACED = frozenset(
    {"id", "parentId", "childrenIds", "role", "content", "model", "modelName", "models", "modelIdx", "done"}
    | {"timestamp", "output", "sources", "citations", "lastSentence", "completedAt", "user", "usage"}
)


def recognises(source: Source) -> bool:
    return recognised(source, _shape())


def pieces(source: Source) -> Iterator[Piece]:
    tally = Tally()
    for name, entry in entries(source, _shape(), tally):
        own = Tally()
        yield from pieces_of(_account(name, entry), _nodes(_chat(entry), own), own)
    yield from tally.told()


def _shape() -> Shape:
    return Shape(("history", "chat"), _fits, lambda entry: id_at(entry, "id", "chat_id"))


def _fits(entry: Values) -> bool:
    chat = _chat(entry)
    return isinstance(mapping_at(chat, "history").get("messages"), dict) or (
        "chat" in entry and isinstance(chat.get("messages"), list)
    )


def _chat(entry: Values) -> Values:
    """Return what is in the wrapper, or what never had one."""
    return mapping_at(entry, "chat") or entry


def _account(name: str, entry: Values) -> Account:
    chat = _chat(entry)
    tags = (*_tags(mapping_at(entry, "meta")), *_tags(chat))
    asked = text_at(mapping_at(chat, "params"), "system") or text_at(chat, "system")
    return Account(
        ORIGIN,
        name,
        text_at(entry, "title") or text_at(chat, "title"),
        moment_at(entry, "created_at") or moment_at(chat, "created_at", "timestamp"),
        moment_at(entry, "updated_at") or moment_at(chat, "updated_at"),
        id_at(mapping_at(chat, "history"), "currentId", "current_id") or None,
        tags=tuple(dict.fromkeys(tags)),
        is_pinned=flag_at(entry, "pinned"),
        is_archived=flag_at(entry, "archived"),
        settings=ConversationSettings(instructions=asked.strip() or None),
    )


def _tags(holder: Values) -> Iterator[str]:
    yield from (each.strip() for each in texts_at(holder, "tags") if each.strip())
    yield from filter(None, (text_at(each, "name").strip() for each in mappings_at(holder, "tags")))


def _nodes(chat: Values, tally: Tally) -> Iterator[Node]:
    kept = mapping_at(mapping_at(chat, "history"), "messages")
    nodes = {identity(name): mapping(each) for name, each in kept.items()} or _listed(chat)
    parents = parents_in(nodes, "parentId", "childrenIds")
    models = list(texts_at(chat, "models"))
    model = models[0] if len(models) == 1 else ""
    for name, message in nodes.items():
        yield Node(name, parents.get(name), tuple(_items(name, message, model, tally)))


def _listed(chat: Values) -> dict[str, Values]:
    """Return the messages of a chat without a tree, each behind the one before it."""
    listed: dict[str, Values] = {}
    before = ""
    for number, message in enumerate(mappings_at(chat, "messages")):
        name = id_at(message, "id") or f"#{number}"
        listed.setdefault(name, {"parentId": before, **message})
        before = name
    return listed


def _items(name: str, message: Values, model: str, tally: Tally) -> Iterator[NewItem]:
    about: dict[str, Any] = {"created_at": moment_at(message, "timestamp"), "raw": _raw(message)}
    said = _content(message)
    match message.get("role"):
        case "user":
            files = tuple(_files(message, tally))
            if said.strip() or files or sequence_at(message, "files"):
                yield question(said, files=files, **about)
        case "assistant":
            about["model"] = text_at(message, "model", "modelName") or model or None
            about["ended_at"] = moment_at(message, "completedAt")
            told = list(from_items(message, tally)) or list(from_text(said))
            ending = Ending(_state(message), tuple(_files(message, tally)), list(_sources(message)))
            yield from items_of(name, told, about, ending)
        case "system":
            if said.strip():
                yield instructions(said, **about)
        case "tool":
            yield output(id_at(message, "tool_call_id") or name, said, **about)
        case _:
            tally.add(NOT_MESSAGES)


def _raw(message: Values) -> str | None:
    """Keep of the attached files what is told of those that the export does not hold."""
    missing = [each for each in mappings_at(message, "files") if not _found(each, "")]
    return leftover({**message, "files": missing}, _PLACED)


def _content(message: Values) -> str:
    """Return the words of a message, whether they are one text or parts."""
    parts = (text_at(part, "text") for part in mappings_at(message, "content"))
    return text_at(message, "content") or "\n\n".join(filter(None, parts))


def _state(message: Values) -> ItemState:
    is_broken = message.get("done") is False or bool(message.get("error"))
    return ItemState.INTERRUPTED if is_broken else ItemState.COMPLETE


def _files(message: Values, tally: Tally) -> Iterator[FoundFile]:
    """Yield what the export itself holds of files: pictures in addresses, the words of documents."""
    for number, each in enumerate(mappings_at(message, "files"), 1):
        if found := _found(each, f"file-{number}"):
            yield found
        else:
            tally.add(FILES_MISSING)
    for number, part in enumerate(mappings_at(message, "content"), 1):
        address = text_at(mapping_at(part, "image_url"), "url") or text_at(part, "image_url")
        if found := of_data_url(f"image-{number}", address):
            yield found


def _found(each: Values, unnamed: str) -> FoundFile | None:
    kept = mapping_at(each, "file")
    name = text_at(each, "name") or text_at(kept, "filename") or text_at(mapping_at(kept, "meta"), "name")
    content = text_at(mapping_at(kept, "data"), "content") or text_at(each, "content")
    if content:
        return of_text(name or unnamed, content)
    return of_data_url(name or unnamed, text_at(each, "url"))


def _sources(message: Values) -> Iterator[str]:
    for each in mappings_at(message, "sources", "citations"):
        pages = [mapping_at(each, "source"), *mappings_at(each, "metadata")]
        addresses = (text_at(page, "url", "source", "link") for page in pages)
        titles = (text_at(page, "name", "title") for page in pages)
        address = next(filter(None, addresses), "")
        yield link(next(filter(None, titles), address), address)
