import pytest

from app.exchange.importers.claude_blocks import attached_pictures, items_of, result_of, said_in
from app.exchange.importers.tally import UNKNOWN_PARTS, Tally

ABOUT = {"created_at": 1, "ended_at": None, "model": "m", "raw": "{}", "state": "complete"}


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ({"content": "Plain"}, "Plain"),
        ({"content": [{"type": "text", "text": "One"}, "two", {"a": 1}]}, 'One\n\ntwo\n\n{"a":1}'),
        ({"content": [], "display_content": {"type": "json_block", "json_block": "{}"}}, "{}"),
        ({"content": {"stdout": "x"}}, '{"stdout":"x"}'),
        ({}, ""),
    ],
)
def test_a_result_reads_as_what_came_back(block: dict[str, object], told: str) -> None:
    assert result_of(block) == told


def test_words_of_a_message_are_those_of_its_blocks_or_beside_them() -> None:
    assert said_in({"text": "beside", "content": [{"type": "text", "text": "in"}, {"type": "image"}]}) == "in"
    assert said_in({"text": "beside", "content": []}) == "beside"


def test_a_picture_without_bytes_is_none() -> None:
    assert (
        list(attached_pictures({"content": [{"type": "image", "source": {"media_type": "image/png"}}]})) == []
    )


def test_blocks_of_an_unknown_kind_are_counted_and_silent_ones_are_not() -> None:
    tally = Tally()
    blocks = [{"type": kind} for kind in ("hologram", "token_budget", "thinking", None)]
    assert list(items_of({"content": blocks}, dict(ABOUT), tally)) == []
    assert [(each.why, each.count) for each in tally.told()] == [(UNKNOWN_PARTS, 2)]


def test_what_has_no_place_is_kept_with_the_first_item_alone() -> None:
    blocks = [{"type": "thinking", "thinking": "Hm."}, {"type": "text", "text": "So."}]
    assert [item.raw for item in items_of({"content": blocks}, dict(ABOUT), Tally())] == ["{}", None]
