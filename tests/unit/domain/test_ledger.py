import json

from app.domain.branch import Range
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.ids import SummaryId
from app.domain.ledger import (
    Altered,
    Ledger,
    LeftOut,
    Reason,
    Span,
    SummarySent,
    WithFiles,
    spans,
    wording_name,
)
from app.domain.parameters import Parameters

LEDGER = Ledger(
    model="m",
    cut=5,
    sent=(Span(1, 5, 6), Span(2, 7, 7, revision=2)),
    left_out=(LeftOut(Range(1, 1, 4), Reason.OVER_BUDGET), LeftOut(Range(2, 8, 8), Reason.NO_TEXT)),
    estimated_tokens=120,
    budget=1000,
    uncertainty=12,
    pinned=(Span(1, 2, 2),),
    summary=SummarySent(SummaryId("s"), 3, "cafe"),
    shortened=(Altered(1, 5, 300),),
    unfinished=(Altered(1, 6, 7),),
    files=(WithFiles(1, 5, "f00d"),),
    instructions="beef",
    parameters=Parameters(temperature=0.0, stop=("END",)),
    policy=ContextPolicy(PolicyKind.NEWEST_TURNS, 3),
    author="Ada",
)
EMPTY = Ledger("", 1, (), (), 0, 0)


def test_a_ledger_survives_being_written_down() -> None:
    for ledger in (LEDGER, EMPTY):
        assert Ledger.from_json(ledger.to_json()) == ledger


def test_what_is_written_down_can_be_read_by_any_program() -> None:
    written = json.loads(LEDGER.to_json())
    assert written["sent"] == [
        {"run": 1, "first": 5, "last": 6},
        {"run": 2, "first": 7, "last": 7, "revision": 2},
    ]
    assert written["left_out"][0] == {"items": {"run": 1, "first": 1, "last": 4}, "reason": "over budget"}


def test_what_is_as_usual_takes_no_room() -> None:
    usual = Ledger("m", 1, (Span(1, 1, 9),), (), 100, 1000)
    assert json.loads(usual.to_json()).keys() == {"model", "sent", "estimated_tokens", "budget"}


def test_places_are_folded_where_they_go_on_in_the_same_run_and_revision() -> None:
    places = [(1, 1, 0), (1, 2, 0), (1, 4, 0), (2, 5, 0), (2, 6, 1), (2, 7, 1)]
    assert spans(places) == (Span(1, 1, 2), Span(1, 4, 4), Span(2, 5, 5), Span(2, 6, 7, 1))


def test_equal_texts_have_one_name_that_tells_nothing_of_them() -> None:
    assert wording_name("Be brief") == wording_name("Be brief") != wording_name("Be long")
    assert "brief" not in wording_name("Be brief")
    assert len(wording_name("half \ud83d")) == 64
