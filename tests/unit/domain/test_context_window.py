from dataclasses import replace
from itertools import pairwise

import pytest

from app.domain.asking import Asking
from app.domain.branch import Path, Range
from app.domain.candidate import weigh
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.context_survey import Past
from app.domain.context_window import Plan, estimate_tokens, plan
from app.domain.errors import ContextOverBudget
from app.domain.ids import ItemId, SummaryId
from app.domain.item import Item, ItemState, question_body, reply_body
from app.domain.ledger import Altered, LeftOut, Reason, Span, wording_name
from app.domain.summary import Summary
from tests.unit.domain.histories import (
    PLAIN,
    call,
    costing,
    planned,
    question,
    reasoning,
    reply,
    result,
    sent,
)

BUDGET = 1004  # of which four are the request's own frame
SUMMARY = Summary(SummaryId("s"), ItemId("1.4"), 4, "They talked.", (Range(1, 1, 4),), "m", 1, 1)


def history(*costs: int) -> list[Item]:
    """Questions and replies in turn, each costing as many tokens as it is told. One of 0 has no text."""
    return [(question if depth % 2 else reply)(depth, costing(cost)) for depth, cost in enumerate(costs, 1)]


def asking(kind: PolicyKind, count: int = 0, budget: int = BUDGET, **more: bool) -> Asking:
    return Asking("m", budget, policy=ContextPolicy(kind, count), **more)


def reasons(result: Plan) -> dict[int, Reason]:
    return {
        depth: left.reason
        for left in result.ledger.left_out
        for depth in range(left.items.first, left.items.last + 1)
    }


def test_what_fits_is_sent_whole_and_to_the_letter() -> None:
    items = history(300, 300, 400)
    made = planned(items, BUDGET)
    assert made.bodies == tuple(item.body for item in items)
    assert (made.ledger.cut, made.ledger.left_out, made.ledger.estimated_tokens) == (1, (), 1004)
    assert made.ledger.sent == (Span(1, 1, 3),)


def test_past_the_budget_the_cut_moves_to_the_low_mark() -> None:
    """The newest turn has its room first, and the mark is half of what is left for the past."""
    made = planned(history(200, 101, 100, 100, 200, 200, 104), BUDGET)
    assert sent(made) == [5, 6, 7]
    assert made.ledger.cut == 5
    assert made.ledger.left_out == (LeftOut(Range(1, 1, 4), Reason.OVER_BUDGET),)


def test_the_cut_stands_still_until_the_budget_is_passed_again() -> None:
    """The beginning of the request stays the same for many turns, which keeps the service's cache warm."""
    costs, made = [100], planned(history(100), BUDGET)
    cuts = [made.ledger.cut]
    while len(costs) < 60:
        costs += [100, 100]
        made = planned(history(*costs), BUDGET, in_force=made.ledger)
        assert made.ledger.estimated_tokens <= BUDGET
        cuts.append(made.ledger.cut)
    moves = [(before, after) for before, after in pairwise(cuts) if before != after]
    assert {after - before for before, after in moves} == {6}
    assert len(moves) < len(cuts) / 2


@pytest.mark.parametrize("other", [Asking("m", 2 * BUDGET), asking(PolicyKind.KEEP_FIRST)])
def test_another_budget_and_another_policy_weigh_all_afresh(other: Asking) -> None:
    before = planned(history(*[100] * 13), BUDGET).ledger
    assert before.cut > 1
    after = planned(history(*[100] * 13), asking=other, in_force=before)
    assert after.ledger.cut == planned(history(*[100] * 13), asking=other).ledger.cut


def test_it_does_not_matter_how_much_is_given_from_before_the_cut() -> None:
    items = history(*[100] * 13)
    in_force = planned(items, BUDGET).ledger
    whole = planned(items, BUDGET, in_force=in_force).ledger
    for reaches in range(1, in_force.cut + 1):
        assert planned(items, BUDGET, in_force=in_force, reaches=reaches).ledger == whole


@pytest.mark.parametrize("reaches", [1, 2, 3])
def test_a_past_too_long_to_be_given_whole_moves_the_cut_to_the_low_mark(reaches: int) -> None:
    items = history(100, 2000, 100, 100, 100, 100, 100, 100, 100, 100, 100)
    assert planned(items, BUDGET, reaches=reaches).ledger.cut == 7


def test_a_turn_keeps_all_its_items() -> None:
    items = history(500, 300, 100, 300)
    assert sent(planned([*items, question(5, costing(100))], BUDGET)) == [3, 4, 5]


def test_a_newest_turn_that_cannot_fit_is_refused_and_can_be_sent_all_the_same() -> None:
    items = history(100, 100, 5000)
    with pytest.raises(ContextOverBudget) as raised:
        planned(items, BUDGET)
    assert (raised.value.tokens, raised.value.budget) == (5004, BUDGET)
    made = planned(items, asking=Asking("m", BUDGET, may_exceed=True))
    assert sent(made) == [3]


def test_nothing_is_refused_on_a_guess_that_may_be_wrong() -> None:
    """The usual estimate is off by a fifth or so: what may fit is for the service to decide."""
    items = [question(1, "many words " * 60)]
    tokens = plan(Past(Path((Range(1, 1, 1),)), (weigh(items[0]),), 1), Asking("m", 10_000)).ledger
    near = tokens.estimated_tokens - tokens.uncertainty // 2
    assert plan(Past(Path((Range(1, 1, 1),)), (weigh(items[0]),), 1), Asking("m", near)).bodies
    with pytest.raises(ContextOverBudget):
        plan(Past(Path((Range(1, 1, 1),)), (weigh(items[0]),), 1), Asking("m", near // 2))


def test_items_without_text_are_not_sent_and_told_of() -> None:
    made = planned(history(100, 0, 100, 0, 100), BUDGET)
    assert sent(made) == [1, 3, 5]
    assert made.ledger.left_out == tuple(LeftOut(Range(1, at, at), Reason.NO_TEXT) for at in (2, 4))


def test_what_is_excluded_and_what_is_hidden_is_absent_and_told_apart() -> None:
    items = history(100, 100, 100, 100, 100)
    del items[3]
    items[1] = items[1]._replace(is_excluded=True)
    made = planned(items, BUDGET)
    assert sent(made) == [1, 3, 5]
    assert reasons(made) == {2: Reason.EXCLUDED, 4: Reason.HIDDEN}


def test_places_are_told_for_each_run_of_a_fork() -> None:
    items = [*history(200, 200), question(3, costing(100), run=2)]
    path = Path((Range(1, 1, 2), Range(2, 3, 3)))
    given = tuple(weigh(item) for item in items)
    assert plan(Past(path, given, 1), Asking("m", 2000), PLAIN).ledger.sent == (Span(1, 1, 2), Span(2, 3, 3))
    trimmed = plan(Past(path, given, 1), Asking("m", 200), PLAIN)
    assert trimmed.ledger.left_out == (LeftOut(Range(1, 1, 2), Reason.OVER_BUDGET),)


def test_an_edited_item_is_sent_and_recorded_in_its_revision() -> None:
    items = history(100, 100, 100)
    items[1] = items[1]._replace(revision=2, body=reply_body("Edited", whole=True))
    made = planned(items, BUDGET)
    assert made.ledger.sent == (Span(1, 1, 1), Span(1, 2, 2, revision=2), Span(1, 3, 3))
    assert made.bodies[1] == items[1].body


def test_instructions_are_sent_counted_and_named() -> None:
    made = planned(history(100), asking=Asking("m", BUDGET, instructions="Be brief"))
    assert (made.instructions, made.wordings) == ("Be brief", ("Be brief",))
    assert made.ledger.instructions == wording_name("Be brief")
    assert made.ledger.estimated_tokens == 100 + 4 + 4 + 7


def test_pinned_items_come_first_once_the_cut_has_passed_them() -> None:
    items = history(*[100] * 13)
    items[1] = items[1]._replace(is_pinned=True)
    made = planned(items, BUDGET)
    assert made.ledger.pinned == (Span(1, 2, 2),)
    assert sent(made)[:2] == [2, made.ledger.cut]
    assert made.bodies[0] == items[1].body
    assert 2 not in reasons(made)
    assert planned(items[:3], BUDGET).ledger.pinned == ()


def test_what_is_both_pinned_and_excluded_is_not_sent() -> None:
    items = history(*[100] * 13)
    items[1] = items[1]._replace(is_pinned=True, is_excluded=True)
    assert 2 not in sent(planned(items, BUDGET))


def test_a_pinned_result_takes_its_call_and_its_reasoning_along() -> None:
    tools = [question(1), reasoning(2), call(3, "a"), result(4, "a", is_pinned=True), reply(5)]
    more = [(question if depth % 2 == 0 else reply)(depth, costing(100)) for depth in range(6, 19)]
    made = planned([*tools, *more], BUDGET)
    assert made.ledger.pinned == (Span(1, 2, 4),)


def test_a_summary_stands_in_place_of_what_it_stands_for() -> None:
    made = planned(history(*[50] * 7), BUDGET, summary=SUMMARY)
    assert sent(made) == [5, 6, 7]
    assert "They talked." in made.bodies[0]
    assert made.ledger.summary
    assert made.ledger.summary.wording == wording_name(made.wordings[0])
    assert made.ledger.left_out == (LeftOut(Range(1, 1, 4), Reason.SUMMARISED),)


def test_the_cut_moves_on_behind_a_summary() -> None:
    made = planned(history(*[100] * 17), BUDGET, summary=SUMMARY)
    assert made.ledger.estimated_tokens <= BUDGET
    assert reasons(made)[4] is Reason.SUMMARISED
    assert reasons(made)[5] is Reason.OVER_BUDGET


def test_a_call_and_its_result_never_part() -> None:
    items = [
        question(1),
        call(2, "answered"),
        result(3, "answered"),
        call(4, "unanswered"),
        result(5, "never asked"),
        call(6, "excluded", is_excluded=True),
        result(7, "excluded"),
        question(8),
    ]
    made = planned(items, BUDGET)
    assert sent(made) == [1, 2, 3, 8]
    assert reasons(made) == {
        4: Reason.NO_RESULT,
        5: Reason.NO_CALL,
        6: Reason.EXCLUDED,
        7: Reason.NO_CALL,
    }


def test_an_unfinished_reply_is_sent_as_its_text_alone() -> None:
    stopped = reply(3, "As far as", state=ItemState.STOPPED)
    made = planned([question(1), reasoning(2), stopped, question(4)], BUDGET)
    assert sent(made) == [1, 3, 4]
    assert made.bodies[1] == reply_body("As far as", whole=False)
    assert made.ledger.unfinished == (Altered(1, 3, len("As far as")),)
    assert reasons(made) == {2: Reason.NO_FOLLOWER}


def test_a_call_that_was_cut_short_is_not_sent() -> None:
    items = [question(1), reasoning(2), call(3, "a", state=ItemState.INTERRUPTED), question(4)]
    assert sent(planned(items, BUDGET)) == [1, 4]


def logged(*outputs: int) -> list[Item]:
    """Turns of a question, a call, a result that long and a reply; then a question."""
    items: list[Item] = []
    for number, output in enumerate(outputs):
        at = 4 * number
        items += [question(at + 1), call(at + 2, str(number)), result(at + 3, str(number), "y" * output)]
        items += [reply(at + 4)]
    return [*items, question(len(items) + 1)]


def test_long_results_are_shortened_when_the_cut_moves_and_stay_so() -> None:
    budget = 4_000
    fits = planned(logged(1500, 1500), budget)
    assert fits.ledger.shortened == ()
    moved = planned(logged(1500, 1500, 1500), budget, in_force=fits.ledger)
    assert {each.depth for each in moved.ledger.shortened} == {3, 7, 11}
    assert moved.ledger.cut == 1
    later = planned(logged(1500, 1500, 1500, 1500), budget, in_force=moved.ledger)
    assert later.ledger.shortened == moved.ledger.shortened
    assert later.bodies[: len(moved.bodies)] == moved.bodies


def test_results_are_left_whole_where_a_person_wants_that() -> None:
    whole = Asking("m", 4_000, policy=ContextPolicy(shortens_results=False))
    made = planned(logged(1500, 1500, 1500), asking=whole)
    assert made.ledger.shortened == ()
    assert made.ledger.cut == 9


def test_the_newest_turns_results_are_shortened_only_before_nothing_could_be_sent() -> None:
    items = logged(3000)[:-1]
    assert planned(items, 4_000).ledger.shortened == ()
    made = planned(items, 2_000)
    assert {each.depth for each in made.ledger.shortened} == {3}
    assert made.ledger.estimated_tokens <= 2_000


def test_the_first_turn_is_kept_where_a_person_wants_that() -> None:
    made = planned(history(*[100] * 13), asking=asking(PolicyKind.KEEP_FIRST))
    assert sent(made)[:3] == [1, 2, made.ledger.cut]
    assert made.ledger.estimated_tokens <= BUDGET


def test_only_the_newest_turns_are_sent_where_a_person_wants_that() -> None:
    made = planned(history(*[50] * 13), asking=asking(PolicyKind.NEWEST_TURNS, 3))
    assert sent(made) == [9, 10, 11, 12, 13]
    assert made.ledger.left_out == (LeftOut(Range(1, 1, 8), Reason.BEYOND_COUNT),)
    fitted = planned(history(*[300] * 13), asking=asking(PolicyKind.NEWEST_TURNS, 3))
    assert sent(fitted) == [13]


def test_only_the_newest_items_are_sent_where_a_person_wants_that() -> None:
    made = planned(history(*[50] * 13), asking=asking(PolicyKind.NEWEST_ITEMS, 4))
    assert sent(made) == [10, 11, 12, 13]
    tools = [question(1), call(2, "a"), result(3, "a"), reply(4), question(5)]
    assert sent(planned(tools, asking=asking(PolicyKind.NEWEST_ITEMS, 3))) == [4, 5]


def test_everything_is_sent_or_nothing_is() -> None:
    items = history(*[100] * 13)
    with pytest.raises(ContextOverBudget):
        planned(items, asking=asking(PolicyKind.EVERYTHING))
    with pytest.raises(ContextOverBudget):
        planned(items, asking=asking(PolicyKind.EVERYTHING, budget=1200), reaches=4)
    assert len(planned(items, asking=asking(PolicyKind.EVERYTHING, budget=1304)).bodies) == 13
    assert len(planned(items, asking=asking(PolicyKind.EVERYTHING, may_exceed=True)).bodies) == 13


def test_a_request_in_the_middle_of_a_turn_sends_its_calls_and_results() -> None:
    """A reply with tools makes several requests, and only the first of them ends with the question."""
    made = planned([question(1), reasoning(2), call(3, "a"), result(4, "a")], BUDGET)
    assert sent(made) == [1, 2, 3, 4]


def test_half_a_character_can_be_estimated() -> None:
    assert estimate_tokens("\ud83d") > 4


def test_a_summary_is_sent_as_a_persons_message() -> None:
    made = planned(history(*[50] * 7), BUDGET, summary=SUMMARY)
    assert made.bodies[0] == question_body(made.wordings[0])


def test_a_removed_summary_takes_its_cut_along() -> None:
    """What it stood for is sent itself again, where it fits: nothing falls between the two."""
    items = history(*[100] * 6)
    given = planned(items, BUDGET, summary=SUMMARY).ledger
    assert given.cut == 5
    assert planned(items, BUDGET, in_force=given, summary=SUMMARY).ledger.cut == 5
    assert planned(items, BUDGET, in_force=given).ledger.cut == 1
    earlier = replace(SUMMARY, id=SummaryId("r"), item=ItemId("1.2"), depth=2)
    assert planned(items, BUDGET, in_force=given, summary=earlier).ledger.cut == 3
