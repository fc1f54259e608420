"""The text of an item apart from the rest of its body."""

import json

import pytest

from app.domain.item import MESSAGE, REASONING, ItemState, Role, question_body, reasoning_body, reply_body
from app.exchange.moulds import USUAL, mould_of, text_in, told, usual

TEXTS = ("", "plain", 'with "quotes" and \\ and \n', "日本語 \u2028", "\x00\x7f")


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_out_of_the_mould_that_it_went_into(text: str) -> None:
    for mould, body in (
        (USUAL["question"], question_body(text)),
        (USUAL["reply"], reply_body(text, whole=True)),
        (USUAL["partial"], reply_body(text, whole=False)),
        (USUAL["reasoning"], reasoning_body(text)),
    ):
        assert mould.cast(text) == body
        assert text_in(body, mould) == text


def test_every_kind_of_item_has_its_usual_mould() -> None:
    assert usual(Role.PERSON, ItemState.COMPLETE, MESSAGE) is USUAL["question"]
    assert usual(Role.MODEL, ItemState.COMPLETE, MESSAGE) is USUAL["reply"]
    assert usual(Role.MODEL, ItemState.STOPPED, MESSAGE) is USUAL["partial"]
    assert usual(Role.MODEL, ItemState.STOPPED, REASONING) is USUAL["reasoning"]


def test_a_body_of_another_mould_has_no_text_in_this_one() -> None:
    two = '{"type":"message","role":"user","content":[{"type":"input_text","text":"a"},{"text":"b"}]}'
    assert text_in(two, USUAL["question"]) is None
    assert text_in(question_body("a"), USUAL["reply"]) is None
    assert text_in(USUAL["question"].before + "1" + USUAL["question"].after, USUAL["question"]) is None


def test_a_mould_is_found_for_a_text_that_stands_in_the_body_once_as_it_is() -> None:
    body = json.dumps({"type": "function_call", "arguments": '{"q": 1}'}, indent=2)
    mould = mould_of(body, told(body))
    assert mould is not None
    assert mould.cast('{"q": 1}') == body
    assert mould_of('{"text":"\\u00e9"}', "é") is None


def test_of_a_call_a_person_reads_what_it_was_asked_with() -> None:
    assert told('{"type":"function_call","name":"f","arguments":"{}"}') == "{}"
    assert told(question_body("Why?")) == "Why?"
