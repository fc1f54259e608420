import json

from app.domain.branch import Range
from app.domain.ledger import Ledger, LeftOut, Reason

LEDGER = Ledger(
    model="m",
    cut=5,
    sent=(Range(1, 5, 6), Range(2, 7, 7)),
    left_out=(LeftOut(Range(1, 1, 4), Reason.OVER_BUDGET), LeftOut(Range(2, 8, 8), Reason.NO_TEXT)),
    estimated_tokens=120,
    budget=1000,
)
EMPTY = Ledger("", 1, (), (), 0, 0)


def test_a_ledger_survives_being_written_down() -> None:
    for ledger in (LEDGER, EMPTY):
        assert Ledger.from_json(ledger.to_json()) == ledger


def test_what_is_written_down_can_be_read_by_any_program() -> None:
    written = json.loads(LEDGER.to_json())
    assert written["sent"][1] == {"run": 2, "first": 7, "last": 7}
    assert written["left_out"][0] == {"items": {"run": 1, "first": 1, "last": 4}, "reason": "over budget"}
