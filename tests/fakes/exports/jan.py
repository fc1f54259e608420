"""Conversations as Jan keeps them: a folder for each, and a message a line."""

import json
from typing import Any

BEGUN = 1_714_000_000
PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
    "awAAAABJRU5ErkJggg=="
)


def text(value: str) -> dict[str, Any]:
    return {"type": "text", "text": {"value": value, "annotations": []}}


def message(name: str, role: str, *content: dict[str, Any], **more: object) -> dict[str, Any]:
    return {
        "id": name,
        "object": "thread.message",
        "thread_id": "jan_1714000000",
        "role": role,
        "content": list(content),
        "status": "ready",
        "created_at": BEGUN + int(name[1:]),
        "completed_at": BEGUN + int(name[1:]) + 5,
        "metadata": {},
        **more,
    }


def thread(**more: object) -> dict[str, Any]:
    return {
        "id": "jan_1714000000",
        "object": "thread",
        "title": "Bread",
        "assistants": [
            {
                "assistant_id": "jan",
                "assistant_name": "Jan",
                "model": {"id": "llama3-8b", "parameters": {}, "engine": "nitro"},
                "instructions": "Be brief.",
            }
        ],
        "created": BEGUN,
        "updated": BEGUN + 99,
        "metadata": {},
        **more,
    }


def messages() -> list[dict[str, Any]]:
    """Each kind of part, those of older and of newer versions."""
    call = {"type": "tool_call", "tool_call_id": "c1", "tool_name": "search", "input": {"q": "rye"}}
    older = {
        "tool": {"id": "c2", "function": {"name": "bake", "arguments": '{"at": 230}'}},
        "response": {"content": [{"type": "text", "text": "Done."}]},
        "state": "ready",
    }
    return [
        message("m1", "user", text("What is this?"), {"type": "image_url", "image_url": {"url": PICTURE}}),
        message(
            "m2",
            "assistant",
            {"type": "reasoning", "text": {"value": "A loaf?", "annotations": []}},
            call | {"output": "Rye bread."},
            text("Rye bread."),
        ),
        message("m3", "user", text("Bake it.")),
        message("m4", "assistant", text("<think>Hot.</think>\nBaking"), metadata={"tool_calls": [older]}),
        message("m5", "user", text("And now?")),
        message("m6", "assistant", text("It coo"), status="stopped", tokens_per_second=21),
    ]


def lines(entries: object) -> bytes:
    assert isinstance(entries, list)
    return "".join(json.dumps(entry) + "\n" for entry in entries).encode()


def export() -> dict[str, bytes]:
    """A data folder with two conversations, the second without an account of itself."""
    return {
        "jan/threads/jan_1714000000/thread.json": json.dumps(thread()).encode(),
        "jan/threads/jan_1714000000/messages.jsonl": lines(messages()),
        "jan/threads/jan_2/messages.jsonl": lines([message("m1", "user", text("Alone"), thread_id="jan_2")]),
        "jan/threads/jan_3/thread.json": json.dumps(thread(id="jan_3", title="Empty")).encode(),
        "jan/settings.json": b'{"api_key": "sk-never"}',
    }
