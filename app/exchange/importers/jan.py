"""Jan keeps each conversation in a folder of its own: `thread.json` beside `messages.jsonl`.

Its own account of them says that no field is a must, so none is.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import MappingProxyType

from app.domain.conversation_settings import ConversationSettings
from app.domain.exchange_errors import ExchangeError
from app.domain.item import ItemState, Role
from app.domain.parcel import Piece, Skipped
from app.exchange.importers.bodies import NewItem, instructions, output, question
from app.exchange.importers.files import FoundFile, of_data_url
from app.exchange.importers.looking import first_value, named, path_of
from app.exchange.importers.once import each_once
from app.exchange.importers.saying import Saying
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES, UNKNOWN_PARTS, Tally
from app.exchange.importers.tree import Account, Node, in_line, pieces_of
from app.exchange.importers.values import (
    Values,
    id_at,
    leftover,
    mapping,
    mapping_at,
    mappings_at,
    moment_at,
    sequence_at,
    text,
    text_at,
)
from app.exchange.source import Source

ORIGIN = "jan"
DAMAGED = "Conversations whose files are damaged"
_THREAD, _MESSAGES = "thread.json", "messages.jsonl"
_PLACED = ("id", "object", "thread_id", "role", "content", "status", "created_at", "completed_at")
_LOOKED_AT = 3
_STATES = MappingProxyType(
    {"stopped": ItemState.STOPPED, "pending": ItemState.INTERRUPTED, "error": ItemState.FAILED}
)


def recognises(source: Source) -> bool:
    """By what the first files of that name say that they are."""
    looked_at = [*named(source, _MESSAGES)][:_LOOKED_AT]
    return any(_is_message(first_value(source, member)) for member in looked_at)


def pieces(source: Source) -> Iterator[Piece]:
    return each_once(_pieces(source))


def _pieces(source: Source) -> Iterator[Piece]:
    threads = {path_of(member)[0]: member for member in named(source, _THREAD)}
    for member in named(source, _MESSAGES):
        folder = path_of(member)[0]
        thread = first_value(source, threads[folder]) if folder in threads else mapping(None)
        with suppress(ExchangeError):
            entries = list(source.json_items(member))
            yield from _conversation(thread, folder, entries)
            continue
        yield Skipped(DAMAGED)


def _is_message(values: Values) -> bool:
    return text_at(values, "object") == "thread.message" or {"thread_id", "role", "content"} <= values.keys()


def _conversation(thread: Values, folder: str, entries: Iterable[object]) -> Iterator[Piece]:
    tally = Tally()
    first = next((mapping(entry) for entry in entries), mapping(None))
    assistant = next(mappings_at(thread, "assistants"), mapping(None))
    told = text_at(assistant, "instructions")
    account = Account(
        ORIGIN,
        id_at(thread, "id") or id_at(first, "thread_id") or folder.rpartition("/")[2],
        text_at(thread, "title", "summary") or text_at(mapping_at(thread, "metadata"), "title"),
        moment_at(thread, "created", "created_at"),
        moment_at(thread, "updated", "updated_at"),
        settings=ConversationSettings(instructions=told or None),
    )
    model = id_at(mapping_at(assistant, "model"), "id") or text_at(assistant, "model")
    nodes = (_node(entry, model, tally) for entry in entries)
    yield from pieces_of(account, in_line(nodes), tally)


def _node(entry: object, model: str, tally: Tally) -> Node:
    values = mapping(entry)
    return Node(id_at(values, "id"), None, tuple(_items(values, model, tally)))


def _items(values: Values, model: str, tally: Tally) -> Iterable[NewItem]:
    at = moment_at(values, "created_at", "created")
    raw = leftover(values, _PLACED)
    match text_at(values, "role"):
        case Role.PERSON:
            files = tuple(_files(values, tally))
            yield question(_words(values, tally), created_at=at, files=files, raw=raw)
        case Role.SYSTEM | Role.DEVELOPER:
            yield instructions(_words(values, tally), created_at=at, raw=raw)
        case Role.TOOL:
            yield output(id_at(values, "tool_call_id"), _words(values, tally), created_at=at, raw=raw)
        case Role.MODEL:
            yield from _said(values, model, tally).items(
                created_at=at,
                ended_at=moment_at(values, "completed_at"),
                state=_state(values),
                files=_files(values, tally),
                raw=raw,
            )
        case _:
            tally.add(NOT_MESSAGES)


def _state(values: Values) -> ItemState:
    return _STATES.get(text_at(values, "status"), ItemState.COMPLETE)


def _said(values: Values, model: str, tally: Tally) -> Saying:
    metadata = mapping_at(values, "metadata")
    saying = Saying(id_at(metadata, "modelId", "model_id", "model") or model)
    for part in _parts(values):
        match text_at(part, "type"):
            case "text":
                saying.say(_value(part))
            case "reasoning":
                saying.think(_value(part))
            case "tool_call":
                name = id_at(part, "tool_call_id")
                saying.call(name, text_at(part, "tool_name"), part.get("input"))
                if part.get("output") is not None:
                    saying.answer(name, part.get("output"))
            case "image_url":
                pass
            case _:
                tally.add(UNKNOWN_PARTS)
    _say_calls(saying, metadata)
    return saying


def _say_calls(saying: Saying, metadata: Values) -> None:
    """Add the calls that earlier versions kept beside the message, with what came back of them."""
    for made in mappings_at(metadata, "tool_calls"):
        tool = mapping_at(made, "tool")
        function = mapping_at(tool, "function")
        name = id_at(tool, "id")
        saying.call(name, text_at(function, "name"), function.get("arguments"))
        if response := mapping_at(made, "response"):
            texts = [text_at(part, "text") for part in mappings_at(response, "content")]
            saying.answer(name, "\n\n".join(filter(None, texts)) or response)


def _words(values: Values, tally: Tally) -> str:
    known = ("text", "image_url")
    parts = list(_parts(values))
    tally.add(UNKNOWN_PARTS, sum(text_at(part, "type") not in known for part in parts))
    return "\n\n".join(filter(None, map(_value, parts)))


def _parts(values: Values) -> Iterator[Values]:
    """The parts of a message. A plain text is one as well."""
    content = values.get("content")
    if isinstance(content, str):
        yield {"type": "text", "text": content}
    yield from mappings_at(values, "content")


def _value(part: Values) -> str:
    return text_at(mapping_at(part, "text"), "value") or text(part.get("text"))


def _files(values: Values, tally: Tally) -> Iterator[FoundFile]:
    """The pictures that stand in a message. What it only points at is not in the folder."""
    for number, part in enumerate(_parts(values), 1):
        if text_at(part, "type") == "image_url":
            url = text_at(mapping_at(part, "image_url"), "url")
            if file := of_data_url(f"picture-{number}", url):
                yield file
            else:
                tally.add(FILES_MISSING)
    tally.add(FILES_MISSING, len(sequence_at(values, "attachments")))
