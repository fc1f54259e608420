import json
from dataclasses import replace

import pytest

from app.domain.asking import Asking
from app.domain.branch import Path, Range
from app.domain.candidate import weigh
from app.domain.compaction import (
    CompactionRule,
    Stretch,
    Unsummarised,
    room_for,
    stretch_for,
    summary_from_answer,
    summary_request,
)
from app.domain.errors import ContextOverBudget
from app.domain.ids import ItemId, SummaryId
from app.domain.item import Item
from app.domain.summary import Summary
from app.domain.tokens import Measure
from tests.unit.domain.histories import (
    PLAIN,
    call,
    costing,
    planned,
    question,
    reasoning,
    reply,
    result,
)

ASKING = Asking("m", 10_000, instructions="Be brief")
RULE = CompactionRule(kept_items=4, smallest_tokens=300)
SUMMARY = Summary(SummaryId("s"), ItemId("1.2"), 2, "They talked.", (), "m", 1, 1)
BESIDE = ASKING.budget - room_for(ASKING, None, PLAIN)


def history(turns: int, first: int = 1) -> list[Item]:
    return [
        (question if depth % 2 else reply)(depth, costing(100)) for depth in range(first, 2 * turns + first)
    ]


def unsummarised(items: list[Item], *, is_all: bool = True, summary: Summary | None = None) -> Unsummarised:
    path = Path((Range(1, 1, items[-1].depth),))
    return Unsummarised(path, tuple(map(weigh, items)), is_all, summary)


def with_room(tokens: int) -> Asking:
    """An asking whose request for a summary has room for so much of the past."""
    return Asking("m", tokens + BESIDE, instructions="Be brief")


def depths(stretch: Stretch | None) -> list[int]:
    return [candidate.depth for candidate in stretch.candidates] if stretch else []


def stretch_of(items: list[Item], asking: Asking = ASKING, rule: CompactionRule = RULE) -> Stretch | None:
    return stretch_for(unsummarised(items), asking, PLAIN, rule)


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
    assert rule.is_due(planned(history(3), 1_000).ledger) is due


def test_a_model_that_reads_less_than_the_number_set_has_one_as_well() -> None:
    ledger = planned(history(30), 1_000).ledger
    assert CompactionRule(at_tokens=50_000).is_due(ledger)
    assert not CompactionRule().is_due(ledger)


def test_all_that_is_given_is_summed_up() -> None:
    stretch = stretch_of(history(3))
    assert stretch
    assert (stretch.item, stretch.depth, stretch.tokens) == ("1.6", 6, 600)
    assert stretch.sources == (Range(1, 1, 6),)
    assert stretch.told == {ItemId(f"1.{depth}"): 0 for depth in range(1, 7)}
    assert not stretch.goes_on


def test_what_is_not_worth_it_is_left() -> None:
    assert stretch_of(history(1)) is None
    assert stretch_of(history(3), rule=CompactionRule(smallest_tokens=601)) is None
    assert stretch_of([question(1, is_excluded=True)], rule=CompactionRule(smallest_tokens=0)) is None


def test_it_takes_up_the_summary_before_it() -> None:
    known = unsummarised(history(2, first=3), summary=SUMMARY)
    stretch = stretch_for(known, ASKING, PLAIN, RULE)
    assert stretch
    assert depths(stretch) == [3, 4, 5, 6]
    assert stretch.sources == (Range(1, 1, 6),)
    assert "They talked." in summary_request(SUMMARY, ASKING, stretch).bodies[0]


def test_what_one_request_cannot_hold_is_left_to_the_next() -> None:
    stretch = stretch_of(history(20), with_room(750))
    assert stretch
    assert stretch.goes_on
    assert (stretch.depth, stretch.tokens) == (6, 600)  # whole turns


def test_what_was_not_read_to_its_end_goes_on_however_little_it_is() -> None:
    known = unsummarised(history(2), is_all=False)
    stretch = stretch_for(known, ASKING, PLAIN, CompactionRule())
    assert stretch
    assert stretch.goes_on


def test_an_estimate_that_may_be_off_leaves_room_for_that() -> None:
    sure, unsure = room_for(ASKING, None, PLAIN), room_for(ASKING, None, Measure())
    assert sure - unsure > 0.1 * ASKING.budget


def test_a_model_that_reads_next_to_nothing_cannot_make_one() -> None:
    with pytest.raises(ContextOverBudget):
        stretch_of(history(20), with_room(50))


def test_a_turn_that_is_longer_than_a_request_is_cut_between_its_calls() -> None:
    calls = [each for at in (2, 4, 6) for each in (call(at, f"c{at}"), result(at + 1, f"c{at}", "x" * 96))]
    costs = [weigh(each).cost(PLAIN) for each in calls]
    stretch = stretch_of([question(1), *calls, reply(8)], with_room(sum(costs[:5]) + 10))
    assert stretch
    assert stretch.goes_on
    assert depths(stretch) == [1, 2, 3, 4, 5]


def test_no_reasoning_is_parted_from_what_comes_of_it() -> None:
    items = [question(1, costing(300)), reasoning(2), reply(3, costing(250)), reply(4, costing(250))]
    stretch = stretch_of(items, with_room(600 - 250))
    assert depths(stretch) == [1]


def test_a_call_that_nobody_ever_answers_holds_nothing_up() -> None:
    items = [question(1), call(2, "a"), *(reply(depth, costing(100)) for depth in range(3, 12))]
    stretch = stretch_of(items, with_room(400))
    assert stretch
    assert stretch.depth > 3


@pytest.mark.parametrize("make", [question, reply, lambda depth, text: result(depth, "c", text)])
def test_what_is_much_too_long_is_shown_shortened(make: object) -> None:
    items = [question(1), call(2, "c"), make(3, "a" * 5_000 + "z" * 5_000), result(4, "c")]  # type: ignore[operator]
    stretch = stretch_of(items, with_room(1_000))
    assert stretch
    (long,) = (candidate for candidate in stretch.candidates if candidate.depth == 3)
    assert "characters left out" in long.body
    assert long.cost(PLAIN) <= 500
    assert stretch.tokens > 10_000


def test_what_is_much_too_long_and_no_text_is_not_shown() -> None:
    huge = json.dumps({"type": "function_call", "call_id": "c", "name": "n", "arguments": "x" * 9_000})
    items = [question(1, costing(300)), call(2, "c")._replace(body=huge), result(3, "c"), reply(4)]
    assert depths(stretch_of(items, with_room(1_000))) == [1, 4]


def test_what_is_excluded_is_not_shown_to_the_model_and_no_call_is_parted() -> None:
    items = [
        question(1, costing(400)),
        call(2, "a"),
        result(3, "a", is_excluded=True),
        reply(4, "Secret", is_excluded=True),
        *(question(depth) for depth in range(5, 7)),
    ]
    stretch = stretch_of(items)
    assert stretch
    assert depths(stretch) == [1, 5, 6]
    assert ItemId("1.4") not in stretch.told


def test_the_request_begins_as_the_conversations_own_do() -> None:
    own = planned(history(5), asking=ASKING)
    stretch = stretch_of(history(3))
    assert stretch
    request = summary_request(None, ASKING, stretch)
    assert request.instructions == own.instructions
    assert request.bodies[:-1] == own.bodies[:6]
    assert "summary" in request.bodies[-1]


@pytest.mark.parametrize(
    ("answer", "summary"),
    [
        (" They spoke of the sky.\n", "They spoke of the sky."),
        ("<think>Well …</think>\nThe sky.", "The sky."),
        ("<think>Well …", None),
        ("", None),
        (" \n\t", None),
        ("… — !", None),
        ("word " * 900, None),  # no shorter than what it would stand for
        ("Half \ud83d and nothing \0", "Half \ufffd and nothing \u2400"),
    ],
)
def test_only_an_answer_that_can_stand_for_something_becomes_a_summary(
    answer: str, summary: str | None
) -> None:
    stretch = stretch_of(history(3))
    assert stretch
    assert summary_from_answer(answer, None, stretch, PLAIN) == summary


def test_a_summary_that_takes_up_another_may_be_as_long_as_both() -> None:
    stretch = stretch_of(history(3))
    assert stretch
    before = replace(SUMMARY, text="x" * 900)
    assert summary_from_answer("x" * 800, before, stretch, PLAIN)
    assert summary_from_answer("x" * 800, None, stretch, PLAIN) is None
