import json

import pytest

from app.domain.asking import Asking
from app.domain.branch import Range
from app.domain.compaction import CompactionRule, stretch_for, summary_request
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.ids import ItemId, SummaryId
from app.domain.item import Item
from app.domain.summary import Summary
from tests.unit.domain.histories import PLAIN, call, costing, past, planned, question, reply, result

ASKING = Asking("m", 10_000, instructions="Be brief")
RULE = CompactionRule(kept_items=4, smallest_tokens=300)
SUMMARY = Summary(SummaryId("s"), ItemId("1.2"), 2, "They talked.", (), "m", 1, 1)


def history(turns: int) -> list[Item]:
    return [(question if depth % 2 else reply)(depth, costing(100)) for depth in range(1, 2 * turns + 1)]


def test_a_rule_survives_being_written_down() -> None:
    kept = json.loads(json.dumps(RULE.to_mapping())) | {"mood": "calm"}
    assert CompactionRule.from_mapping(kept) == RULE


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (CompactionRule(), False),
        (CompactionRule(at_tokens=605), False),
        (CompactionRule(at_tokens=604), True),
        (CompactionRule(at_items=7), False),
        (CompactionRule(at_items=6), True),
    ],
)
def test_a_summary_is_due_where_a_person_switched_it_on(rule: CompactionRule, due: bool) -> None:
    assert rule.is_due(planned(history(3), 1_000)) is due


def test_whole_turns_before_the_newest_items_are_summed_up() -> None:
    stretch = stretch_for(past(history(5)), ASKING, PLAIN, RULE)
    assert stretch
    assert (stretch.item, stretch.depth, stretch.tokens) == ("1.6", 6, 600)
    assert stretch.sources == (Range(1, 1, 6),)
    assert not stretch.goes_on


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_the_newest_turn_is_never_summed_up(kept: int) -> None:
    stretch = stretch_for(past(history(5)), ASKING, PLAIN, CompactionRule(None, None, kept, 300))
    assert stretch
    assert stretch.depth == 8


@pytest.mark.parametrize(
    ("turns", "rule"),
    [(1, RULE), (2, RULE), (5, CompactionRule(smallest_tokens=700, kept_items=4)), (5, CompactionRule())],
)
def test_what_is_not_worth_it_is_left(turns: int, rule: CompactionRule) -> None:
    assert stretch_for(past(history(turns)), ASKING, PLAIN, rule) is None


def test_it_begins_behind_the_summary_before_it_and_takes_that_up() -> None:
    known = past(history(5), summary=SUMMARY)
    stretch = stretch_for(known, ASKING, PLAIN, RULE)
    assert stretch
    assert [candidate.depth for candidate in stretch.candidates] == [3, 4, 5, 6]
    assert stretch.sources == (Range(1, 1, 6),)
    assert "They talked." in summary_request(known, ASKING, stretch).bodies[0]


def test_how_much_is_sent_otherwise_does_not_matter() -> None:
    few = Asking("m", 10_000, policy=ContextPolicy(PolicyKind.NEWEST_TURNS, 1))
    stretch = stretch_for(past(history(5)), few, PLAIN, RULE)
    assert stretch
    assert stretch.depth == 6


def test_what_one_request_cannot_hold_is_left_to_the_next() -> None:
    stretch = stretch_for(past(history(20)), Asking("m", 1_200), PLAIN, RULE)
    assert stretch
    assert stretch.goes_on
    assert 300 <= stretch.tokens <= 1_200
    assert stretch_for(past(history(20), reaches=5), ASKING, PLAIN, RULE) is None


def test_what_is_excluded_is_not_shown_to_the_model_and_no_call_is_parted() -> None:
    items = [
        question(1, costing(400)),
        call(2, "a"),
        result(3, "a", is_excluded=True),
        reply(4, "Secret", is_excluded=True),
        *(question(depth) for depth in range(5, 11)),
    ]
    stretch = stretch_for(past(items), ASKING, PLAIN, RULE)
    assert stretch
    assert [candidate.depth for candidate in stretch.candidates] == [1, 5, 6]


def test_the_request_begins_as_the_conversations_own_do() -> None:
    known = past(history(5))
    own = planned(history(5), asking=ASKING)
    stretch = stretch_for(known, ASKING, PLAIN, RULE)
    assert stretch
    request = summary_request(known, ASKING, stretch)
    assert request.instructions == own.instructions
    assert request.bodies[:-1] == own.bodies[:6]
    assert "summary" in request.bodies[-1]
