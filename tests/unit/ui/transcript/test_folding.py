"""What stands for reasoning and tools."""

import json

import pytest

from app.domain.item import Item, Role, reasoning_body
from app.ui.transcript.folding import fold_text, fold_words, is_folded
from tests.unit.ui.conftest import MakeItem

SECOND = 1_000_000


@pytest.fixture
def folded(make_item: MakeItem) -> object:
    def make(kind: str, **body: object) -> Item:
        text = json.dumps({"type": kind, **body})
        return make_item(Role.MODEL, "")._replace(kind=kind, body=text)

    return make


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "Thought"), (6, "Thought for 6 s"), (59, "Thought for 59 s"), (150, "Thought for 2 min")],
)
def test_reasoning_says_how_long_it_took(make_item: MakeItem, seconds: int, words: str) -> None:
    item = make_item(Role.MODEL, "")._replace(kind="reasoning", body=reasoning_body("Hm."))
    item = item._replace(ended_at=item.created_at + seconds * SECOND)
    assert fold_words(item) == words
    assert fold_text(item, item.text) == "Hm."


def test_a_message_is_not_folded(make_item: MakeItem) -> None:
    assert not is_folded(make_item(Role.MODEL, "So."))


def test_a_call_tells_of_its_tool_and_holds_its_arguments(folded: object) -> None:
    item = folded("function_call", name="read_file", arguments='{"path":"a.txt"}')
    assert is_folded(item)
    assert fold_words(item) == "Used read_file"
    assert fold_text(item, item.text) == '```json\n{\n  "path": "a.txt"\n}\n```'


def test_arguments_that_are_broken_are_shown_as_they_are(folded: object) -> None:
    assert "{oops" in fold_text(folded("function_call", name="a", arguments="{oops"), "")


def test_a_result_cannot_leave_its_fence(folded: object) -> None:
    item = folded("function_call_output", output="```\nescaped")
    assert fold_words(item) == "Result"
    assert fold_text(item, item.text) == "````\n```\nescaped\n````"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"kind": "web_search_call", "action": {"query": "celadon"}}, "Searched for celadon"),
        ({"kind": "file_search_call", "queries": ["glaze"]}, "Searched for glaze"),
        ({"kind": "code_interpreter_call", "code": "1 + 1"}, "Ran code"),
        ({"kind": "image_generation_call"}, "Used image generation"),
        ({"kind": "function_call", "name": "x" * 90}, "Used " + "x" * 59 + "…"),
        ({"kind": "function_call", "name": "a\u202eb\nc"}, "Used ab c"),
    ],
)
def test_every_kind_has_words_in_one_line(folded: object, body: dict[str, object], words: str) -> None:
    assert fold_words(folded(**body)) == words


def test_code_is_shown_as_code(folded: object) -> None:
    item = folded("code_interpreter_call", code="print(1)")
    assert fold_text(item, item.text) == "```python\nprint(1)\n```"
