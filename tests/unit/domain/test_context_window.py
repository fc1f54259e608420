from itertools import pairwise, product

import pytest

from app.domain.asking import Asking
from app.domain.branch import Path, Range
from app.domain.context_window import Plan, estimate_tokens, plan
from app.domain.ids import ItemId
from app.domain.item import Item, ItemState, Role, question_body, reply_body
from app.domain.ledger import LeftOut, Reason

BUDGET = 1000  # its low mark is 600


def history(*costs: int, run: int = 1) -> list[Item]:
    """Questions and replies in turn, each costing as many tokens as it is told. One of 0 has no text."""
    return [item(depth, cost, run) for depth, cost in enumerate(costs, 1)]


def item(depth: int, cost: int, run: int = 1) -> Item:
    text = "x" * (4 * (cost - 4)) if cost else " "
    person = depth % 2 == 1
    body = question_body(text) if person else reply_body(text, whole=True)
    role = Role.PERSON if person else Role.MODEL
    return Item(ItemId(str(depth)), run, depth, role, ItemState.COMPLETE, body, 1)


def planned(items: list[Item], cut: int | None = None, *, given_from: int = 1, budget: int = BUDGET) -> Plan:
    given = [each for each in items if each.depth >= given_from]
    return plan(given, Path((Range(1, 1, len(items)),)), Asking("m", budget), cut)


def sent(result: Plan) -> list[int]:
    return [depth for part in result.ledger.sent for depth in range(part.first, part.last + 1)]


@pytest.mark.parametrize(("text", "tokens"), [("", 4), ("a", 5), ("abcd", 5), ("abcde", 6), ("漢字", 6)])
def test_four_bytes_are_one_token_and_a_message_has_a_frame(text: str, tokens: int) -> None:
    assert estimate_tokens(text) == tokens


def test_half_a_character_can_be_estimated() -> None:
    assert estimate_tokens("\ud83d") == 5


def test_what_fits_is_sent_whole() -> None:
    result = planned(history(300, 300, 400))
    assert sent(result) == [1, 2, 3]
    assert (result.ledger.cut, result.ledger.left_out, result.ledger.estimated_tokens) == (1, (), 1000)
    assert (result.ledger.model, result.ledger.budget) == ("m", BUDGET)


def test_past_the_budget_the_cut_moves_to_the_low_mark() -> None:
    result = planned(history(200, 101, 100, 100, 200, 200, 100))
    assert sent(result) == [5, 6, 7]
    assert result.ledger.cut == 5
    assert result.ledger.left_out == (LeftOut(Range(1, 1, 4), Reason.OVER_BUDGET),)
    assert result.ledger.estimated_tokens == 500


def test_the_cut_stands_still_until_the_budget_is_passed_again() -> None:
    """The beginning of the request stays the same for many turns, which keeps the service's cache warm."""
    costs, cuts = [100], [1]
    while len(costs) < 60:
        costs += [100, 100]
        result = planned(history(*costs), cuts[-1])
        assert result.ledger.estimated_tokens <= BUDGET
        cuts.append(result.ledger.cut)
    moves = [(before, after) for before, after in pairwise(cuts) if before != after]
    assert moves[0] == (1, 7)
    assert {after - before for before, after in moves} == {6}
    assert len(moves) < len(cuts) / 2


def test_it_does_not_matter_how_much_is_given_from_before_the_cut() -> None:
    items = history(*[100] * 13)
    for given_from in range(1, 8):
        assert planned(items, 7, given_from=given_from).ledger == planned(items, 7).ledger


@pytest.mark.parametrize("given_from", [1, 2, 3])
def test_a_past_too_long_to_be_given_whole_moves_the_cut_to_the_low_mark(given_from: int) -> None:
    """What is given may begin behind the cut, even inside a turn: then it is over the budget by itself."""
    items = history(100, 2000, 100, 100, 100, 100, 100, 100, 100, 100, 100)
    assert planned(items, 1, given_from=given_from).ledger.cut == 7


@pytest.mark.parametrize("cut", [None, 1, 3])
def test_the_newest_turn_is_sent_even_over_the_budget(cut: int | None) -> None:
    result = planned(history(100, 100, 5000), cut)
    assert sent(result) == [3]
    assert result.ledger.estimated_tokens == 5000


def test_a_turn_keeps_all_its_items() -> None:
    items = history(500, 300, 100, 300)
    assert sent(planned([*items, item(5, 100)])) == [3, 4, 5]


def test_a_cut_inside_a_turn_gives_way_to_the_next_turn() -> None:
    assert sent(planned(history(100, 100, 100), 2)) == [3]


def test_items_without_text_are_not_sent_and_told_of() -> None:
    result = planned(history(100, 0, 100, 0, 100))
    assert sent(result) == [1, 3, 5]
    assert result.ledger.sent == (Range(1, 1, 1), Range(1, 3, 3), Range(1, 5, 5))
    assert result.ledger.left_out == tuple(LeftOut(Range(1, at, at), Reason.NO_TEXT) for at in (2, 4))


def test_places_are_told_for_each_run_of_a_fork() -> None:
    items = [*history(200, 200, 600)[:3], item(4, 100, run=2), item(5, 100, run=2)]
    path = Path((Range(1, 1, 3), Range(2, 4, 5)))
    whole = plan(items, path, Asking("m", 2000))
    assert whole.ledger.sent == (Range(1, 1, 3), Range(2, 4, 5))
    trimmed = plan(items, path, Asking("m", 200))
    assert trimmed.ledger.left_out == (
        LeftOut(Range(1, 1, 3), Reason.OVER_BUDGET),
        LeftOut(Range(2, 4, 4), Reason.OVER_BUDGET),
    )


def test_every_item_of_the_path_is_either_sent_or_told_of() -> None:
    items = history(100, 0, 100, 100, 200, 100, 0, 100, 100)
    for cut, budget in product([None, 1, 5, 9], [0, 50, 350, 700, 5000]):
        ledger = planned(items, cut, budget=budget).ledger
        told = [*ledger.sent, *(left.items for left in ledger.left_out)]
        depths = sorted(depth for part in told for depth in range(part.first, part.last + 1))
        assert depths == list(range(1, 10))
