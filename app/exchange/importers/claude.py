"""Claude's export: `conversations.json` in a zip, or the same shape with links as browser extensions save it.

The official export lists a conversation's messages in a line; where messages name their parents, they are a
tree. A message is made of blocks: what was thought, called, given back and said, in that order.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from app.domain.conversation_settings import ConversationSettings
from app.domain.exchange_errors import ExchangeError
from app.domain.item import ItemState
from app.domain.parcel import Piece
from app.exchange.importers.bodies import NewItem, instructions, question
from app.exchange.importers.claude_blocks import attached_pictures, items_of, said_in
from app.exchange.importers.entries import Shape, entries, json_members, recognised
from app.exchange.importers.files import FoundFile, last_name, of_member, of_text
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES, Tally
from app.exchange.importers.tree import Account, Node, in_line, pieces_of
from app.exchange.importers.values import (
    Values,
    flag_at,
    id_at,
    leftover,
    mapping,
    mapping_at,
    mappings_at,
    moment_at,
    sequence_at,
    text_at,
)
from app.exchange.source import Source

ORIGIN = "claude"
DOCUMENTS = "Documents that belong to a project and to none of its conversations"

_PROJECTS = "projects.json"
_PARENT = "parent_message_uuid"
_PLACED = frozenset(
    {"uuid", "id", "sender", "text", "content", "created_at", "updated_at", _PARENT, "child_message_uuids"}
    | {"model", "stop_reason", "index"}
)
_STOPPED = frozenset({"user_canceled", "user_cancelled"})
_CUT_SHORT = frozenset({"max_tokens", "error", "refusal_interrupted"})

Files = Mapping[str, FoundFile]


@dataclass(frozen=True, slots=True)
class _Project:
    name: str = field(default="", repr=False)
    instructions: str = field(default="", repr=False)
    documents: int = 0


def recognises(source: Source) -> bool:
    return recognised(source, _shape())


def pieces(source: Source) -> Iterator[Piece]:
    tally = Tally()
    projects = dict(_projects_in(source))
    files = {last_name(member.name): of_member(source, member) for member in source.members}
    tally.add(DOCUMENTS, sum(project.documents for project in projects.values()))
    for name, entry in entries(source, _shape(), tally):
        own = Tally()
        project = projects.get(id_at(entry, "project_uuid"), _Project())
        yield from pieces_of(_account(name, entry, project), _nodes(entry, files, own), own)
    yield from tally.told()


def _shape() -> Shape:
    return Shape(("chat_messages",), _fits, lambda entry: id_at(entry, "uuid", "id"))


def _fits(entry: Values) -> bool:
    return isinstance(entry.get("chat_messages"), list)


def _projects_in(source: Source) -> Iterator[tuple[str, _Project]]:
    for member in json_members(source):
        if last_name(member.name) == _PROJECTS:
            with suppress(ExchangeError):
                for value in map(mapping, source.json_items(member)):
                    told = text_at(value, "name"), text_at(value, "prompt_template")
                    yield id_at(value, "uuid"), _Project(*told, len(sequence_at(value, "docs")))


def _account(name: str, entry: Values, project: _Project) -> Account:
    named = text_at(mapping_at(entry, "project"), "name") or project.name
    return Account(
        ORIGIN,
        name,
        text_at(entry, "name", "title"),
        moment_at(entry, "created_at"),
        moment_at(entry, "updated_at"),
        id_at(entry, "current_leaf_message_uuid") or None,
        folder=named.strip() or None,
        is_pinned=flag_at(entry, "is_starred"),
        settings=ConversationSettings(instructions=project.instructions.strip() or None),
    )


def _nodes(entry: Values, files: Files, tally: Tally) -> Iterator[Node]:
    messages = [mapping(each) for each in sequence_at(entry, "chat_messages")]
    model = text_at(entry, "model")
    nodes = (
        Node(
            id_at(message, "uuid", "id"),
            id_at(message, _PARENT) or None,
            _items(message, model, files, tally),
        )
        for message in messages
    )
    is_tree = any(id_at(message, _PARENT) for message in messages)
    return nodes if is_tree else in_line(nodes)


def _items(message: Values, model: str, files: Files, tally: Tally) -> tuple[NewItem, ...]:
    about: dict[str, Any] = {
        "created_at": moment_at(message, "created_at"),
        "ended_at": moment_at(message, "updated_at"),
        "raw": _raw(message),
    }
    match message.get("sender", message.get("role")):
        case "human" | "user":
            return _asked(message, about, files, tally)
        case "assistant":
            about["model"] = text_at(message, "model") or model or None
            about["state"] = _state(message)
            return tuple(items_of(message, about, tally))
        case "system" if said := said_in(message):
            return (instructions(said, **about),)
        case _:
            tally.add(NOT_MESSAGES)
            return ()


def _asked(message: Values, about: dict[str, Any], files: Files, tally: Tally) -> tuple[NewItem, ...]:
    attached = (*_attached(message, files, tally), *attached_pictures(message))
    mentions = any(sequence_at(message, name) for name in ("attachments", "files"))
    said = said_in(message)
    if not said.strip() and not attached and not mentions:
        return ()
    return (question(said, files=attached, **about),)


def _attached(message: Values, files: Files, tally: Tally) -> Iterator[FoundFile]:
    """Yield what came with a question: the words that were kept of it, or the file where the zip has it."""
    seen: set[str] = set()
    for each in (*mappings_at(message, "attachments"), *mappings_at(message, "files", "files_v2")):
        name = text_at(each, "file_name", "name") or id_at(each, "file_uuid", "uuid", "id")
        content = text_at(each, "extracted_content")
        if name in seen and not content:
            continue
        seen.add(name)
        if content:
            yield of_text(name, content)
        elif found := files.get(last_name(name)) or files.get(id_at(each, "file_uuid")):
            yield FoundFile(name, found.read)
        else:
            tally.add(FILES_MISSING)


def _state(message: Values) -> ItemState:
    reason = text_at(message, "stop_reason")
    if reason in _STOPPED:
        return ItemState.STOPPED
    return ItemState.INTERRUPTED if reason in _CUT_SHORT else ItemState.COMPLETE


def _raw(message: Values) -> str | None:
    """Keep what was attached by name where its words do not become a file."""
    named = {
        name: [each for each in mappings_at(message, name) if not text_at(each, "extracted_content")]
        for name in ("attachments", "files")
    }
    return leftover({**message, **named}, _PLACED)
