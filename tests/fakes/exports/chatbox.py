"""What Chatbox exports: one JSON object with all its sessions, and with settings that nobody should see."""

import json
from typing import Any

from tests.fakes.exports.jan import PICTURE

BEGUN = 1_714_000_000_000
SECRET = "sk-this-is-somebodys-key"


def said(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


def message(name: str, role: str, *parts: dict[str, Any], **more: object) -> dict[str, Any]:
    at = BEGUN + 1000 * (ord(name[0]) - ord("a")) + int(name[1:] or 0)
    return {"id": name, "role": role, "contentParts": list(parts), "timestamp": at, **more}


EMPTY = message("i1", "assistant")


def session() -> dict[str, Any]:
    """Each kind of part, a thread before the open one, and two places where something else was said."""
    call = {"type": "tool-call", "state": "result", "toolCallId": "t1", "toolName": "web_search"}
    return {
        "id": "s1",
        "name": "Bread",
        "type": "chat",
        "starred": True,
        "threadName": "Second try",
        "messages": [
            message("a1", "system", said("Be brief.")),
            message("b1", "user", said("What is this?"), {"type": "image", "storageKey": "picture:1"}),
            message(
                "c1",
                "assistant",
                {"type": "reasoning", "text": "A loaf?"},
                call | {"args": {"query": "rye"}, "result": {"hits": 1}},
                said("Rye bread."),
                model="GPT-4o",
                aiProvider="openai",
                usage={"inputTokens": 5},
            ),
            message("d1", "user", said("Bake it.")),
            message("e1", "assistant", said("Baking"), error="Network", errorCode=10),
        ],
        "threads": [
            {
                "id": "th1",
                "name": "First try",
                "createdAt": BEGUN,
                "messages": [
                    message("a0", "system", said("Be brief.")),
                    message("f1", "user", content="Old words", pictures=[{"url": PICTURE}]),
                    message("g1", "assistant", content="<think>Hm.</think>Old answer"),
                ],
            }
        ],
        "messageForksHash": {
            "c1": {
                "position": 1,
                "createdAt": BEGUN,
                "lists": [
                    {
                        "id": "l0",
                        "messages": [message("h1", "user", said("Eat it.")), message("i1", "assistant")],
                    },
                    {"id": "l1", "messages": []},
                ],
            },
            "h1": {
                "position": 0,
                "createdAt": BEGUN,
                "lists": [
                    {"id": "m0", "messages": []},
                    {"id": "m1", "messages": [message("j1", "assistant", said("Yum."))]},
                ],
            },
        },
    }


def export() -> dict[str, Any]:
    return {
        "__exported_items": ["conversations", "setting"],
        "__exported_at": "2026-03-01T10:00:00.000Z",
        "settings": {"providers": {"openai": {"apiKey": SECRET}}},
        "configs": {"uuid": SECRET},
        "chat-sessions-list": [
            {"id": "s1", "name": "Bread", "starred": True, "type": "chat"},
            {"id": "s2", "name": "Gone"},
        ],
        "session:s1": session(),
        "session:s3": {"id": "s3", "name": "Unlisted", "messages": [message("a1", "user", said("Hello"))]},
        "picture:1": PICTURE,
    }


def file(export: object) -> bytes:
    return json.dumps(export).encode()
