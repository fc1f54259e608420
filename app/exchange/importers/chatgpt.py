"""ChatGPT's export: `conversations.json`, or several numbered ones, with the files beside them in the zip.

Each conversation is a mapping of nodes that name their parents. Nodes without a message, hidden ones and what
the program says to itself are links only. A message to a tool is a call, and what the tool answers directly
below it is the call's output.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from app.domain.conversation_settings import ConversationSettings
from app.domain.item import ItemState
from app.domain.parcel import Piece
from app.exchange.importers import chatgpt_words as words
from app.exchange.importers.bodies import NewItem, call, instructions, output, question, reply, thoughts
from app.exchange.importers.entries import Shape, entries, recognised
from app.exchange.importers.files import FoundFile, last_name, of_member
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
    text_at,
)
from app.exchange.source import Member, Source

ORIGIN = "chatgpt"

_FILE_ID = re.compile(r"file[-_][0-9A-Za-z]+")
_EVERYONE = ("", "all")
_FARTHEST_CALL = 32
_PLACED = frozenset(
    {"id", "author", "create_time", "update_time", "content", "status", "end_turn", "weight", "recipient"}
    | {"channel", "metadata"}
)
_PLACED_BESIDE = frozenset(
    {"model_slug", "default_model_slug", "attachments", "citations", "content_references", "finish_details"}
    | {"parent_id", "request_id", "timestamp_", "message_type", "turn_exchange_id", "is_complete"}
    | {"user_context_message_data"}
)
_STATES = MappingProxyType(
    {
        "interrupted": ItemState.STOPPED,
        "in_progress": ItemState.INTERRUPTED,
        "finished_partial_completion": ItemState.INTERRUPTED,
        "max_tokens": ItemState.INTERRUPTED,
        "error": ItemState.INTERRUPTED,
    }
)


def recognises(source: Source) -> bool:
    return recognised(source, _shape())


def pieces(source: Source) -> Iterator[Piece]:
    tally = Tally()
    files = _files_in(source)
    for name, entry in entries(source, _shape(), tally):
        yield from _Conversation(name, entry, files).pieces()
    yield from tally.told()


def _shape() -> Shape:
    return Shape(("mapping",), _fits, lambda entry: id_at(entry, "conversation_id", "id"))


def _fits(entry: Values) -> bool:
    nodes = entry.get("mapping")
    if not isinstance(nodes, dict):
        return False
    first = mapping(next(iter(nodes.values()), None))
    return not nodes or bool({"message", "children", "parent"} & first.keys())


def _files_in(source: Source) -> Mapping[str, FoundFile]:
    """Return what lies in the zip under the ids by which messages point at it."""
    found: dict[str, Member] = {}
    for member in source.members:
        if named := _FILE_ID.match(last_name(member.name)):
            found.setdefault(named.group(), member)
    return {name: of_member(source, member) for name, member in found.items()}


@dataclass(frozen=True, slots=True)
class _Conversation:
    name: str
    entry: Values = field(repr=False)
    files: Mapping[str, FoundFile] = field(repr=False)
    tally: Tally = field(default_factory=Tally)

    def pieces(self) -> Iterator[Piece]:
        nodes = {identity(name): mapping(node) for name, node in mapping_at(self.entry, "mapping").items()}
        parents = parents_in(nodes, "parent", "children")
        told = [Node(name, parents.get(name), self._items(name, nodes, parents)) for name in nodes]
        yield from pieces_of(self._account(nodes), told, self.tally)

    def _account(self, nodes: Mapping[str, Values]) -> Account:
        entry = self.entry
        return Account(
            ORIGIN,
            self.name,
            text_at(entry, "title"),
            moment_at(entry, "create_time"),
            moment_at(entry, "update_time"),
            id_at(entry, "current_node") or None,
            is_pinned=flag_at(entry, "is_starred") or moment_at(entry, "pinned_time") is not None,
            is_archived=flag_at(entry, "is_archived"),
            settings=ConversationSettings(instructions=_custom(nodes)),
        )

    def _items(
        self, name: str, nodes: Mapping[str, Values], parents: Mapping[str, str]
    ) -> tuple[NewItem, ...]:
        message = mapping_at(nodes[name], "message")
        if not message or _is_silent(message):
            return ()
        match mapping_at(message, "author").get("role"):
            case "user":
                return self._asked(message)
            case "assistant":
                return self._answered(name, message)
            case "tool" | "function":
                return self._returned(_call_before(name, nodes, parents) or name, message)
            case "system" | "developer" if said := words.words_of(mapping_at(message, "content")).strip():
                return (instructions(said, **_circumstances(message)),)
            case "system" | "developer":
                return ()
            case _:
                self.tally.add(NOT_MESSAGES)
                return ()

    def _asked(self, message: Values) -> tuple[NewItem, ...]:
        said = words.words_of(mapping_at(message, "content"))
        files = self._attached(message)
        if not said.strip() and not files and not _pointers(message):
            return ()
        return (question(said, files=files, **_circumstances(message)),)

    def _answered(self, name: str, message: Values) -> tuple[NewItem, ...]:
        content, metadata = mapping_at(message, "content"), mapping_at(message, "metadata")
        kind = content.get("content_type")
        about = _circumstances(message)
        about["model"] = text_at(metadata, "model_slug", "default_model_slug") or None
        said = words.words_of(content)
        if kind == words.RECAP:
            return ()
        if kind == words.THOUGHTS or message.get("channel") == "analysis":
            return (thoughts(said, **about),) if said.strip() else ()
        if (tool := text_at(message, "recipient")) not in _EVERYONE:
            return (call(name, tool, said, **about),)
        said = words.code_of(content) if kind == "code" else words.with_citations(said, metadata)
        files = self._attached(message)
        if not said.strip() and not files:
            return ()
        return (reply(said, state=_state(message), files=files, **about),)

    def _returned(self, call_id: str, message: Values) -> tuple[NewItem, ...]:
        """What a tool gave back; pictures that it made are a reply to look at."""
        about = _circumstances(message)
        tool = text_at(mapping_at(message, "author"), "name")
        returned = output(call_id, words.words_of(mapping_at(message, "content")), author=tool, **about)
        files = self._attached(message)
        shown = reply("", files=files, created_at=about["created_at"])
        return (returned, shown) if files else (returned,)

    def _attached(self, message: Values) -> tuple[FoundFile, ...]:
        found = []
        for name, called in _pointers(message).items():
            if name in self.files:
                file = self.files[name]
                found.append(FoundFile(called or file.name, file.read))
            else:
                self.tally.add(FILES_MISSING)
        return tuple(found)


def _is_silent(message: Values) -> bool:
    """Whether nobody was to see the message. What a tool said may have no weight and is seen all the same."""
    metadata = mapping_at(message, "metadata")
    if flag_at(metadata, "is_visually_hidden_from_conversation", "is_user_system_message"):
        return True
    if mapping_at(message, "content").get("content_type") == words.CUSTOM:
        return True
    return message.get("weight") == 0 and mapping_at(message, "author").get("role") != "tool"


def _custom(nodes: Mapping[str, Values]) -> str | None:
    messages = (mapping_at(node, "message") for node in nodes.values())
    return next(
        (
            told
            for message in messages
            if mapping_at(message, "content").get("content_type") == words.CUSTOM
            and (told := words.custom_instructions(message))
        ),
        None,
    )


def _call_before(name: str, nodes: Mapping[str, Values], parents: Mapping[str, str]) -> str:
    """Return the call that stands directly before a node, with nothing but silence between."""
    for _ in range(_FARTHEST_CALL):
        name = parents.get(name, "")
        message = mapping_at(nodes.get(name, {}), "message")
        if message and not _is_silent(message):
            is_call = text_at(message, "recipient") not in _EVERYONE
            return name if is_call and mapping_at(message, "author").get("role") == "assistant" else ""
        if not name:
            break
    return ""


def _pointers(message: Values) -> dict[str, str]:
    """Return the ids of the files that belong to a message, each with its name where that is known."""
    metadata = mapping_at(message, "metadata")
    found = {id_at(each, "id"): text_at(each, "name") for each in mappings_at(metadata, "attachments")}
    made = mappings_at(mapping_at(metadata, "aggregate_result"), "messages")
    parts = mappings_at(mapping_at(message, "content"), "parts")
    addresses = [
        *(address for part in parts for address in _addresses(part)),
        *(text_at(each, "image_url") for each in made),
    ]
    for address in addresses:
        if named := _FILE_ID.match(last_name(address)):
            found.setdefault(named.group(), "")
    found.pop("", None)
    return found


def _addresses(part: Values) -> Iterator[str]:
    """Yield where a part's file is: of what was heard and seen at once, the sound."""
    yield text_at(part, "asset_pointer")
    yield text_at(mapping_at(part, "audio_asset_pointer"), "asset_pointer")


def _state(message: Values) -> ItemState:
    ended = mapping_at(mapping_at(message, "metadata"), "finish_details").get("type")
    told = (ended, message.get("status"))
    return next(
        (_STATES[word] for word in told if isinstance(word, str) and word in _STATES), ItemState.COMPLETE
    )


def _circumstances(message: Values) -> dict[str, Any]:
    return {
        "created_at": moment_at(message, "create_time"),
        "ended_at": moment_at(message, "update_time"),
        "raw": _raw(message),
    }


def _raw(message: Values) -> str | None:
    """Keep what has no place in an item, of the message and of what is told about it."""
    kept = {name: value for name, value in message.items() if name not in _PLACED}
    if told := mapping_at(message, "author").get("metadata"):
        kept["author.metadata"] = told
    for name, value in mapping_at(message, "metadata").items():
        if name not in _PLACED_BESIDE:
            kept[f"metadata.{name}"] = value
    return leftover(kept, ()) if kept else None
