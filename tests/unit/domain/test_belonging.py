import pytest

from app.domain.belonging import belongings, left_alone
from app.domain.candidate import weigh
from app.domain.item import Item, ItemState
from app.domain.ledger import Reason
from tests.unit.domain.histories import call, question, reasoning, reply, result


def alone(items: list[Item]) -> dict[int, Reason]:
    """The depths of what cannot be sent, and why."""
    reasons = left_alone([weigh(item) for item in items])
    return {items[place].depth: reason for place, reason in reasons.items()}


def test_calls_with_their_results_in_any_order_can_be_sent() -> None:
    items = [reasoning(1), call(2, "a"), call(3, "b"), result(4, "b"), result(5, "a"), reply(6)]
    assert alone(items) == {}


def test_half_a_call_cannot() -> None:
    items = [result(1, "a"), call(2, "a"), call(3, "b"), result(4, "b"), result(5, "b")]
    assert alone(items) == {1: Reason.NO_CALL, 2: Reason.NO_RESULT, 5: Reason.NO_CALL}


def test_a_call_that_was_cut_short_takes_its_result_along() -> None:
    assert alone([call(1, "a", state=ItemState.INTERRUPTED), result(2, "a")]).keys() == {1, 2}


@pytest.mark.parametrize(
    "after",
    [[], [question(2)], [reply(3)], [call(2, "a")], [reply(2, state=ItemState.STOPPED)], [reasoning(2)]],
)
def test_reasoning_goes_only_with_what_followed_from_it(after: list[Item]) -> None:
    assert alone([reasoning(1), *after])[1] is Reason.NO_FOLLOWER


def test_several_reasonings_in_a_row_follow_from_each_other() -> None:
    assert alone([reasoning(1), reasoning(2), reply(3)]) == {}


def together(items: list[Item], depth: int) -> set[int]:
    place = next(place for place, item in enumerate(items) if item.depth == depth)
    return {items[other].depth for other in belongings([weigh(item) for item in items], place)}


@pytest.mark.parametrize("depth", [2, 3, 4])
def test_a_call_its_result_and_its_reasoning_go_together(depth: int) -> None:
    items = [question(1), reasoning(2), call(3, "a"), result(4, "a"), reply(5)]
    assert together(items, depth) == {2, 3, 4}


def test_a_message_goes_alone_or_with_its_reasoning() -> None:
    items = [question(1), reasoning(2), reply(3), question(4)]
    assert together(items, 3) == {2, 3}
    assert together(items, 4) == {4}
