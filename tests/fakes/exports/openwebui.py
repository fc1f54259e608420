"""Open WebUI's export as it is known: wrapped and bare, with what models did as items or in the text."""

import html
import json
from collections.abc import Mapping, Sequence
from typing import Any

Values = dict[str, Any]

START = 1_700_000_000


def message(name: str, parent: str | None, role: str, content: object, **more: object) -> Values:
    return {
        "id": name,
        "parentId": parent,
        "childrenIds": [],
        "role": role,
        "content": content,
        "timestamp": START,
    } | more


def asked(name: str, parent: str | None, said: str, **more: object) -> Values:
    return message(name, parent, "user", said, models=["llama3:8b"]) | more


def answered(name: str, parent: str | None, said: str, **more: object) -> Values:
    return message(name, parent, "assistant", said, model="llama3:8b", modelName="Llama", done=True) | more


def chat(messages: Sequence[Values], shown: str | None = None, **more: object) -> Values:
    """The chat itself, which is all that there is of an older one."""
    by_name = {each["id"]: each for each in messages}
    for each in messages:
        if each.get("parentId") in by_name:
            by_name[each["parentId"]]["childrenIds"].append(each["id"])
    return {
        "id": "",
        "title": "A chat",
        "models": ["llama3:8b"],
        "params": {},
        "history": {"messages": by_name, "currentId": shown or (messages[-1]["id"] if messages else None)},
        "messages": list(messages),
        "tags": [],
        "timestamp": START * 1000,
        "files": [],
    } | more


def wrapped(kept: Values, **more: object) -> Values:
    return {
        "id": "chat-1",
        "user_id": "user-1",
        "title": "A chat",
        "chat": kept,
        "updated_at": START + 60,
        "created_at": START,
        "share_id": None,
        "archived": False,
        "pinned": False,
        "meta": {"tags": []},
        "folder_id": None,
    } | more


def tree(parents: Mapping[str, str | None], shown: str) -> Values:
    """A chat whose answers are called a…, and which may have several first questions."""
    told = [
        (answered if name.startswith("a") else asked)(name, parent, name) for name, parent in parents.items()
    ]
    return wrapped(chat(told, shown))


def folded() -> str:
    """A reply of an older version: thoughts, a call and code between tags, with words around them."""
    arguments, result = html.escape(json.dumps('{"q": "sky"}')), html.escape(json.dumps("It is <blue>."))
    output = html.escape(json.dumps({"stdout": "2"}))
    return (
        '<details type="reasoning" done="true" duration="4">\n<summary>Thought for 4 seconds</summary>\n'
        "&gt; First &amp; foremost.\n&gt; Then.\n</details>\n"
        "I shall look.\n"
        f'<details type="tool_calls" done="true" id="call_1" name="search" arguments="{arguments}"'
        f' result="{result}" files="">\n<summary>Tool Executed</summary>\n</details>\n'
        f'<details type="code_interpreter" done="true" output="{output}">\n<summary>Analyzed</summary>\n'
        "```python\nprint(1 + 1)\n```\n</details>\n"
        "So.\n<details><summary>Aside</summary>A person's own.</details>"
    )


def items() -> list[Values]:
    """What a newer version keeps of the same."""
    return [
        {
            "type": "reasoning",
            "id": "rs_1",
            "content": [{"type": "output_text", "text": "First."}],
            "summary": None,
        },
        {
            "type": "function_call",
            "id": "fc_1",
            "call_id": "call_1",
            "name": "search",
            "arguments": '{"q":"sky"}',
        },
        {
            "type": "function_call_output",
            "id": "fco_1",
            "call_id": "call_1",
            "output": [{"type": "input_text", "text": "It is blue."}],
        },
        {
            "type": "message",
            "id": "msg_1",
            "role": "assistant",
            "content": [{"type": "output_text", "text": "So."}],
        },
    ]


def sources() -> list[Values]:
    page = {"source": {"name": "search", "url": "https://example.org/sky"}, "document": ["It is blue."]}
    return [page | {"metadata": [{"source": "https://example.org/sky", "name": "Sky"}]}]


def files(picture_url: str) -> list[Values]:
    kept = {
        "id": "f",
        "filename": "paper.pdf",
        "data": {"content": "A paper."},
        "meta": {"name": "paper.pdf"},
    }
    return [
        {"type": "image", "url": picture_url},
        {"type": "file", "file": kept, "name": "paper.pdf", "size": 9, "status": "uploaded"},
        {"type": "file", "id": "elsewhere", "name": "gone.bin", "url": "/api/v1/files/elsewhere"},
    ]


def exported(chats: Sequence[Any]) -> bytes:
    return json.dumps(list(chats), ensure_ascii=False).encode()
