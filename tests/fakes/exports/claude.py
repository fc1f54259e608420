"""Claude's export as it is known: the official one in a line, and the linked one that extensions save."""

import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

Values = dict[str, Any]

START = "2024-05-06T07:08:09.123456Z"
LATER = "2024-05-06T07:09:00.000000Z"
NO_PARENT = "00000000-0000-4000-8000-000000000000"
PROJECT = "project-1"


def text_block(said: str, **more: object) -> Values:
    return {
        "type": "text",
        "text": said,
        "start_timestamp": START,
        "stop_timestamp": LATER,
        "citations": [],
    } | more


def message(name: str, sender: str, *blocks: Values, **more: object) -> Values:
    """A message as the official export has it; without blocks its text alone tells what it says."""
    said = "\n\n".join(block.get("text", "") for block in blocks if block["type"] == "text")
    return {
        "uuid": name,
        "text": said,
        "content": list(blocks),
        "sender": sender,
        "created_at": START,
        "updated_at": LATER,
        "attachments": [],
        "files": [],
    } | more


def asked(name: str, said: str, **more: object) -> Values:
    return message(name, "human", text_block(said), **more)


def answered(name: str, said: str, **more: object) -> Values:
    return message(name, "assistant", text_block(said), **more)


def conversation(messages: Sequence[Any], **more: object) -> Values:
    return {
        "uuid": "conversation-1",
        "name": "A conversation",
        "summary": "",
        "created_at": START,
        "updated_at": LATER,
        "account": {"uuid": "account-1"},
        "chat_messages": list(messages),
    } | more


def linked(tree: Mapping[str, str | None], shown: str, **more: object) -> Values:
    """The shape of browser extensions: each message names its parent, the conversation its shown leaf."""
    told = []
    for number, (name, parent) in enumerate(tree.items()):
        links = {"parent_message_uuid": parent or NO_PARENT, "index": number}
        links["child_message_uuids"] = [child for child, above in tree.items() if above == name]
        sender = "assistant" if name.startswith("a") else "human"
        told.append(message(name, sender, text_block(name), **links))
    return conversation(told, current_leaf_message_uuid=shown, model="claude-opus", is_starred=True) | more


def worked() -> Values:
    """A reply that thinks, looks something up and gives its sources."""
    page = {"type": "knowledge", "title": "Sky", "url": "https://example.org/sky", "text": "It is blue."}
    cited = {"uuid": "x", "start_index": 0, "end_index": 2, "title": "Sky", "url": "https://example.org/sky"}
    return message(
        "a",
        "assistant",
        {
            "type": "thinking",
            "thinking": "Hm.",
            "start_timestamp": START,
            "stop_timestamp": LATER,
            "summaries": [],
        },
        text_block("I shall look."),
        {
            "type": "tool_use",
            "id": "toolu_1",
            "name": "web_search",
            "input": {"query": "sky"},
            "message": "Looking",
        },
        {
            "type": "tool_result",
            "tool_use_id": "toolu_1",
            "name": "web_search",
            "content": [page],
            "is_error": False,
        },
        {"type": "token_budget"},
        text_block("So.", citations=[cited]),
        text_block("Truly."),
    )


def nameless_calls() -> Values:
    """Two calls and two results without the ids that would tie them, as older exports have them."""
    return message(
        "a",
        "assistant",
        *({"type": "tool_use", "name": "repl", "input": {"code": str(number)}} for number in (1, 2)),
        *({"type": "tool_result", "name": "repl", "content": str(number)} for number in (1, 2)),
    )


def with_attachments(picture: bytes = b"") -> Values:
    """A question with words that were taken from a paper, a file without them, and a picture in a block."""
    kept = {"file_name": "paper.pdf", "file_size": 9, "file_type": "pdf", "extracted_content": "A paper."}
    gone = {"file_name": "photo.png", "file_uuid": "f", "file_kind": "image"}
    source = {"type": "base64", "media_type": "image/png", "data": b64encode(picture).decode()}
    blocks = [{"type": "image", "source": source}] if picture else []
    return message("q", "human", text_block("What is this?"), *blocks, attachments=[kept], files=[gone])


def exported(conversations: Sequence[Any]) -> bytes:
    return json.dumps(list(conversations), ensure_ascii=False).encode()


def packed(
    conversations: Sequence[Any], files: Mapping[str, bytes] | None = None, projects: bytes = b""
) -> bytes:
    project = {"uuid": PROJECT, "name": "Sailing", "prompt_template": "Be brief.", "docs": []}
    beside = {
        "users.json": b'[{"uuid": "account-1", "full_name": "Someone"}]',
        "projects.json": projects or json.dumps([project]).encode(),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            **beside,
            "conversations.json": exported(conversations),
            **(files or {}),
        }.items():
            archive.writestr(name, content)
    return target.getvalue()
