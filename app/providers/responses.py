"""The Responses API: asked to keep nothing, and to seal its reasoning into items that are sent back."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.domain.errors import ReplyInterrupted
from app.domain.item import MESSAGE, Role
from app.domain.parameters import Parameters
from app.domain.usage import Usage
from app.providers.continuing import INSTRUCTION
from app.providers.endings import CUT_SHORT, require_usual_end
from app.providers.given_items import (
    CALLS,
    OUTPUTS,
    REASONING,
    SEALED_PAST,
    Given,
    given_items,
    kind,
    said,
)
from app.providers.json_values import count, item_body, mapping, sequence, text
from app.providers.pieces import (
    ItemPiece,
    Piece,
    ReasoningPiece,
    Request,
    SealedPast,
    TextPiece,
    UsagePiece,
)
from app.providers.service_failed import ServiceFailed

PATH = "/responses"
COMPACTING_PATH = "/responses/compact"
SEALED_REASONING = "reasoning.encrypted_content"
NOT_TAKEN = frozenset({"seed", "stop"})  # parameters that this API does not know
_WORDS = frozenset({"response.output_text.delta", "response.refusal.delta"})
_THOUGHTS = frozenset({"response.reasoning_text.delta", "response.reasoning_summary_text.delta"})
_BREAK = "\n\n"


def responses_body(request: Request) -> dict[str, Any]:
    """Return the body of a request."""
    items = responses_input(request.items)
    if request.continues and items and items[-1].get("role") == Role.MODEL:
        items.append(_message(Role.PERSON, [{"type": "input_text", "text": INSTRUCTION}]))
    body: dict[str, Any] = {"model": request.model, "input": items, "stream": True}
    body |= {"store": False, "include": [SEALED_REASONING]}
    if request.instructions:
        body["instructions"] = request.instructions
    return body | _parameters(request.parameters)


def compacting_body(request: Request) -> dict[str, Any]:
    """Return the body of a request to seal a conversation into what stands for it."""
    body: dict[str, Any] = {"model": request.model, "input": responses_input(request.items)}
    return body | ({"instructions": request.instructions} if request.instructions else {})


def sealed_past(answer: object) -> SealedPast:
    """Return what is to be sent from now on in place of a conversation. Raises ServiceFailed."""
    items = [mapping(item) for item in sequence(mapping(answer).get("output"))]
    if not any(kind(item) == SEALED_PAST and text(item.get("encrypted_content")) for item in items):
        raise ServiceFailed("", "The service has sealed nothing.")
    return SealedPast(tuple(map(item_body, items)), _usage(mapping(mapping(answer).get("usage"))))


def responses_input(bodies: Iterable[str]) -> list[dict[str, Any]]:
    """Return a conversation as the API takes it, without what only its own memory would understand."""
    return [made for item in given_items(bodies) for made in _item(item)]


def _item(item: Given) -> Iterator[dict[str, Any]]:
    if kind(item) == MESSAGE:
        if content := _content(item):
            yield _message(item["role"], content)
    elif kind(item) in CALLS:
        asked = "arguments" if kind(item) == "function_call" else "input"
        yield {**_call(item), "name": text(item.get("name")), asked: text(item.get(asked))}
    elif kind(item) in OUTPUTS:
        output = item.get("output")
        parts = [part for each in sequence(output) for part in _part(mapping(each))]
        yield {**_call(item), "output": output if isinstance(output, str) else parts}
    elif kind(item) == REASONING:
        kept = {name: item[name] for name in ("id", "summary", "encrypted_content") if name in item}
        yield {"type": REASONING, "summary": [], **kept}
    elif kind(item) == SEALED_PAST:
        yield {name: item[name] for name in ("type", "id", "encrypted_content") if name in item}


def _message(role: str, content: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": MESSAGE, "role": str(role), "content": content}


def _call(item: Given) -> dict[str, Any]:
    return {"type": kind(item), "call_id": item["call_id"]}


def _content(item: Given) -> list[dict[str, Any]]:
    words = said(item)
    if item["role"] == Role.MODEL:
        return [{"type": "output_text", "text": words}] if words else []
    parts = [part for each in sequence(item.get("content")) for part in _part(mapping(each))]
    return parts or ([{"type": "input_text", "text": words}] if words else [])


def _part(part: Given) -> Iterator[dict[str, Any]]:
    match part.get("type"):
        case "input_text" | "text" | "output_text" if words := text(part.get("text")):
            yield {"type": "input_text", "text": words}
        case "input_image" if address := text(part.get("image_url")):
            yield {"type": "input_image", "image_url": address, "detail": text(part.get("detail")) or "auto"}
        case "input_file" if content := text(part.get("file_data")):
            name = {"filename": part["filename"]} if text(part.get("filename")) else {}
            yield {"type": "input_file", **name, "file_data": content}


def _parameters(parameters: Parameters) -> dict[str, Any]:
    effort, verbosity = parameters.effort, parameters.verbosity
    values = {
        "temperature": parameters.temperature,
        "top_p": parameters.top_p,
        "max_output_tokens": parameters.max_output_tokens,
        "reasoning": {"effort": effort, "summary": "auto"} if effort else None,
        "text": {"verbosity": verbosity} if verbosity else None,
    }
    return {name: value for name, value in values.items() if value is not None}


class ResponsesReply:
    """Reads one reply. `progress` grows with all that the model writes, `words` with the reply itself."""

    awaits_more = False

    def __init__(self) -> None:
        self.progress = self.words = 0
        self._end: str | None = None
        self._words_of: object = None
        self._thoughts_of: object = None

    @property
    def has_ended(self) -> bool:
        return self._end is not None

    def read(self, event: object) -> Iterator[Piece]:
        """Yield what an event brings. Raises ServiceFailed where the service says that it failed."""
        values = mapping(event)
        name = text(values.get("type"))
        if name in _WORDS:
            yield from self._read_words(text(values.get("delta")), _place(values, "content_index"))
        elif name in _THOUGHTS:
            yield from self._read_thought(text(values.get("delta")), _place(values, "summary_index"))
        elif name == "response.output_item.done":
            yield from self._read_item(mapping(values.get("item")))
        elif name in ("response.completed", "response.incomplete"):
            yield from self._read_end(mapping(values.get("response")))
        elif name == "response.failed":
            _fail(mapping(mapping(values.get("response")).get("error")))
        elif name == "error":
            _fail(mapping(values.get("error")) or values)
        elif name.endswith(".delta"):
            self.progress += len(text(values.get("delta")))

    def finish(self) -> Iterator[Piece]:
        """Yield nothing more. Raises ProviderError where the end was not reached."""
        if self._end is None:
            raise ReplyInterrupted(CUT_SHORT)
        require_usual_end(self._end)
        yield from ()

    def _read_words(self, words: str, place: object) -> Iterator[Piece]:
        if words:
            begins_anew = self._words_of not in (None, place)
            self._words_of = place
            self.progress += len(words)
            self.words += len(words)
            yield TextPiece(_BREAK + words if begins_anew else words)

    def _read_thought(self, words: str, place: object) -> Iterator[Piece]:
        if words:
            begins_anew = self._thoughts_of not in (None, place)
            self._thoughts_of = place
            self.progress += len(words)
            yield ReasoningPiece(_BREAK + words if begins_anew else words)

    def _read_item(self, item: Mapping[str, Any]) -> Iterator[Piece]:
        if kind(item) != MESSAGE:
            self.progress += 1
            yield ItemPiece(item_body(item))

    def _read_end(self, response: Mapping[str, Any]) -> Iterator[Piece]:
        if self._words_of is None:  # a service that does not stream tells all at the end
            whole = _BREAK.join(filter(None, map(said, map(mapping, sequence(response.get("output"))))))
            yield from self._read_words(whole, "whole")
        if usage := _usage(mapping(response.get("usage"))):
            yield UsagePiece(usage)
        reason = text(mapping(response.get("incomplete_details")).get("reason"))
        is_whole = response.get("status", "completed") == "completed"
        self._end = "completed" if is_whole else reason or "max_output_tokens"


def _usage(told: Mapping[str, Any]) -> Usage | None:
    if not told:
        return None
    details = mapping(told.get("input_tokens_details"))
    sent, written = count(told.get("input_tokens")), count(told.get("output_tokens"))
    return Usage(sent, written, count(details.get("cached_tokens")))


def _place(values: Mapping[str, Any], part: str) -> object:
    """Tell one part of one item from the next; a service that does not number them has one of each."""
    return text(values.get("item_id")), count(values.get("output_index")), count(values.get(part))


def _fail(error: Mapping[str, Any]) -> None:
    raise ServiceFailed(text(error.get("code")) or text(error.get("type")), text(error.get("message")))
