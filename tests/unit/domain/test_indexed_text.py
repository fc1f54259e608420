import json
from typing import Any

import pytest

from app.domain.indexed_text import indexed, text_in
from app.domain.item import question_body, reply_body


def body(**content: Any) -> str:  # noqa: ANN401
    return json.dumps(content)


def test_a_message_is_its_text() -> None:
    assert text_in(question_body("Why?")) == "Why?"
    assert text_in(reply_body("Because.", whole=True)) == "Because."
    assert text_in(body(type="message", content="plain")) == "plain"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (
            {"type": "reasoning", "summary": [{"text": "first"}], "content": [{"text": "then"}]},
            "first\n\nthen",
        ),
        ({"type": "function_call", "name": "f", "arguments": '{"city":"Rome"}'}, 'f\n\n{"city":"Rome"}'),
        ({"type": "function_call_output", "call_id": "c1", "output": "sunny"}, "sunny"),
        ({"type": "function_call_output", "output": [{"type": "input_text", "text": "mild"}]}, "mild"),
        ({"type": "web_search_call", "action": {"type": "search", "query": "trams"}}, "trams"),
        ({"type": "file_search_call", "queries": ["one", "two"]}, "one\n\ntwo"),
        ({"type": "shell_call", "action": {"commands": ["ls", "pwd"]}}, "ls\n\npwd"),
        ({"content": [{"type": "input_file", "filename": "tax.pdf", "file_data": "data:x"}]}, "tax.pdf"),
        ({"content": [{"type": "refusal", "refusal": "No."}]}, "No."),
    ],
)
def test_every_kind_of_item_has_its_words(item: dict[str, Any], text: str) -> None:
    assert text_in(json.dumps(item)) == text


def test_pictures_and_what_is_enciphered_have_no_words() -> None:
    picture = {"type": "input_image", "image_url": "data:image/png;base64,AAAA"}
    assert text_in(body(content=[picture])) == ""
    assert text_in(body(type="reasoning", summary=[], encrypted_content="gAAA")) == ""
    assert text_in(body(type="function_call_output", output="data:image/png;base64,AAAA")) == ""


def test_letters_behind_numbers_inside_of_arguments_are_read() -> None:
    assert text_in(body(arguments='{"city": "M\\u00fcnchen"}')) == '{"city": "München"}'
    assert text_in(body(arguments="C:\\users {")) == "C:\\users {"


@pytest.mark.parametrize("broken", ["", "{", "nonsense", "[" * 100_000, "null", "7", '"text"'])
def test_what_cannot_be_understood_has_no_words(broken: str) -> None:
    assert text_in(broken) == ""


def test_what_lies_too_deep_is_left_out() -> None:
    deep: Any = {"text": "deep"}
    for _ in range(100):
        deep = {"content": deep}
    assert text_in(json.dumps([deep, {"text": "shallow"}])) == "shallow"


def test_each_character_of_scripts_without_spaces_is_a_word() -> None:
    assert indexed(["東京tower"]).split() == ["東", "京", "tower"]
    assert indexed(["ひらカタ한글𠀀"]).split() == ["ひ", "ら", "カ", "タ", "한", "글", "𠀀"]
    assert indexed(["Grüße"]) == "Grüße"


def test_texts_are_one_and_nothing_is_nothing() -> None:
    assert indexed(["a", "", "b"]) == "a\n\nb"
    assert indexed([]) == indexed(["", ""]) == ""


def test_what_sqlite_cannot_hold_is_replaced() -> None:
    assert indexed(["a\0b"]) == "a b"
    assert indexed(["\ud83d\ude00 \ud83d"]) == "😀 \ufffd"
