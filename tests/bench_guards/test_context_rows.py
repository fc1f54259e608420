"""What the bench of contexts takes for a cost, and that it tells a valid request from another."""

import json

import pytest

from tests.bench.archive.measuring import Conditions
from tests.bench.context.__main__ import cost_rows
from tests.bench.context.talks import Body, bill, talk, tokens

LONG = json.dumps({"type": "message", "role": "user", "content": "x" * 8_000})
SHORT = json.dumps({"type": "message", "role": "user", "content": "y"})
CALL = json.dumps({"type": "function_call", "call_id": "a"})
RESULT = json.dumps({"type": "function_call_output", "call_id": "a", "output": "z"})


def test_what_was_sent_before_is_cheap_and_the_rest_is_not() -> None:
    same = bill([[LONG], [LONG, SHORT]], [[], []])
    other = bill([[LONG], [SHORT, LONG]], [[], []])
    assert same.hit > 45
    assert other.hit == 0
    assert other.cost == 2 * tokens(LONG) + tokens(SHORT)
    assert same.cost < 0.6 * other.cost


def test_a_short_beginning_is_not_kept_by_the_service() -> None:
    assert bill([[SHORT], [SHORT, LONG]], [[], []]).hit == 0


@pytest.mark.parametrize(
    ("request_", "refused"), [([CALL, RESULT], 0), ([CALL], 100), ([RESULT], 100), ([RESULT, CALL], 100)]
)
def test_half_a_call_is_refused(request_: list[Body], refused: int) -> None:
    assert bill([request_], [[]]).invalid == refused


def test_the_talk_is_the_same_in_every_run() -> None:
    assert talk(with_tools=True, turns=5) == talk(with_tools=True, turns=5)
    assert len(talk(with_tools=False, turns=7)) == 7


def test_ours_costs_less_than_a_window_that_slides() -> None:
    rows = {row.name: row for row in cost_rows(Conditions(scale=0.15, is_idle=False))}
    ours = [row for name, row in rows.items() if "ours, as it comes" in name]
    assert len(ours) == 2
    assert all(row.value < 0.75 * float(row.yardstick.split()[-3]) for row in ours)
