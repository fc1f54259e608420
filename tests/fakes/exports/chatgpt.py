"""ChatGPT's export as it is known: each variant of a conversation, a message and the files around them."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

Node = dict[str, Any]

START = 1_700_000_000.5
ROOT = "root"
MARK = "\ue200cite\ue202turn0search0\ue201"
IMAGE_ID, PAPER_ID = "file-AbC123", "file_00000000abcdef"


def message(role: str, content: Mapping[str, Any], **more: object) -> Node:
    """A message as it stands in a node; `metadata` and all else can be given."""
    return {
        "id": "",
        "author": {"role": role, "name": None, "metadata": {}},
        "create_time": START,
        "update_time": None,
        "content": dict(content),
        "status": "finished_successfully",
        "end_turn": None,
        "weight": 1.0,
        "metadata": {},
        "recipient": "all",
        "channel": None,
    } | more


def said(role: str, *parts: object, **more: object) -> Node:
    return message(role, {"content_type": "text", "parts": list(parts)}, **more)


def node(name: str, parent: str | None, told: Node | None) -> Node:
    whole = None if told is None else told | {"id": name}
    return {"id": name, "message": whole, "parent": parent, "children": []}


def conversation(nodes: Sequence[Node], **more: object) -> Node:
    """A conversation over an empty root; each node's children are filled in."""
    mapping = {each["id"]: each for each in [node(ROOT, None, None), *nodes]}
    for each in nodes:
        if each["parent"] in mapping:
            mapping[each["parent"]]["children"].append(each["id"])
    return {
        "title": "A conversation",
        "create_time": START,
        "update_time": START + 60,
        "mapping": mapping,
        "moderation_results": [],
        "current_node": nodes[-1]["id"] if nodes else ROOT,
        "plugin_ids": None,
        "conversation_id": "conversation-1",
        "conversation_template_id": None,
        "gizmo_id": None,
        "is_archived": False,
        "is_starred": None,
        "safe_urls": [],
        "default_model_slug": "gpt-4o",
        "id": "conversation-1",
    } | more


def branched() -> Node:
    """A question with two answers, the second of which is shown and has gone on."""
    return conversation(
        [
            node("system", ROOT, said("system", "", weight=0)),
            node("q", "system", said("user", "Why is the sky blue?")),
            node("a1", "q", said("assistant", "Dust.", metadata={"model_slug": "gpt-4o"})),
            node("a2", "q", said("assistant", "Scattering.", create_time=START + 5, metadata=slug("o3"))),
            node("q2", "a2", said("user", "Who found out?", create_time=START + 9)),
        ]
    )


def slug(name: str, **more: object) -> Node:
    return {"model_slug": name, **more}


def custom_instructions() -> Node:
    """As an older and a newer export keep them: worked into a prompt, and plain beside it."""
    content = {
        "content_type": "user_editable_context",
        "user_profile": "The user is a sailor.",
        "user_instructions": "Answer briefly.",
    }
    return message("user", content, weight=0, metadata={"is_user_system_message": True})


def plain_custom_instructions() -> Node:
    told = {"about_user_message": "I sail.", "about_model_message": "Be brief."}
    made = custom_instructions()
    return made | {"metadata": {"is_user_system_message": True, "user_context_message_data": told}}


def searched() -> list[Node]:
    """Reasoning, a call of the search tool, a silent and a spoken result, and the answer with sources."""
    thoughts = {"summary": "Looking it up", "content": "It must be known.", "chunks": [], "finished": True}
    thinking = {"content_type": "thoughts", "thoughts": [thoughts], "source_analysis_msg_id": "x"}
    recap = {"content_type": "reasoning_recap", "content": "Thought for 4s"}
    reference = {
        "matched_text": MARK,
        "start_idx": 4,
        "end_idx": 4 + len(MARK),
        "type": "grouped_webpages",
        "items": [{"title": "The [sky]", "url": "https://example.org/sky", "attribution": "example.org"}],
    }
    foot = {
        "matched_text": " ",
        "type": "sources_footnote",
        "sources": [web_page("More", "https://example.org/more")],
    }
    call = {"content_type": "code", "language": "json", "text": '{"q":"sky"}'}
    hidden = {"is_visually_hidden_from_conversation": True}
    page = {
        "content_type": "tether_quote",
        "url": "https://example.org/sky",
        "title": "Sky",
        "text": "It is blue.",
    }
    tool = {"role": "tool", "name": "web.run", "metadata": {}}
    sources = slug("o3", content_references=[reference, foot])
    return [
        node("q", ROOT, said("user", "Why?")),
        node(
            "t",
            "q",
            message("assistant", thinking, metadata=slug("o3")),
        ),
        node("c", "t", message("assistant", call, recipient="web.run", metadata=slug("o3"))),
        node("h", "c", said("tool", "silent", author=tool, metadata=hidden)),
        node("r", "h", message("tool", page, author=tool)),
        node(
            "recap",
            "r",
            message("assistant", recap),
        ),
        node("a", "recap", said("assistant", f"So. {MARK}", metadata=sources)),
    ]


def web_page(title: str, url: str) -> Node:
    return {"title": title, "url": url}


def cited() -> Node:
    """An answer with the older kind of citation, by its place in the text."""
    mark = "【1†source】"
    place = {"start_ix": 4, "end_ix": 4 + len(mark), "metadata": web_page("Sky", "https://example.org/sky")}
    return said("assistant", f"So. {mark}", metadata={"citations": [place]})


def with_files() -> list[Node]:
    """A question with a picture and a paper, the picture that was drawn, and one that is not in the zip."""
    pointer = {
        "content_type": "image_asset_pointer",
        "asset_pointer": f"file-service://{IMAGE_ID}",
        "width": 3,
    }
    drawn = {
        "content_type": "image_asset_pointer",
        "asset_pointer": f"sediment://{IMAGE_ID}",
        "size_bytes": 9,
    }
    missing = {"content_type": "image_asset_pointer", "asset_pointer": "sediment://file_gone"}
    attachments = [
        {"id": IMAGE_ID, "name": "photo.png", "size": 9, "mime_type": "image/png"},
        {"id": PAPER_ID, "name": "paper.txt", "size": 9, "mime_type": "text/plain"},
    ]
    call = {"content_type": "code", "language": "unknown", "text": "{}"}
    asked = {"content_type": "multimodal_text", "parts": [pointer, "What is this?", missing]}
    return [
        node("q", ROOT, message("user", asked, metadata={"attachments": attachments})),
        node("c", "q", message("assistant", call, recipient="dalle.text2im")),
        node("r", "c", message("tool", {"content_type": "multimodal_text", "parts": [drawn]})),
    ]


def image(address: str) -> Node:
    pointer = {"content_type": "image_asset_pointer", "asset_pointer": address}
    return pointer | {"size_bytes": 9, "width": 3, "height": 2, "fovea": None, "metadata": None}


def exported(conversations: Sequence[Any]) -> bytes:
    return json.dumps(list(conversations), ensure_ascii=False).encode()


def packed(conversations: Sequence[Any], files: Mapping[str, bytes] | None = None) -> bytes:
    """The zip with one file of conversations."""
    return _zip({"conversations.json": exported(conversations), **_beside(), **(files or {})})


def packed_in_parts(*parts: Sequence[Any]) -> bytes:
    """The zip of a newer export, with numbered files and a list of them."""
    named = {f"conversations-{number:03}.json": exported(part) for number, part in enumerate(parts)}
    manifest = json.dumps({"export_files": [{"path": name} for name in named]}).encode()
    return _zip({"export_manifest.json": manifest, **named, **_beside()})


def _beside() -> dict[str, bytes]:
    return {
        "chat.html": b"<html></html>",
        "user.json": b'{"id": "user-1", "email": "someone@example.org"}',
        "message_feedback.json": b'[{"id": "a", "rating": "thumbs_up"}]',
        "shared_conversations.json": b"[]",
    }


def _zip(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
