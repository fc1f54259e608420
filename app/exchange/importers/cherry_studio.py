"""Cherry Studio: its backups up to version 5, and topics that were exported as Markdown or JSON.

A backup is JSON whose settings are JSON within JSON. Of those only the assistants are looked at: what else is
there are the keys of services. From version 6 on a backup is a copy of a browser's storage, which no other
program can read: it is known, and refused with the way out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice

from app.domain.conversation_settings import ConversationSettings
from app.domain.exchange_errors import ExchangeError, ExportNeeded, FileTooLarge
from app.domain.parcel import Piece
from app.exchange.importers import cherry_markdown
from app.exchange.importers.cherry_topics import Topic
from app.exchange.importers.files import FoundFile
from app.exchange.importers.looking import has_keys, path_of, whole_value
from app.exchange.importers.once import each_once
from app.exchange.importers.tally import Tally
from app.exchange.importers.tree import Account, pieces_of
from app.exchange.importers.values import (
    Values,
    flag_at,
    id_at,
    mapping,
    mapping_at,
    mappings_at,
    moment_at,
    sequence_at,
    text_at,
    texts_at,
)
from app.exchange.refusals import refusal
from app.exchange.source import Member, Source

ORIGIN = "cherry-studio"
_BACKUP = ("localStorage", "indexedDB")
_TOPIC = ("topicId", "blocks", "messages")
_STATE = "persist:cherry-studio"
_STORAGE, _FILES = "local storage/leveldb", "data/files"
_PROGRAM = b"cherry-studio"
_LOOKED_AT, _LARGEST_LOG, _LARGEST_FILE = 4096, 16 << 20, 64 << 20
_MOST_LOOKED_AT = 200


def recognises(source: Source) -> bool:
    """By the keys of a backup or a topic, a message's heading, or the program's name in its storage."""
    return any(_is_data(source, member) or _is_markdown(source, member) for member in source.members) or (
        _is_storage(source)
    )


def pieces(source: Source) -> Iterator[Piece]:
    """Raises ExportNeeded for a backup that only the program itself can read."""
    return each_once(_pieces(source))


def _pieces(source: Source) -> Iterator[Piece]:
    files = _files(source)
    found = False
    for member in source.members:
        if _is_data(source, member):
            found = True
            yield from _of_backup(whole_value(source, member), files)
        elif _is_markdown(source, member):
            found = True
            written = source.read(member, _LARGEST_FILE).decode("utf-8", "replace")
            yield from pieces_of(*cherry_markdown.topic(ORIGIN, written))
    if not found:
        raise refusal(ExportNeeded)


def _is_data(source: Source, member: Member) -> bool:
    return has_keys(source, member, *_BACKUP) or has_keys(source, member, *_TOPIC)


def _is_markdown(source: Source, member: Member) -> bool:
    with suppress(ExchangeError):
        return cherry_markdown.is_topic(source.read(member, _LOOKED_AT).decode("utf-8", "replace"))
    return False


def _is_storage(source: Source) -> bool:
    """Tell whether a browser's storage holds what this program keeps there."""
    inside = (each for each in source.members if path_of(each)[0].lower().endswith(_STORAGE))
    for member in islice(inside, _MOST_LOOKED_AT):
        with suppress(ExchangeError):
            if _PROGRAM in source.read(member, _LARGEST_LOG):
                return True
    return False


def _files(source: Source) -> Mapping[str, FoundFile]:
    """The files that lie beside a backup, by the names that it knows them by."""
    inside = ((member, *path_of(member)) for member in source.members)
    return {
        name: _file(source, member, name)
        for member, folder, name in inside
        if folder.lower().endswith(_FILES)
    }


def _file(source: Source, member: Member, name: str) -> FoundFile:
    def read() -> bytes:
        if member.size > _LARGEST_FILE:
            raise refusal(FileTooLarge)
        return source.read(member, _LARGEST_FILE)

    return FoundFile(name, read)


def _of_backup(backup: Values, files: Mapping[str, FoundFile]) -> Iterator[Piece]:
    tables = mapping_at(backup, "indexedDB")
    blocks = {
        id_at(block, "id"): block
        for holder in (tables, backup)
        for block in mappings_at(holder, "message_blocks", "blocks")
    }
    known = dict(_known_topics(backup))
    for topic in _topics(backup, tables):
        name = id_at(topic, "id", "topicId")
        yield from _conversation(topic, known.get(name, (mapping(None), topic)), blocks, files)


def _topics(backup: Values, tables: Values) -> Iterator[Values]:
    """The topics, each with its messages. The first version kept them as keys with values."""
    yield from mappings_at(tables, "topics")
    for entry in mappings_at(backup, "indexedDB"):
        if text_at(entry, "key").startswith("topic:"):
            yield mapping_at(entry, "value")
    if sequence_at(backup, "messages"):
        yield backup


def _known_topics(backup: Values) -> Iterator[tuple[str, tuple[Values, Values]]]:
    """What is known of the topics beside their messages: of each its assistant, and what that says of it."""
    state = _decoded(mapping_at(backup, "localStorage").get(_STATE))
    assistants = _decoded(state.get("assistants"))
    for assistant in (mapping_at(assistants, "defaultAssistant"), *mappings_at(assistants, "assistants")):
        for topic in mappings_at(assistant, "topics"):
            yield id_at(topic, "id"), (assistant, topic)


def _decoded(written: object) -> Values:
    if not isinstance(written, str):
        return mapping(written)
    with suppress(ValueError, RecursionError):
        return mapping(json.loads(written))
    return mapping(None)


def _conversation(
    topic: Values,
    known: tuple[Values, Values],
    blocks: Mapping[str, Values],
    files: Mapping[str, FoundFile],
) -> Iterator[Piece]:
    assistant, about = known
    tally = Tally()
    making = Topic(blocks, files, tally)
    nodes = list(making.nodes(sequence_at(topic, "messages")))
    told = "\n\n".join(filter(None, _told(assistant, about)))
    account = Account(
        ORIGIN,
        id_at(topic, "id") or id_at(about, "id") or (nodes[0].id if nodes else ""),
        text_at(about, "name", "title") or text_at(topic, "name", "title"),
        moment_at(about, "createdAt"),
        moment_at(about, "updatedAt"),
        making.current,
        text_at(assistant, "name") or None,
        tuple(texts_at(assistant, "tags")),
        flag_at(about, "pinned"),
        settings=ConversationSettings(instructions=told or None),
    )
    yield from pieces_of(account, nodes, tally)


def _told(assistant: Values, about: Values) -> Iterable[str]:
    return (text_at(assistant, "prompt"), text_at(about, "prompt"))
