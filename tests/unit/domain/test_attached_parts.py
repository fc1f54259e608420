import json
from base64 import b64decode

import pytest

from app.domain.attached_parts import given_text, sent_body
from app.domain.attachment import GivenFile
from app.domain.item import question_body

TEXT = GivenFile("notes.md", "text/markdown", text="one\ntwo")
PICTURE = GivenFile("map.png", "image/png", picture=b"\x89PNG\x00")


def parts(body: str, *files: GivenFile) -> list[dict[str, str]]:
    return json.loads(sent_body(body, files))["content"]


def test_without_files_the_body_is_the_very_body() -> None:
    odd = '{ "type":"message",  "content" : "x" }'
    assert sent_body(odd, ()) is odd


def test_a_text_is_named_and_fenced_off_and_comes_before_the_question() -> None:
    assert parts(question_body("What is it?"), TEXT) == [
        {"type": "input_text", "text": "File: notes.md\n```\none\ntwo\n```"},
        {"type": "input_text", "text": "What is it?"},
    ]


def test_a_picture_is_named_and_comes_as_a_data_url() -> None:
    name, picture, _ = parts(question_body("What is it?"), PICTURE)
    assert name == {"type": "input_text", "text": "File: map.png"}
    assert (picture["type"], picture["detail"]) == ("input_image", "auto")
    head, _, content = picture["image_url"].partition(",")
    assert (head, b64decode(content)) == ("data:image/png;base64", PICTURE.picture)


def test_files_keep_their_order() -> None:
    texts = [part.get("text", "picture") for part in parts(question_body("?"), PICTURE, TEXT, PICTURE)]
    assert texts == [
        "File: map.png",
        "picture",
        "File: notes.md\n```\none\ntwo\n```",
        "File: map.png",
        "picture",
        "?",
    ]


@pytest.mark.parametrize(
    ("inside", "fence"), [("a ``` b", "````"), ("`", "```"), ("`````\nx", "``````"), ("", "```")]
)
def test_nothing_inside_can_end_the_fence(inside: str, fence: str) -> None:
    text = given_text(GivenFile("x", "text/plain", text=inside))
    assert text == f"File: x\n{fence}\n{inside}\n{fence}"


def test_a_name_is_one_line_whatever_it_holds() -> None:
    odd = GivenFile(" a\n\nFile: b\u2028\x1b.txt", "text/plain", text="x")
    assert given_text(odd).startswith("File: a File: b .txt\n```\n")


def test_a_file_of_which_nothing_is_known_is_not_passed_over_in_silence() -> None:
    assert given_text(GivenFile("x.bin", "application/x")) == "File: x.bin\n(Its content cannot be given.)"


def test_a_plain_string_becomes_a_part() -> None:
    assert parts('{"role":"user","content":"Hi"}', TEXT)[1] == {"type": "input_text", "text": "Hi"}


def test_an_item_that_is_no_message_stays_as_it_is() -> None:
    call = '{"type":"function_call", "name":"look"}'
    assert sent_body(call, (TEXT,)) is call


def test_the_same_gives_the_same_byte_for_byte() -> None:
    files = (PICTURE, GivenFile("grüße.txt", "text/plain", text="東京 😀 \u2028"))
    body = question_body("Was?")
    assert sent_body(body, files) == sent_body(body, files)
    assert sent_body(body, files) == (
        '{"type":"message","role":"user","content":[{"type":"input_text","text":"File: map.png"},'
        '{"type":"input_image","detail":"auto","image_url":"data:image/png;base64,iVBORwA="},'
        '{"type":"input_text","text":"File: grüße.txt\\n```\\n東京 😀 \u2028\\n```"},'
        '{"type":"input_text","text":"Was?"}]}'
    )


def test_no_content_is_shown() -> None:
    assert "notes" not in repr(TEXT)
    assert "one" not in repr(TEXT)
    assert "PNG" not in repr(PICTURE)
