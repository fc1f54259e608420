from app.domain.asking import Asking
from app.domain.candidate import weigh
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.context_survey import (
    first_turn,
    least_cost,
    pinned_with_belongings,
    summary_wording,
    survey,
    too_long,
)
from app.domain.cutting import Start
from app.domain.ids import ItemId, SummaryId
from app.domain.summary import Summary
from tests.unit.domain.histories import PLAIN, call, costing, past, question, reply, result

ASKING = Asking("m", 1000)
SUMMARY = Summary(SummaryId("s"), ItemId("1.2"), 2, "They talked.", (), "m", 1, 1)


def test_the_sent_part_may_begin_at_any_question_and_costs_all_that_comes_behind() -> None:
    items = [question(1, costing(10)), reply(2, costing(20)), question(3, costing(30))]
    assert survey(past(items), ASKING, PLAIN).starts == (Start(1, 64), Start(3, 34))


def test_what_stands_before_the_first_question_belongs_to_a_turn_of_its_own() -> None:
    items = [reply(1, costing(10)), question(2, costing(10))]
    assert [start.depth for start in survey(past(items), ASKING, PLAIN).starts] == [1, 2]
    partly = survey(past(items, reaches=2), ASKING, PLAIN)
    assert [start.depth for start in partly.starts] == [2]
    assert not partly.is_whole


def test_pins_cost_wherever_the_sent_part_begins() -> None:
    items = [question(1, costing(10)), reply(2, costing(20), is_pinned=True), question(3, costing(30))]
    assert survey(past(items), ASKING, PLAIN).starts == (Start(1, 64), Start(3, 54))


def test_nothing_before_the_end_of_a_summary_is_usable() -> None:
    items = [question(1), reply(2), question(3)]
    found = survey(past(items, summary=SUMMARY), ASKING, PLAIN)
    assert [candidate.depth for candidate in found.usable] == [3]
    assert found.limit == 3
    assert "They talked." in summary_wording(SUMMARY)


def test_the_newest_few_are_counted_as_far_as_they_are_there() -> None:
    items = [question(1), reply(2), question(3), reply(4), question(5)]
    for count, limit in ((1, 5), (2, 3), (3, 1), (9, 1)):
        asking = Asking("m", 1000, policy=ContextPolicy(PolicyKind.NEWEST_TURNS, count))
        assert survey(past(items), asking, PLAIN).limit == limit


def test_only_long_results_of_earlier_turns_are_to_be_shortened_and_no_pinned_ones() -> None:
    items = [
        question(1),
        call(2, "a"),
        result(3, "a", "x" * 900),
        call(4, "b"),
        result(5, "b", "x" * 900, is_pinned=True),
        call(6, "c"),
        result(7, "c", "x" * 90),
        question(8),
        call(9, "d"),
        result(10, "d", "x" * 900),
    ]
    found = survey(past(items), ASKING, PLAIN)
    assert too_long(found, ASKING, PLAIN, newest_too=False).keys() == {3}
    assert too_long(found, ASKING, PLAIN, newest_too=True).keys() == {3, 10}


def test_the_first_turn_ends_before_the_second_question() -> None:
    turn = first_turn([weigh(item) for item in (question(1), reply(2), question(3), reply(4))])
    assert [candidate.depth for candidate in turn] == [1, 2]
    assert first_turn(()) == ()


def test_a_pin_takes_along_what_belongs_to_it() -> None:
    items = [question(1), call(2, "a", is_pinned=True), result(3, "a"), reply(4)]
    pinned = pinned_with_belongings([weigh(item) for item in items])
    assert [candidate.depth for candidate in pinned] == [2, 3]


def test_the_least_that_items_cost_is_with_long_results_shortened() -> None:
    items = [question(1, costing(300)), result(2, "a", "x" * 900), reply(3, costing(50), is_excluded=True)]
    given = [weigh(item) for item in items]
    assert least_cost(given, ASKING, PLAIN) == 300 + 50
    whole = Asking("m", 1000, policy=ContextPolicy(shortens_results=False))
    assert least_cost(given, whole, PLAIN) == 300 + 904
