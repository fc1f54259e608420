import json
from typing import Any

import pytest

from app.domain.item import question_body, reply_body
from app.providers.given_items import given_items, kind, returned, said

SEALED = {"type": "reasoning", "summary": [], "encrypted_content": "x"}
REPLY = json.loads(reply_body("Yes.", whole=True))
HALF = json.loads(reply_body("Ye", whole=False))
QUESTION = json.loads(question_body("Hi"))


def call(call_id: str = "c") -> dict[str, Any]:
    return {"type": "function_call", "call_id": call_id, "name": "look", "arguments": "{}"}


def output(call_id: str = "c") -> dict[str, Any]:
    return {"type": "function_call_output", "call_id": call_id, "output": "seen"}


def given(*items: dict[str, Any]) -> list[Any]:
    return given_items(map(json.dumps, items))


def test_messages_of_everybody_are_given() -> None:
    notes = [{"role": role, "content": "x"} for role in ("user", "assistant", "system", "developer")]
    assert given(QUESTION, REPLY, *notes) == [QUESTION, REPLY, *notes]


@pytest.mark.parametrize(
    "odd",
    [
        {"type": "web_search_call", "id": "w"},
        {"type": "from_the_future"},
        {"type": "message", "role": "stranger", "content": "x"},
        {"type": 7},
        {"type": "message"},
        {"type": "item_reference", "id": "x"},
    ],
)
def test_what_is_not_known_is_passed_over(odd: dict[str, Any]) -> None:
    assert given(QUESTION, odd, REPLY) == [QUESTION, REPLY]


def test_a_call_is_given_with_its_output_and_not_without() -> None:
    assert given(call(), output()) == [call(), output()]
    assert given(QUESTION, call()) == [QUESTION]
    assert given(output(), QUESTION) == [QUESTION]
    assert given(call("a"), call("b"), output("b")) == [call("b"), output("b")]
    assert given({"type": "function_call"}, {"type": "function_call_output"}) == []


def test_reasoning_is_given_with_what_it_led_to() -> None:
    assert given(SEALED, REPLY) == [SEALED, REPLY]
    assert given(SEALED, call(), output()) == [SEALED, call(), output()]
    assert given(SEALED, SEALED, REPLY) == [SEALED, SEALED, REPLY]


@pytest.mark.parametrize("follower", [HALF, QUESTION, call("unanswered"), {"type": "web_search_call"}])
def test_reasoning_without_its_follower_is_not_given(follower: dict[str, Any]) -> None:
    assert SEALED not in given(SEALED, follower)
    assert given(REPLY, SEALED) == [REPLY]


def test_reasoning_that_is_not_sealed_means_nothing_to_a_service() -> None:
    assert given({"type": "reasoning", "summary": [], "id": "rs_1"}, REPLY) == [REPLY]


def test_what_was_said_is_read_from_any_shape() -> None:
    assert said({"content": "plain"}) == "plain"
    assert said(REPLY) == "Yes."
    assert (
        said({"content": [{"type": "refusal", "refusal": "No."}, {"type": "odd", "text": "x"}, 7]}) == "No."
    )
    assert said({}) == ""


def test_what_came_back_is_read_from_any_shape() -> None:
    assert returned({"output": "plain"}) == "plain"
    assert returned({"output": [{"type": "input_text", "text": "a"}, {"type": "input_image"}]}) == "a"
    assert returned({}) == ""


def test_a_message_need_not_name_its_kind() -> None:
    assert kind({"role": "user"}) == "message"
