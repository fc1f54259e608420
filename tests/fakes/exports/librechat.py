"""LibreChat's export as it is known: messages as a tree of children or as a list of links."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

Values = dict[str, Any]

START = "2024-05-06T07:08:09.123Z"
LATER = "2024-05-06T07:09:00.000Z"
NO_PARENT = "00000000-0000-0000-0000-000000000000"


def message(name: str, parent: str | None, said: str, *, is_persons: bool = False, **more: object) -> Values:
    return {
        "messageId": name,
        "parentMessageId": parent or NO_PARENT,
        "conversationId": "conversation-1",
        "sender": "User" if is_persons else "GPT-4o",
        "text": said,
        "isCreatedByUser": is_persons,
        "model": None if is_persons else "gpt-4o",
        "endpoint": "openAI",
        "error": False,
        "unfinished": False,
        "createdAt": START,
        "updatedAt": LATER,
    } | more


def asked(name: str, parent: str | None, said: str, **more: object) -> Values:
    return message(name, parent, said, is_persons=True, **more)


def conversation(messages: Sequence[Any], *, recursive: bool = True, **more: object) -> Values:
    told = {"messagesTree": nested(messages)} if recursive else {"messages": list(messages)}
    return {
        "conversationId": "conversation-1",
        "endpoint": "openAI",
        "title": "A conversation",
        "exportAt": "07:10:00 GMT+0000 (Coordinated Universal Time)",
        "branches": True,
        "recursive": recursive,
        "options": {"model": "gpt-4o", "temperature": 1, "promptPrefix": "Be brief."},
        **told,
    } | more


def nested(messages: Sequence[Values]) -> list[Values]:
    """The same messages, each among the children of its parent."""
    whole = {each["messageId"]: each | {"children": []} for each in messages}
    top = []
    for each in whole.values():
        above = whole.get(each["parentMessageId"])
        (top if above is None else above["children"]).append(each)
    return top


def tree(parents: Mapping[str, str | None], *, recursive: bool) -> Values:
    """A conversation whose replies are called a…."""
    told = [
        message(name, parent, name, is_persons=not name.startswith("a")) for name, parent in parents.items()
    ]
    return conversation(told, recursive=recursive)


def parts() -> list[Values]:
    """What an agent's message is made of."""
    called = {"id": "call_1", "name": "search", "args": '{"q":"sky"}', "output": "It is blue.", "progress": 1}
    old = {"id": "call_2", "type": "function", "function": {"name": "add", "arguments": "{}", "output": "2"}}
    return [
        {"type": "think", "think": "Hm."},
        {"type": "text", "text": {"value": "I shall look.", "annotations": []}},
        {"type": "tool_call", "tool_call": called},
        {"type": "tool_call", "tool_call": old},
        {"type": "text", "text": "So."},
    ]


def files(picture_url: str) -> list[Values]:
    return [
        {"file_id": "f1", "filename": "paper.pdf", "type": "application/pdf", "text": "A paper."},
        {"file_id": "f2", "filename": "photo.png", "type": "image/png", "filepath": picture_url},
        {"file_id": "f3", "filename": "gone.png", "type": "image/png", "filepath": "/images/user/gone.png"},
    ]


def exported(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=2).encode()
