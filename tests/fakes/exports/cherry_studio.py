"""Backups of Cherry Studio as it made them up to version 5, and a topic as it exports one."""

import json
from typing import Any

from tests.fakes.exports.jan import PICTURE

SECRET = "sk-this-is-somebodys-key"
FILE = b"notes of the day"


def block(name: str, kind: str, **more: object) -> dict[str, Any]:
    return {"id": name, "messageId": "m", "type": kind, "createdAt": at(0), "status": "success", **more}


def message(name: str, role: str, *blocks: str, **more: object) -> dict[str, Any]:
    second = int(name[1:].rstrip("ab"))
    return {
        "id": name,
        "role": role,
        "assistantId": "as1",
        "topicId": "t1",
        "createdAt": at(second),
        "status": "success",
        "blocks": list(blocks),
        **more,
    }


def at(second: int) -> str:
    return f"2025-05-01T10:00:{second:02}.000Z"


def blocks() -> list[dict[str, Any]]:
    answered = {"id": "call_1", "tool": {"name": "search"}, "arguments": {"q": 1}, "status": "done"}
    file = {"id": "f1", "name": "f1.txt", "origin_name": "day.txt", "ext": ".txt", "size": len(FILE)}
    return [
        block("b1", "main_text", content="What is this?"),
        block("b2", "file", file=file),
        block("b3", "thinking", content="A loaf?", thinking_millsec=900),
        block("b4", "tool", toolId="x", content={"hits": 1}, metadata={"rawMcpToolResponse": answered}),
        block("b5", "main_text", content="Rye bread."),
        block("b6", "citation", response={"results": ["a"]}),
        block("b7", "main_text", content="White bread."),
        block("b8", "main_text", content="Bake it."),
        block("b9", "code", content="bake()", language="python"),
        block("b10", "image", url=PICTURE),
        block("b11", "error", error={"message": "Too hot"}),
    ]


def messages() -> list[dict[str, Any]]:
    """Two models answer one question; the second answer is the one that was gone on from."""
    return [
        message("m1", "user", "b1", "b2"),
        message(
            "m2a", "assistant", "b3", "b4", "b5", "b6", askId="m1", model={"id": "qwen", "provider": "x"}
        ),
        message("m2b", "assistant", "b7", askId="m1", modelId="glm", foldSelected=True),
        message("m3", "user", "b8"),
        message("m4", "assistant", "b9", "b10", askId="m3", usage={"total_tokens": 9}),
        message("m5", "user", type="clear"),
        message("m6", "assistant", "b11", status="error"),
    ]


def state() -> dict[str, str]:
    """What the program keeps in a browser's storage: texts of JSON within a text of JSON."""
    topic = {"id": "t1", "name": "Bread", "createdAt": at(0), "updatedAt": at(59), "pinned": True}
    assistant = {"id": "as1", "name": "Baker", "prompt": "Be brief.", "topics": [topic], "tags": ["food"]}
    default = {"id": "default", "name": "Default", "prompt": "", "topics": []}
    parts = {
        "assistants": {"defaultAssistant": default, "assistants": [default, assistant]},
        "llm": {"providers": [{"id": "x", "apiKey": SECRET}]},
    }
    return {name: json.dumps(part) for name, part in parts.items()}


def backup(**more: object) -> dict[str, Any]:
    return {
        "time": 1_746_000_000_000,
        "version": 5,
        "localStorage": {"persist:cherry-studio": json.dumps(state()), "theme": "dark"},
        "indexedDB": {
            "topics": [{"id": "t1", "messages": messages()}, {"id": "t2", "messages": []}],
            "message_blocks": blocks(),
            "files": [],
            "settings": [{"id": "webdav", "value": SECRET}],
        },
        **more,
    }


def files(backup: object) -> dict[str, bytes]:
    return {"data.json": json.dumps(backup).encode(), "Data/Files/f1.txt": FILE}


def earliest() -> dict[str, Any]:
    """The first version: keys with values, and text within the messages."""
    old = {"role": "assistant", "id": "m2", "content": "Hi.", "reasoning_content": "Hm.", "modelId": "old"}
    topic = {
        "id": "t1",
        "messages": [{"role": "user", "id": "m1", "content": "Hello", "images": [PICTURE]}, old],
    }
    return {
        "version": 1,
        "localStorage": {"persist:cherry-studio": json.dumps(state())},
        "indexedDB": [{"key": "topic:t1", "value": topic}, {"key": "image://avatar", "value": SECRET}],
    }


def topic_json() -> dict[str, Any]:
    return {"id": "t1", "name": "Bread", "messages": messages(), "message_blocks": blocks()}


THOUGHTS = (
    '<div style="border: 2px solid #dddddd; border-radius: 10px;">\n'
    '  <details style="padding: 5px;">\n'
    "    <summary>Reasoning</summary>\n"
    "    A loaf?<br>1 &lt; 2\n"
    "  </details>\n"
    "</div>\n"
)
MARKDOWN = (
    "# Bread\n\n"
    "## 🧑\u200d💻 User\n\nWhat is this?\n\n## Not a message\n\n## 🤖 Nor this\n\n---\n"
    f"## 🤖 qwen | Somebody\n\n{THOUGHTS}\n```\nrye\n\n---\n"
    "## 🧑\u200d💻 User\n\nBake it.\n\n---\n"
    "## 🤖 Assistant\n\nBaking.\n\n---\n\nDone.\n"
)
STORAGE = {
    "IndexedDB/file__0.indexeddb.leveldb/CURRENT": b"MANIFEST-000001\n",
    "Local Storage/leveldb/CURRENT": b"MANIFEST-000001\n",
    "Local Storage/leveldb/000003.log": b"\0\1_file://\0\1persist:cherry-studio\1{}",
    "metadata.json": b'{"version": 6}',
}
