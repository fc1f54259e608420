import json
from typing import Any

import pytest

from app.domain.errors import ProviderError, ReplyInterrupted, ReplyRefused
from app.domain.item import question_body, reply_body
from app.domain.parameters import Parameters
from app.domain.usage import Usage
from app.providers.continuing import INSTRUCTION
from app.providers.pieces import ItemPiece, Piece, ReasoningPiece, Request, TextPiece, UsagePiece
from app.providers.responses import ResponsesReply, responses_body, responses_input
from app.providers.service_failed import ServiceFailed

SEALED = {"type": "reasoning", "id": "rs_1", "summary": [], "encrypted_content": "x", "status": None}
CALL = {
    "type": "function_call",
    "id": "fc_1",
    "call_id": "c",
    "name": "look",
    "arguments": "{}",
    "status": "x",
}


def message(role: str, kind: str, text: str) -> dict[str, Any]:
    return {"type": "message", "role": role, "content": [{"type": kind, "text": text}]}


def test_a_request_asks_to_keep_nothing_and_to_seal_the_reasoning() -> None:
    assert responses_body(Request("m", (question_body("Hi"),), "Be kind.")) == {
        "model": "m",
        "input": [message("user", "input_text", "Hi")],
        "stream": True,
        "store": False,
        "include": ["reasoning.encrypted_content"],
        "instructions": "Be kind.",
    }


def test_what_only_the_services_own_memory_would_understand_is_not_sent() -> None:
    output = {"type": "function_call_output", "id": "o", "call_id": "c", "output": "seen"}
    items = [SEALED, CALL, output, json.loads(reply_body("Yes.", whole=True)) | {"id": "msg_1"}]
    assert responses_input(map(json.dumps, items)) == [
        {"type": "reasoning", "id": "rs_1", "summary": [], "encrypted_content": "x"},
        {"type": "function_call", "call_id": "c", "name": "look", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "c", "output": "seen"},
        message("assistant", "output_text", "Yes."),
    ]


def test_pictures_and_files_are_sent_as_they_are() -> None:
    content = [
        {"type": "input_text", "text": "What?"},
        {"type": "input_image", "image_url": "data:x"},
        {"type": "input_file", "filename": "a", "file_data": "data:y"},
        {"type": "input_audio"},
    ]
    (sent,) = responses_input([json.dumps({"role": "user", "content": content})])
    assert sent["content"] == [content[0], {**content[1], "detail": "auto"}, content[2]]


def test_what_came_back_may_be_a_picture() -> None:
    parts = [{"type": "input_image", "image_url": "data:x", "detail": "low"}]
    output = {"type": "function_call_output", "call_id": "c", "output": parts}
    assert responses_input([json.dumps(CALL), json.dumps(output)])[-1]["output"] == parts


def test_plain_content_and_custom_calls_are_understood() -> None:
    items = [
        {"role": "developer", "content": "Mind."},
        {"type": "custom_tool_call", "call_id": "c", "name": "run", "input": "1"},
        {"type": "custom_tool_call_output", "call_id": "c", "output": "2"},
        {"role": "user", "content": []},
    ]
    assert responses_input(map(json.dumps, items)) == [
        message("developer", "input_text", "Mind."),
        {"type": "custom_tool_call", "call_id": "c", "name": "run", "input": "1"},
        {"type": "custom_tool_call_output", "call_id": "c", "output": "2"},
    ]


def test_only_parameters_that_it_knows_are_sent() -> None:
    body = responses_body(Request("m", (), parameters=Parameters(0.5, 0.9, 100, "low", "high", 7, ("END",))))
    usual = set(responses_body(Request("m", ())))
    assert set(body) - usual == {"temperature", "top_p", "max_output_tokens", "reasoning", "text"}
    assert body["reasoning"] == {"effort": "low", "summary": "auto"}
    assert body["text"] == {"verbosity": "high"}


def test_the_rest_of_a_reply_is_asked_for() -> None:
    items = (question_body("Hi"), reply_body("So far", whole=False))
    assert responses_body(Request("m", items, continues=True))["input"][-2:] == [
        message("assistant", "output_text", "So far"),
        message("user", "input_text", INSTRUCTION),
    ]
    silent = Request("m", (question_body("Hi"), reply_body("", whole=False)), continues=True)
    assert responses_body(silent)["input"] == [message("user", "input_text", "Hi")]


def delta(kind: str, text: str, **place: object) -> dict[str, Any]:
    return {"type": f"response.{kind}.delta", "delta": text, **place}


def completed(**response: object) -> dict[str, Any]:
    return {"type": "response.completed", "response": {"status": "completed", **response}}


def read(*events: dict[str, Any]) -> list[Piece]:
    reply = ResponsesReply()
    pieces = [piece for event in events for piece in reply.read(event)]
    return pieces + list(reply.finish())


def test_thinking_words_refusals_items_and_usage_are_told_apart() -> None:
    usage = {"input_tokens": 9, "output_tokens": 3, "input_tokens_details": {"cached_tokens": 8}}
    assert read(
        delta("reasoning_summary_text", "hm"),
        delta("reasoning_text", "!"),
        {"type": "response.output_item.done", "item": SEALED},
        delta("output_text", "Yes"),
        delta("refusal", "No."),
        {"type": "response.output_item.done", "item": {"type": "message"}},
        completed(usage=usage),
    ) == [
        ReasoningPiece("hm"),
        ReasoningPiece("!"),
        ItemPiece(json.dumps(SEALED, separators=(",", ":"))),
        TextPiece("Yes"),
        TextPiece("No."),
        UsagePiece(Usage(9, 3, 8)),
    ]


def test_parts_and_messages_stand_apart() -> None:
    pieces = read(
        delta("reasoning_summary_text", "a", item_id="r", summary_index=0),
        delta("reasoning_summary_text", "b", item_id="r", summary_index=1),
        delta("output_text", "a", item_id="m", content_index=0),
        delta("output_text", "b", item_id="m", content_index=0),
        delta("output_text", "c", item_id="n", content_index=0),
        completed(),
    )
    texts = [piece.text for piece in pieces if isinstance(piece, TextPiece | ReasoningPiece)]
    assert texts == ["a", "\n\nb", "a", "b", "\n\nc"]


def test_a_service_that_does_not_stream_tells_all_at_the_end() -> None:
    output = [SEALED, json.loads(reply_body("Yes.", whole=True))]
    assert read(completed(output=output)) == [TextPiece("Yes.")]
    assert read(delta("output_text", "Yes."), completed(output=output)) == [TextPiece("Yes.")]


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        (None, ReplyInterrupted),
        ({"incomplete_details": {"reason": "max_output_tokens"}}, ReplyInterrupted),
        ({"incomplete_details": {"reason": "content_filter"}}, ReplyRefused),
        ({"incomplete_details": None}, ReplyInterrupted),
    ],
)
def test_not_every_end_is_the_end(last: dict[str, Any] | None, kind: type[ProviderError]) -> None:
    end = {"type": "response.incomplete", "response": {"status": "incomplete", **(last or {})}}
    with pytest.raises(kind):
        read(delta("output_text", "a"), *([end] if last is not None else []))


@pytest.mark.parametrize(
    "event",
    [
        {"type": "response.failed", "response": {"error": {"code": "server_error", "message": "broke"}}},
        {"type": "error", "code": "server_error", "message": "broke"},
        {"type": "error", "error": {"type": "server_error", "message": "broke"}},
    ],
)
def test_a_failure_is_no_end(event: dict[str, Any]) -> None:
    with pytest.raises(ServiceFailed) as caught:
        read(event, completed())
    assert (caught.value.code, caught.value.words) == ("server_error", "broke")


def test_progress_is_what_the_model_writes() -> None:
    reply = ResponsesReply()
    for event in ({"type": "response.in_progress"}, delta("output_text", ""), {}, {"type": 5}):
        list(reply.read(event))
    assert (reply.progress, reply.words) == (0, 0)
    list(reply.read(delta("function_call_arguments", "{}")))
    list(reply.read(delta("reasoning_text", "hm")))
    assert (reply.progress, reply.words) == (4, 0)
    list(reply.read(delta("output_text", "a")))
    assert (reply.progress, reply.words) == (5, 1)
