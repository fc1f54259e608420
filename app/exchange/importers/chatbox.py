"""Chatbox exports everything as one JSON object: a list of sessions, and each session under a key of its own.

Its settings, which hold the keys of services, are never looked at.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.domain.conversation_settings import ConversationSettings
from app.domain.item import ItemState, Role
from app.domain.parcel import Piece, Skipped
from app.exchange.importers.bodies import NewItem, instructions, output, question
from app.exchange.importers.files import FoundFile, of_data_url, of_text
from app.exchange.importers.looking import has_keys, whole_value
from app.exchange.importers.once import each_once
from app.exchange.importers.saying import Saying
from app.exchange.importers.tally import (
    FILES_MISSING,
    NOT_CONVERSATIONS,
    NOT_MESSAGES,
    UNKNOWN_PARTS,
    Tally,
)
from app.exchange.importers.tree import Account, Node, pieces_of
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
    text,
    text_at,
)
from app.exchange.source import Member, Source

ORIGIN = "chatbox"
_LIST, _OLD_LIST, _SESSION = "chat-sessions-list", "chat-sessions", "session:"
_PLACED = (
    *("id", "role", "content", "contentParts", "reasoningContent", "pictures", "files", "timestamp"),
    *("updatedAt", "model", "generating", "cancel", "isStreamingMode", "wordCount"),
    *("tokenCountMap", "tokenCalculatedAt", "status", "firstTokenLatency"),
)


def recognises(source: Source) -> bool:
    """By the key under which the list of sessions stands."""
    return any(_is_export(source, member) for member in source.members)


def pieces(source: Source) -> Iterator[Piece]:
    exports = (member for member in source.members if _is_export(source, member))
    return each_once(piece for member in exports for piece in _of_export(whole_value(source, member)))


def _is_export(source: Source, member: Member) -> bool:
    return has_keys(source, member, _LIST) or has_keys(source, member, _OLD_LIST)


def _of_export(export: Values) -> Iterator[Piece]:
    listed = {id_at(each, "id"): each for each in mappings_at(export, _LIST)}
    kept = {
        identity(name.removeprefix(_SESSION)): each
        for name, each in export.items()
        if name.startswith(_SESSION)
    }
    old = {id_at(each, "id"): each for each in mappings_at(export, _OLD_LIST)}
    wrong = 0
    for name in dict.fromkeys((*listed, *kept, *old)):
        session = mapping(kept.get(name, old.get(name)))
        if session:
            yield from _Session(name, listed.get(name, session), session, export).pieces()
        wrong += not session
    if wrong:
        yield Skipped(NOT_CONVERSATIONS, wrong)


class _Session:
    """One conversation: the thread that is open, those before it, and what was said instead."""

    def __init__(self, name: str, listed: Values, session: Values, kept: Values) -> None:
        self._name = name
        self._listed = listed
        self._session = session
        self._kept = kept
        self._tally = Tally()
        first = next(mappings_at(session, "messages"), mapping(None))
        self._told = _words(first) if text_at(first, "role") == Role.SYSTEM else ""

    def pieces(self) -> Iterator[Piece]:
        nodes: list[Node] = []
        current = self._line(self._session, None, "open", nodes)
        endings = []
        for number, thread in enumerate(mappings_at(self._session, "threads")):
            if end := self._line(thread, None, f"thread-{number}", nodes):
                endings.append((end, text_at(thread, "name")))
        if endings and current:
            endings.append((current, text_at(self._session, "threadName")))
        for pivot, fork in mapping_at(self._session, "messageForksHash").items():
            for number, line in enumerate(mappings_at(mapping(fork), "lists")):
                self._line(line, identity(pivot), f"fork-{len(nodes)}-{number}", nodes)
        account = Account(
            ORIGIN,
            self._name,
            text_at(self._session, "name") or text_at(self._listed, "name"),
            current=current,
            is_pinned=flag_at(self._listed, "starred") or flag_at(self._session, "starred"),
            settings=ConversationSettings(instructions=self._told or None),
            endings=tuple(endings),
        )
        yield from pieces_of(account, nodes, self._tally)

    def _line(self, holder: Values, behind: str | None, where: str, nodes: list[Node]) -> str | None:
        """Add messages that follow one another, and return the last of them."""
        for number, message in enumerate(mappings_at(holder, "messages")):
            name = id_at(message, "id") or f"{where}#{number}"
            nodes.append(Node(name, behind, tuple(self._items(message))))
            behind = name
        return behind

    def _items(self, message: Values) -> Iterator[NewItem]:
        at = moment_at(message, "timestamp")
        raw = leftover(message, _PLACED)
        match text_at(message, "role"):
            case Role.PERSON:
                files = tuple(self._files(message))
                yield question(_words(message), created_at=at, files=files, raw=raw)
            case Role.SYSTEM:
                told = _words(message)
                if told != self._told:
                    yield instructions(told, created_at=at, raw=raw)
            case Role.TOOL:
                yield output(id_at(message, "toolCallId", "name"), _words(message), created_at=at, raw=raw)
            case Role.MODEL:
                files = tuple(self._files(message))
                yield from self._said(message).items(
                    created_at=at, state=_state(message), files=files, raw=raw
                )
            case _:
                self._tally.add(NOT_MESSAGES)

    def _said(self, message: Values) -> Saying:
        saying = Saying(text_at(message, "model"))
        saying.think(message.get("reasoningContent"))
        for part in _parts(message):
            match text_at(part, "type"):
                case "text" | "info":
                    saying.say(part.get("text"))
                case "reasoning":
                    saying.think(part.get("text"))
                case "tool-call":
                    name = id_at(part, "toolCallId")
                    saying.call(name, text_at(part, "toolName"), part.get("args"))
                    if part.get("result") is not None:
                        saying.answer(name, part.get("result"))
                case "image":
                    pass
                case _:
                    self._tally.add(UNKNOWN_PARTS)
        return saying

    def _files(self, message: Values) -> Iterator[FoundFile]:
        pictures = (part for part in _parts(message) if text_at(part, "type") == "image")
        for number, each in enumerate((*pictures, *mappings_at(message, "pictures")), 1):
            yield from self._found(f"picture-{number}", each)
        for each in mappings_at(message, "files"):
            yield from self._found(text_at(each, "name") or "file", each)

    def _found(self, name: str, values: Values) -> Iterable[FoundFile]:
        """What is kept under a key of its own is in the export only sometimes."""
        kept = text(self._kept.get(id_at(values, "storageKey")))
        found = of_data_url(name, text_at(values, "url")) or of_data_url(name, kept)
        if not found and kept and "name" in values:
            found = of_text(name, kept)
        if not found:
            self._tally.add(FILES_MISSING)
        return (found,) if found else ()


def _parts(message: Values) -> Iterator[Mapping[str, Any]]:
    """The parts of a message; earlier versions wrote one text instead."""
    parts = list(mappings_at(message, "contentParts"))
    if not parts and (said := text_at(message, "content")):
        yield {"type": "text", "text": said}
    yield from parts


def _words(message: Values) -> str:
    texts = (text(part.get("text")) for part in _parts(message) if text_at(part, "type") == "text")
    return "\n\n".join(filter(None, texts))


def _state(message: Values) -> ItemState:
    if text_at(message, "error"):
        return ItemState.FAILED
    return ItemState.INTERRUPTED if flag_at(message, "generating") else ItemState.COMPLETE
