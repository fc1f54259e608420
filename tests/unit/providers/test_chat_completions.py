import json
import random
from typing import Any

import pytest

from app.domain.errors import ProviderError, ReplyInterrupted, ReplyRefused
from app.domain.item import question_body, reply_body
from app.domain.parameters import Parameters
from app.domain.settings import ApiKind, Found
from app.domain.usage import Usage
from app.providers.chat_completions import ChatReply, chat_body, chat_messages
from app.providers.continuing import INSTRUCTION
from app.providers.pieces import ItemPiece, Piece, ReasoningPiece, Request, TextPiece, UsagePiece

PICTURE = "data:image/png;base64,AAAA"
PLAIN, PREFILLING = Found(ApiKind.CHAT), Found(ApiKind.CHAT, prefills=True)
ANY_PARAMETERS = Parameters(0.5, 0.9, 100, "low", "high", 7, ("END",))


def body_of(request: Request, spoken: Found = PLAIN, *, is_openai: bool = False) -> dict[str, Any]:
    return chat_body(request, spoken, is_openai=is_openai)


def question(*parts: dict[str, Any]) -> str:
    return json.dumps({"type": "message", "role": "user", "content": parts})


def call(call_id: str) -> str:
    return json.dumps({"type": "function_call", "call_id": call_id, "name": "look", "arguments": '{"a":1}'})


def output(call_id: str, value: object = "seen") -> str:
    return json.dumps({"type": "function_call_output", "call_id": call_id, "output": value})


def asks(call_id: str) -> dict[str, Any]:
    return {"id": call_id, "type": "function", "function": {"name": "look", "arguments": '{"a":1}'}}


def tells(call_id: str) -> dict[str, Any]:
    return {"role": "tool", "tool_call_id": call_id, "content": "seen"}


def test_a_conversation_is_plain_messages() -> None:
    assert chat_messages("Be kind.", [question_body("Hi"), reply_body("Yes?", whole=True)]) == [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": "Yes?"},
    ]


def test_a_picture_stands_beside_its_words() -> None:
    image = {"type": "input_image", "image_url": PICTURE, "detail": "low"}
    asked = question({"type": "input_text", "text": "What?"}, image, {"type": "input_image", "file_id": "x"})
    assert chat_messages(None, [asked])[0]["content"] == [
        {"type": "text", "text": "What?"},
        {"type": "image_url", "image_url": {"url": PICTURE, "detail": "low"}},
    ]


def test_a_file_is_sent_as_it_is() -> None:
    asked = question({"type": "input_file", "filename": "a.pdf", "file_data": "data:x"})
    assert chat_messages(None, [asked])[0]["content"] == [
        {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:x"}}
    ]


def test_several_texts_are_one() -> None:
    texts = ({"type": "input_text", "text": text} for text in "ab")
    assert chat_messages(None, [question(*texts)]) == [{"role": "user", "content": "a\n\nb"}]


def test_a_message_without_words_is_not_sent() -> None:
    assert chat_messages(None, [question(), reply_body("", whole=False)]) == []


def test_what_came_back_stands_right_after_its_calls() -> None:
    items = [
        question_body("Look"),
        call("a"),
        call("b"),
        output("b"),
        output("a"),
        reply_body("So.", whole=True),
    ]
    assert chat_messages(None, items)[1:] == [
        {"role": "assistant", "content": None, "tool_calls": [asks("a"), asks("b")]},
        tells("a"),
        tells("b"),
        {"role": "assistant", "content": "So."},
    ]


def test_one_call_after_the_other_makes_two_messages() -> None:
    items = [reply_body("I look.", whole=True), call("a"), output("a"), call("b"), output("b")]
    assert [message["role"] for message in chat_messages(None, items)] == [
        "assistant", "tool", "assistant", "tool",
    ]  # fmt: skip


def test_a_call_of_another_kind_keeps_its_input() -> None:
    items = [
        {"type": "custom_tool_call", "call_id": "a", "name": "run", "input": "1 + 1"},
        {"type": "custom_tool_call_output", "call_id": "a", "output": [{"type": "input_text", "text": "2"}]},
    ]
    asked, told = chat_messages(None, map(json.dumps, items))
    assert asked["tool_calls"][0]["function"] == {"name": "run", "arguments": '{"input": "1 + 1"}'}
    assert told["content"] == "2"


def any_items(seed: int) -> list[str]:
    dice = random.Random(seed)  # noqa: S311
    made = []
    for turn in range(6):
        made.append(question_body(f"question {turn} {'漢' * dice.randrange(9)}"))
        for number in range(dice.randrange(4)):
            made += [call(f"{turn}.{number}"), output(f"{turn}.{number}")]
        made.append(json.dumps({"type": "reasoning", "encrypted_content": "x", "summary": []}))
        made.append(reply_body(f"reply {turn}", whole=True))
    return made


@pytest.mark.parametrize("seed", range(20))
def test_the_same_items_give_the_same_bytes_and_more_of_them_the_same_beginning(seed: int) -> None:
    items = any_items(seed)
    whole = json.dumps(chat_messages("Be kind.", items))
    assert json.dumps(chat_messages("Be kind.", list(items))) == whole
    for end, item in enumerate(items):
        if json.loads(item).get("role") == "user":
            assert whole.startswith(json.dumps(chat_messages("Be kind.", items[:end]))[:-1])


def test_only_set_parameters_are_sent_and_openai_knows_its_own() -> None:
    usual = {"model": "m", "messages": [], "stream": True, "stream_options": {"include_usage": True}}
    assert body_of(Request("m", ())) == usual
    asked = Request("m", (), parameters=ANY_PARAMETERS)
    common = {"temperature": 0.5, "top_p": 0.9, "reasoning_effort": "low", "verbosity": "high", "seed": 7}
    assert body_of(asked) == {**usual, **common, "max_tokens": 100, "stop": ["END"]}
    theirs = {**usual, **common, "max_completion_tokens": 100, "stop": ["END"], "store": False}
    assert body_of(asked, is_openai=True) == theirs


def test_the_rest_of_a_reply_is_prefilled_or_asked_for() -> None:
    unfinished = Request("m", (question_body("Hi"), reply_body("So far ", whole=False)), continues=True)
    prefilled = body_of(unfinished, PREFILLING)
    assert prefilled["messages"][-1] == {"role": "assistant", "content": "So far "}
    assert (prefilled["continue_final_message"], prefilled["add_generation_prompt"]) == (True, False)
    asked = body_of(unfinished)
    assert asked["messages"][-2:] == [prefilled["messages"][-1], {"role": "user", "content": INSTRUCTION}]
    assert "continue_final_message" not in asked


def test_where_nothing_has_been_said_yet_there_is_no_rest() -> None:
    silent = Request("m", (question_body("Hi"), reply_body("", whole=False)), continues=True)
    assert body_of(silent, PREFILLING)["messages"] == [{"role": "user", "content": "Hi"}]


def chunk(end: str | None = None, **delta: object) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": end}]}


def read(*events: dict[str, Any]) -> list[Piece]:
    reply = ChatReply()
    pieces = [piece for event in events for piece in reply.read(event)]
    return pieces + list(reply.finish())


def test_thinking_words_refusals_and_usage_are_told_apart() -> None:
    usage = {"prompt_tokens": 9, "completion_tokens": 3, "prompt_tokens_details": {"cached_tokens": 8}}
    assert read(
        chunk(reasoning_content="hm"),
        chunk(reasoning=" well"),
        chunk(content="Yes"),
        chunk(refusal="No."),
        chunk("stop"),
        {"choices": [], "usage": usage},
    ) == [
        ReasoningPiece("hm"),
        ReasoningPiece(" well"),
        TextPiece("Yes"),
        TextPiece("No."),
        UsagePiece(Usage(9, 3, 8)),
    ]


def test_thinking_under_two_names_is_told_once() -> None:
    assert read(chunk(reasoning_content="hm", reasoning="hm"), chunk("stop")) == [ReasoningPiece("hm")]


def test_a_second_choice_is_not_mixed_in() -> None:
    other = {"choices": [{"index": 1, "delta": {"content": "other"}, "finish_reason": "stop"}]}
    assert read(chunk(content="one"), other, chunk("stop")) == [TextPiece("one")]


def test_a_call_is_whole_at_the_end() -> None:
    def part(index: int, call_id: str | None, name: str | None, arguments: str) -> dict[str, Any]:
        return {"index": index, "id": call_id, "function": {"name": name, "arguments": arguments}}

    assert read(
        chunk(tool_calls=[part(0, "a", "look", '{"x"'), part(1, "b", "see", "")]),
        chunk(tool_calls=[part(0, None, None, ":1}")]),
        chunk(tool_calls=[part(1, "b", "see", "{}")]),
        chunk("tool_calls"),
    ) == [
        ItemPiece('{"type":"function_call","call_id":"a","name":"look","arguments":"{\\"x\\":1}","status":"completed"}'),
        ItemPiece('{"type":"function_call","call_id":"b","name":"see","arguments":"{}","status":"completed"}'),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("end", "kind"),
    [(None, ReplyInterrupted), ("length", ReplyInterrupted), ("content_filter", ReplyRefused)],
)
def test_not_every_end_is_the_end(end: str | None, kind: type[ProviderError]) -> None:
    with pytest.raises(kind):
        read(chunk(content="a"), chunk(end))


def test_progress_is_what_the_model_writes() -> None:
    reply = ChatReply()
    for event in (chunk(), chunk(content=""), chunk(role="assistant"), {}, {"choices": []}):
        list(reply.read(event))
    assert (reply.progress, reply.words) == (0, 0)
    list(reply.read(chunk(reasoning="hm")))
    assert (reply.progress, reply.words) == (2, 0)
    list(reply.read(chunk(content="a", tool_calls=[{"function": {"arguments": "{}"}}])))
    assert (reply.progress, reply.words) == (5, 1)
