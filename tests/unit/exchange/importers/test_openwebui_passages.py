import pytest

from app.exchange.importers.openwebui_passages import from_items, from_text
from app.exchange.importers.passages import Passage
from app.exchange.importers.tally import UNKNOWN_PARTS, Tally
from tests.fakes.exports import openwebui as exports
from tests.fixtures.pace import within


def test_what_was_folded_into_a_text_is_told_apart() -> None:
    assert list(from_text(exports.folded())) == [
        Passage("reasoning", "First & foremost.\nThen."),
        Passage("message", "I shall look."),
        Passage("function_call", '{"q": "sky"}', "search", "call_1"),
        Passage("function_call_output", "It is <blue>.", "", "call_1"),
        Passage("function_call", "print(1 + 1)", "code_interpreter"),
        Passage("function_call_output", '{"stdout": "2"}'),
        Passage("message", "So.\n<details><summary>Aside</summary>A person's own.</details>"),
    ]


def test_items_are_told_as_they_are() -> None:
    assert [each.kind for each in from_items({"output": exports.items()}, Tally())] == [
        "reasoning",
        "function_call",
        "function_call_output",
        "message",
    ]


def test_items_of_an_unknown_kind_are_counted_and_empty_ones_are_not() -> None:
    tally = Tally()
    kept = [{"type": "hologram"}, {"type": "message"}, {"type": "reasoning", "summary": ["S"]}, 5]
    assert list(from_items({"output": kept}, tally)) == [Passage("reasoning", "S")]
    assert [(each.why, each.count) for each in tally.told()] == [(UNKNOWN_PARTS, 1)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", []),
        (" \n", []),
        ("a <details", [Passage("message", "a <details")]),
        ('<details type="reasoning" done="false">\n&gt; So far', [Passage("reasoning", "So far")]),
        ('<details type="reasoning"></details>', []),
        (
            '<details type="tool_calls" name="a">\n<summary>S</summary>\n{&quot;b&quot;:1}</details>',
            [Passage("function_call", "", "a"), Passage("function_call_output", '{"b":1}')],
        ),
        (
            '<details type="code_interpreter">x = 1</details>',
            [Passage("function_call", "x = 1", "code_interpreter")],
        ),
        ('<details type="other">b</details>', [Passage("message", '<details type="other">b</details>')]),
    ],
)
def test_odd_tags_lose_nothing(content: str, told: list[Passage]) -> None:
    assert list(from_text(content)) == told


@pytest.mark.parametrize(
    "content",
    [
        "<details" * 100_000,
        "<details>" * 100_000,
        '<details type="reasoning">' * 100_000,
        "<details " + "a" * 1_000_000 + ">",
        "<details " + 'a="' * 300_000 + ">",
        '<details type="reasoning"></details>' * 50_000,
    ],
)
def test_no_text_takes_long(content: str) -> None:
    with within(5):
        list(from_text(content))
