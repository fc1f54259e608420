"""A reply as the Responses API streams it, event by event."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

PROMPT_TOKENS = 7
_MESSAGE = "msg_1"


def begin_response() -> bytes:
    added = {"id": _MESSAGE, "type": "message", "role": "assistant", "status": "in_progress", "content": []}
    return (
        event({"type": "response.created", "response": {"id": "resp_1", "status": "in_progress"}})
        + event({"type": "response.in_progress", "response": {"id": "resp_1", "status": "in_progress"}})
        + event({"type": "response.output_item.added", "output_index": 0, "item": added})
    )


def say(piece: str) -> bytes:
    place = {"item_id": _MESSAGE, "output_index": 0, "content_index": 0}
    return event({"type": "response.output_text.delta", **place, "delta": piece})


def end_response(pieces: Sequence[str], *, is_whole: bool = True) -> bytes:
    text = {"type": "output_text", "text": "".join(pieces), "annotations": []}
    item = {"id": _MESSAGE, "type": "message", "role": "assistant", "status": "completed", "content": [text]}
    status = "completed" if is_whole else "incomplete"
    usage = {
        "input_tokens": PROMPT_TOKENS,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": len(pieces),
        "total_tokens": PROMPT_TOKENS + len(pieces),
    }
    response = {"id": "resp_1", "status": status, "output": [item], "usage": usage}
    if not is_whole:
        response["incomplete_details"] = {"reason": "max_output_tokens"}
    return event({"type": "response.output_item.done", "output_index": 0, "item": item}) + event(
        {"type": f"response.{status}", "response": response}
    )


def event(content: Mapping[str, Any]) -> bytes:
    """Return an event as it goes over the wire; one of the Responses API bears its name."""
    text = json.dumps(content, ensure_ascii=False)
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        text = json.dumps(content)  # half a character can only be sent escaped
    name = f"event: {content['type']}\n" if str(content.get("type", "")).startswith("response.") else ""
    return f"{name}data: {text}\n\n".encode()
