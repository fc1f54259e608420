"""Chat Completions: what every compatible service understands. Pure: values in, values out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.domain.errors import ReplyInterrupted
from app.domain.item import Role
from app.domain.parameters import Parameters
from app.domain.settings import Found
from app.domain.usage import Usage
from app.providers.continuing import continuation
from app.providers.endings import CUT_SHORT, require_usual_end
from app.providers.given_items import CALLS, OUTPUTS, REASONING, Given, given_items, kind, returned, said
from app.providers.json_values import count, item_body, mapping, sequence, text
from app.providers.pieces import ItemPiece, Piece, ReasoningPiece, Request, TextPiece, UsagePiece

PATH = "/chat/completions"


def chat_body(request: Request, spoken: Found, *, is_openai: bool) -> dict[str, Any]:
    """Return the body of a request. OpenAI has options of its own, which others may refuse."""
    messages = chat_messages(request.instructions, request.items)
    body: dict[str, Any] = {"model": request.model, "messages": messages, "stream": True}
    body["stream_options"] = {"include_usage": True}
    if is_openai:
        body["store"] = False
    if request.continues and messages and messages[-1]["role"] == "assistant":
        words = continuation(spoken)
        if words is None:
            body |= {"continue_final_message": True, "add_generation_prompt": False}
        else:
            messages.append({"role": "user", "content": words})
    return body | _parameters(request.parameters, is_openai=is_openai)


def chat_messages(instructions: str | None, bodies: Iterable[str]) -> list[dict[str, Any]]:
    """Return a conversation as messages, what came back of a call right after it."""
    items = given_items(bodies)
    returns = {text(item.get("call_id")): item for item in reversed(items) if kind(item) in OUTPUTS}
    messages = [{"role": "system", "content": instructions}] if instructions else []
    waiting: list[dict[str, Any]] = []
    for item in items:
        if kind(item) in CALLS:
            _add_call(messages, item, begins=not waiting)
            waiting.append(_result(returns[item["call_id"]]))
        elif kind(item) != REASONING:
            messages += waiting
            waiting = []
            messages += () if kind(item) in OUTPUTS else _message(item)
    return messages + waiting


def _message(item: Given) -> Iterator[dict[str, Any]]:
    role = item["role"]
    if role == Role.PERSON:
        content: Any = _parts(item)
    else:
        role, content = ("assistant" if role == Role.MODEL else "system"), said(item)
    if content:
        yield {"role": str(role), "content": content}


def _parts(item: Given) -> str | list[dict[str, Any]]:
    """Return plain text wherever there is nothing else: some services know no parts."""
    parts = [part for each in sequence(item.get("content")) for part in _part(mapping(each))]
    if any(part["type"] != "text" for part in parts):
        return parts
    return "\n\n".join(part["text"] for part in parts) or said(item)


def _part(part: Given) -> Iterator[dict[str, Any]]:
    match part.get("type"):
        case "input_text" | "text" if words := text(part.get("text")):
            yield {"type": "text", "text": words}
        case "input_image" if address := text(part.get("image_url")):
            detail = {"detail": part["detail"]} if text(part.get("detail")) else {}
            yield {"type": "image_url", "image_url": {"url": address, **detail}}
        case "input_file" if content := text(part.get("file_data")):
            name = {"filename": part["filename"]} if text(part.get("filename")) else {}
            yield {"type": "file", "file": {**name, "file_data": content}}


def _add_call(messages: list[dict[str, Any]], item: Given, *, begins: bool) -> None:
    """Add a call to the message that it belongs to: the model's last one, or one of its own."""
    if not messages or messages[-1]["role"] != "assistant" or (begins and "tool_calls" in messages[-1]):
        messages.append({"role": "assistant", "content": None})
    asked = item.get("arguments", item.get("input"))
    arguments = text(asked) if "arguments" in item else json.dumps({"input": asked}, ensure_ascii=False)
    function = {"name": text(item.get("name")), "arguments": arguments}
    call = {"id": item["call_id"], "type": "function", "function": function}
    messages[-1].setdefault("tool_calls", []).append(call)


def _result(item: Given) -> dict[str, Any]:
    return {"role": "tool", "tool_call_id": item["call_id"], "content": returned(item)}


def _parameters(parameters: Parameters, *, is_openai: bool) -> dict[str, Any]:
    most = "max_completion_tokens" if is_openai else "max_tokens"
    values = {
        "temperature": parameters.temperature,
        "top_p": parameters.top_p,
        most: parameters.max_output_tokens,
        "reasoning_effort": parameters.effort,
        "verbosity": parameters.verbosity,
        "seed": parameters.seed,
        "stop": list(parameters.stop) or None,
    }
    return {name: value for name, value in values.items() if value is not None}


class ChatReply:
    """Reads one reply. `progress` grows with all that the model writes, `words` with the reply itself."""

    awaits_more = True  # a service that tells the usage does so after the end

    def __init__(self) -> None:
        self.progress = self.words = 0
        self._end: str | None = None
        self._calls: dict[int, dict[str, str]] = {}

    @property
    def has_ended(self) -> bool:
        return self._end is not None

    def read(self, event: object) -> Iterator[Piece]:
        choices = sequence(mapping(event).get("choices"))
        for choice in map(mapping, choices):
            if count(choice.get("index")) == 0:
                yield from self._read_delta(mapping(choice.get("delta")))
                self._end = text(choice.get("finish_reason")) or self._end
        usage = mapping(mapping(event).get("usage"))
        if usage:
            details = mapping(usage.get("prompt_tokens_details"))
            sent, written = count(usage.get("prompt_tokens")), count(usage.get("completion_tokens"))
            yield UsagePiece(Usage(sent, written, count(details.get("cached_tokens"))))

    def finish(self) -> Iterator[Piece]:
        """Yield what is known only at the end. Raises ProviderError where that was not reached."""
        if self._end is None:
            raise ReplyInterrupted(CUT_SHORT)
        require_usual_end(self._end)
        for _, call in sorted(self._calls.items()):
            item = {"type": "function_call", **call, "status": "completed"}
            yield ItemPiece(item_body(item))

    def _read_delta(self, delta: Mapping[str, Any]) -> Iterator[Piece]:
        thought = text(delta.get("reasoning_content")) or text(delta.get("reasoning"))
        words = text(delta.get("content")) + text(delta.get("refusal"))
        calls = [mapping(call) for call in sequence(delta.get("tool_calls"))]
        self.progress += len(thought) + len(words) + sum(self._read_call(call) for call in calls)
        if thought:
            yield ReasoningPiece(thought)
        if words:
            self.words += len(words)
            yield TextPiece(words)

    def _read_call(self, call: Mapping[str, Any]) -> int:
        """Add a piece of a call to what is there of it. Returns how much that was."""
        function = mapping(call.get("function"))
        kept = self._calls.setdefault(count(call.get("index")), {"call_id": "", "name": "", "arguments": ""})
        new = {
            "call_id": text(call.get("id")) if not kept["call_id"] else "",
            "name": text(function.get("name")) if not kept["name"] else "",
            "arguments": text(function.get("arguments")),
        }
        for name, piece in new.items():
            kept[name] += piece
        return sum(map(len, new.values()))
