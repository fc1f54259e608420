import json

import pytest

from app.domain.ids import ItemId
from app.domain.item import Item, ItemState, Role, kind_of, question_body, reply_body, text_of

TEXTS = ["plain", "", 'say "hi"\\', "line\nline\ttab\x00\x1f", "grüße 漢字 👩‍👩‍👧", "\u2028 \ufeff", " kept "]


@pytest.mark.parametrize("text", TEXTS)
def test_a_body_gives_back_its_text_to_the_letter(text: str) -> None:
    assert text_of(question_body(text)) == text
    assert text_of(reply_body(text, whole=True)) == text
    assert text_of(reply_body(text, whole=False)) == text


def test_a_question_is_one_item_of_the_responses_api() -> None:
    assert json.loads(question_body("Hi")) == {
        "type": "message",
        "role": "user",
        "content": [{"type": "input_text", "text": "Hi"}],
    }


@pytest.mark.parametrize(("whole", "status"), [(True, "completed"), (False, "incomplete")])
def test_a_reply_tells_whether_it_is_whole(whole: bool, status: str) -> None:
    assert json.loads(reply_body("Hi", whole=whole)) == {
        "type": "message",
        "role": "assistant",
        "status": status,
        "content": [{"type": "output_text", "text": "Hi", "annotations": []}],
    }


def test_a_body_is_short_and_readable() -> None:
    assert question_body("漢").endswith('[{"type":"input_text","text":"漢"}]}')


def test_parts_are_read_as_paragraphs_and_those_without_text_are_passed_over() -> None:
    content = [{"text": "One."}, {"type": "input_image"}, {"text": None}, {"text": "Two."}]
    assert text_of(json.dumps({"content": content})) == "One.\n\nTwo."


@pytest.mark.parametrize(("body", "text"), [({"content": "Hi"}, "Hi"), ({"type": "reasoning"}, "")])
def test_other_shapes_of_the_api_are_understood(body: dict[str, str], text: str) -> None:
    assert text_of(json.dumps(body)) == text


SHAPES = {
    "reasoning": (
        {"type": "reasoning", "summary": [{"type": "summary_text", "text": "First."}, {"text": "Then."}]},
        "First.\n\nThen.",
    ),
    "open reasoning": (
        {"type": "reasoning", "summary": [], "content": [{"type": "reasoning_text", "text": "Hm."}]},
        "Hm.",
    ),
    "call": ({"type": "function_call", "name": "add", "arguments": '{"a":1}'}, 'add({"a":1})'),
    "output": ({"type": "function_call_output", "output": "2"}, "2"),
    "output in parts": ({"type": "function_call_output", "output": [{"text": "2"}, {"type": "x"}]}, "2"),
    "tool of one's own": ({"type": "custom_tool_call", "name": "run", "input": "ls"}, "run(ls)"),
    "search": ({"type": "web_search_call", "action": {"type": "search", "query": "tea"}}, "tea"),
    "files": ({"type": "file_search_call", "queries": ["a", "b"], "results": None}, "a\n\nb"),
    "code": ({"type": "code_interpreter_call", "code": "1 + 1", "outputs": None}, "1 + 1"),
    "remote tool": ({"type": "mcp_call", "name": "f", "arguments": "{}", "output": "ok"}, "f({})\n\nok"),
    "refusal": ({"type": "message", "content": [{"type": "refusal", "refusal": "No."}]}, "No."),
    "emptied": ({}, ""),
    "nonsense": ({"type": 7, "summary": 1, "content": {}, "queries": 2, "action": [], "code": {}}, ""),
}


@pytest.mark.parametrize(("body", "text"), SHAPES.values(), ids=SHAPES.keys())
def test_every_kind_of_item_can_be_read(body: dict[str, object], text: str) -> None:
    assert text_of(json.dumps(body)) == text


def test_half_a_character_in_a_body_is_read_as_a_whole_one() -> None:
    assert text_of(r'{"content":"a\ud83d b\ud83d\udc4d"}') == "a� b👍"


@pytest.mark.parametrize(
    ("body", "kind"),
    [('{"type":"reasoning"}', "reasoning"), ('{"role":"user","content":"Hi"}', "message"), ("{}", "message")],
)
def test_the_kind_is_the_bodys_type(body: str, kind: str) -> None:
    assert kind_of(body) == kind


def test_the_repr_does_not_hold_what_was_said() -> None:
    body = question_body("canary-7f3a")
    item = Item(ItemId("i"), 1, 1, Role.PERSON, ItemState.COMPLETE, body, 1)
    assert item.text == "canary-7f3a"
    assert "canary" not in repr(item)
