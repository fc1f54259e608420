"""The threads of `llm`: a tree of messages, each named by a hash of itself and of all before it.

A thread ends at one of them, and a fork is a thread that ends elsewhere in the tree of another: both are
branches of one conversation here. Messages that threads share by chance alone do not make them one.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.conversation_settings import ConversationSettings
from app.domain.item import Role
from app.exchange.importers.bodies import NewItem, instructions, output, question
from app.exchange.importers.foreign_database import Row
from app.exchange.importers.llm_store import LlmStore, Told, decoded, ended
from app.exchange.importers.saying import Saying
from app.exchange.importers.tally import NOT_MESSAGES, UNKNOWN_PARTS
from app.exchange.importers.tree import Account, Node
from app.exchange.importers.values import (
    Values,
    id_at,
    leftover,
    mapping_at,
    mappings_at,
    moment_at,
    text,
    text_at,
)

_THREAD = ("id", "name", "tip_message_hash", "forked_from", "datetime_utc")
_TURN = (
    *("id", "thread_id", "parent_message_hash", "tip_message_hash", "model", "resolved_model"),
    *("options_json", "input_tokens", "output_tokens", "token_details", "duration_ms", "datetime_utc"),
)
_KEPT_OF_TURN = ("resolved_model", "options_json", "input_tokens", "output_tokens", "token_details")
_PLACED = ("text", "text_ref", "name", "arguments", "tool_call_id", "output", "attachment", "attachments")


@dataclass(frozen=True, slots=True)
class _Message:
    hash: str
    parent: str | None
    role: str
    parts: Sequence[Values]


@dataclass(frozen=True, slots=True)
class _Making:
    """When a message came to be and, of a model's, by which turn."""

    at: int | None
    turn: Row | None = None
    is_last: bool = False


def threads(store: LlmStore, origin: str, compared: Container[str]) -> Iterator[Told]:
    """Yield each thread with its forks, and what was asked in those that are to be compared."""
    messages = _messages(store)
    found = {id_at(row, "id"): row for row in store.rows("threads", *_THREAD)}
    turns = store.grouped("turns", "thread_id", *_TURN)
    for together in _families(found):
        rows = [found[name] for name in together]
        made_by = [turn for name in together for turn in turns.get(name, ())]
        account, nodes = _told(store, origin, rows, made_by, messages)
        questions = {
            name: _questions(id_at(found[name], "tip_message_hash"), messages)
            for name in together
            if name in compared
        }
        yield Told(account, nodes, questions)


def _messages(store: LlmStore) -> Mapping[str, _Message]:
    parts = store.grouped("parts", "message_hash", "position", "type", "tool_name", "text", "payload")
    found = {}
    for row in store.rows("messages", "hash", "parent_hash", "role"):
        name = id_at(row, "hash")
        values = [_part(part, store) for part in parts.get(name, ())]
        found[name] = _Message(name, id_at(row, "parent_hash") or None, text_at(row, "role"), values)
    return found


def _part(row: Row, store: LlmStore) -> Values:
    """Return a part as it was before it was put into columns."""
    values: dict[str, Any] = dict(decoded(row["payload"]))
    if pieces := [*mappings_at(values, "text_ref")]:
        values["text"] = "".join(
            text(piece.get("literal")) or store.fragment(id_at(piece, "fragment")) for piece in pieces
        )
    if row["text"] is not None:
        values["text"] = row["text"]
    return values | {"type": text(row["type"]), "name": text_at(values, "name") or text(row["tool_name"])}


def _families(found: Mapping[str, Row]) -> Iterator[list[str]]:
    """Yield the names of the threads that were forked from one another, the first of them first."""
    families: dict[str, list[str]] = defaultdict(list)
    for name, eldest in _eldest(found).items():
        families[eldest].append(name)
    for eldest, names in families.items():
        yield [eldest, *(name for name in names if name != eldest)]


def _eldest(found: Mapping[str, Row]) -> Mapping[str, str]:
    """Return for each thread the one that its line of forks began with. A circle begins anywhere in it."""
    eldest: dict[str, str] = {}
    for start in found:
        name, way = start, dict.fromkeys([start])
        while name not in eldest and (parent := id_at(found[name], "forked_from")) in found:
            name = parent
            if name in way:
                break
            way[name] = None
        begun = eldest.setdefault(name, name)
        for each in way:
            eldest.setdefault(each, begun)
    return eldest


def _told(
    store: LlmStore,
    origin: str,
    rows: Sequence[Row],
    turns: Iterable[Row],
    messages: Mapping[str, _Message],
) -> tuple[Account, list[Node]]:
    makings: dict[str, _Making] = {}
    turns = sorted(turns, key=lambda turn: moment_at(turn, "datetime_utc") or 0)
    for turn in turns:
        _trace(turn, messages, makings)
    for row in rows:
        for name in _upwards(id_at(row, "tip_message_hash"), messages):
            if name in makings:
                break
            makings[name] = _Making(None)
    nodes, told = _nodes([messages[name] for name in makings], makings, store)
    first = rows[0]
    account = Account(
        origin,
        id_at(first, "id"),
        text_at(first, "name"),
        min((at for row in (*rows, *turns) if (at := moment_at(row, "datetime_utc"))), default=None),
        current=id_at(first, "tip_message_hash") or None,
        settings=ConversationSettings(instructions=told or None),
        endings=_endings(rows),
    )
    return account, nodes


def _endings(rows: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    if len(rows) == 1:
        return ()
    return tuple((id_at(row, "tip_message_hash"), text_at(row, "name") or id_at(row, "id")) for row in rows)


def _trace(turn: Row, messages: Mapping[str, _Message], makings: dict[str, _Making]) -> None:
    """Note what came with a turn: its answer down to where it began, and before that its question."""
    at = moment_at(turn, "datetime_utc")
    tip, parent = id_at(turn, "tip_message_hash"), id_at(turn, "parent_message_hash")
    is_answer = True
    for name in _upwards(tip, messages):
        is_answer = is_answer and name != parent
        if name in makings:
            return
        makings[name] = _Making(at, turn if is_answer else None, name == tip)


def _upwards(tip: str, messages: Mapping[str, _Message]) -> Iterator[str]:
    """Yield the messages from a tip up to the first. One that leads back into itself ends there."""
    seen: set[str] = set()
    name = tip
    while name in messages and name not in seen:
        seen.add(name)
        yield name
        name = messages[name].parent or ""


def _questions(tip: str, messages: Mapping[str, _Message]) -> list[str]:
    way = [messages[name] for name in _upwards(tip, messages)][::-1]
    asked = (_words(message.parts) for message in way if message.role == Role.PERSON)
    return [words for words in asked if words]


def _nodes(
    family: Sequence[_Message], makings: Mapping[str, _Making], store: LlmStore
) -> tuple[list[Node], str]:
    """Return the nodes, and the instructions that all begin with: those are the conversation's own."""
    roots = [each for each in family if each.parent not in makings]
    told = {_words(root.parts) for root in roots if root.role == Role.SYSTEM}
    shared = told.pop() if len(told) == len(roots) == 1 else ""
    nodes = []
    for each in family:
        items: Iterable[NewItem] = ()
        if not shared or each.parent in makings:
            items = _items(each, makings[each.hash], store)
        nodes.append(Node(each.hash, each.parent, tuple(items)))
    return nodes, shared


def _items(message: _Message, making: _Making, store: LlmStore) -> Iterator[NewItem]:
    raw = _raw(message, making)
    match message.role:
        case Role.PERSON:
            files = store.files(_attached(message.parts))
            yield question(_words(message.parts), created_at=making.at, files=files, raw=raw)
        case Role.SYSTEM | Role.DEVELOPER:
            yield instructions(_words(message.parts), created_at=making.at, raw=raw)
        case Role.TOOL:
            yield from _outputs(message.parts, making, store)
        case Role.MODEL:
            said = _said(message, making, store)
            done = ended(making.at, making.turn) if making.turn else None
            files = store.files(_attached(message.parts))
            yield from said.items(created_at=making.at, ended_at=done, files=files, raw=raw)
        case _:
            store.tally.add(NOT_MESSAGES)


def _outputs(parts: Iterable[Values], making: _Making, store: LlmStore) -> Iterator[NewItem]:
    for part in parts:
        if part["type"] == "tool_result":
            files = store.files(_attached([part]))
            yield output(id_at(part, "tool_call_id"), _came_back(part), created_at=making.at, files=files)
        else:
            store.tally.add(UNKNOWN_PARTS)


def _came_back(part: Values) -> str:
    return text_at(part, "output") or text_at(part, "exception")


def _said(message: _Message, making: _Making, store: LlmStore) -> Saying:
    saying = Saying(text_at(making.turn, "resolved_model", "model") if making.turn else None)
    for part in message.parts:
        name = id_at(part, "tool_call_id")
        match part["type"]:
            case "text":
                saying.say(part.get("text"))
            case "reasoning":
                saying.think(part.get("text"))
            case "tool_call":
                saying.call(name, text_at(part, "name"), part.get("arguments"))
            case "tool_result":
                saying.answer(name, _came_back(part))
            case "attachment":
                pass
            case _:
                store.tally.add(UNKNOWN_PARTS)
    return saying


def _words(parts: Iterable[Values]) -> str:
    return "\n\n".join(filter(None, (text(part.get("text")) for part in parts if part["type"] == "text")))


def _attached(parts: Iterable[Values]) -> Iterator[str]:
    for part in parts:
        if part["type"] == "attachment":
            yield id_at(mapping_at(part, "attachment"), "id")
        yield from (id_at(each, "id") for each in mappings_at(part, "attachments"))


def _raw(message: _Message, making: _Making) -> str | None:
    """Keep what services want back with a message, and what its turn has used."""
    parts = (leftover(part, (*_PLACED, "type")) for part in message.parts)
    kept: dict[str, Any] = {"parts": [decoded(part) for part in parts if part]}
    if making.turn and making.is_last:
        kept["turn"] = {name: making.turn[name] for name in _KEPT_OF_TURN if making.turn[name] is not None}
    return leftover(kept, ())
