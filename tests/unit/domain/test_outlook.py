import pytest

from app.domain.asking import Asking
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.context_window import Plan, plan
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.domain.outlook import Outlook, prospect
from tests.unit.domain.histories import PLAIN, call, costing, past, question, reply, result, sent

BUDGET = 1_004


def history(turns: int) -> list[Item]:
    return [
        (question if depth % 2 else reply)(depth, costing(100), is_pinned=depth == 2)
        for depth in range(1, 2 * turns + 1)
    ]


def both(
    items: list[Item], draft: str, asking: Asking, in_force: Ledger | None = None
) -> tuple[Outlook, Plan]:
    """What is foretold of a draft, and what is planned once it has been asked."""
    told = prospect(past(items, in_force=in_force), asking, PLAIN).outlook(draft)
    asked = [*items, question(items[-1].depth + 1, draft)]
    return told, plan(past(asked, in_force=in_force), asking, PLAIN)


@pytest.mark.parametrize("turns", [1, 3, 4, 5, 9])
@pytest.mark.parametrize("cost", [5, 100, 300, 700])
@pytest.mark.parametrize("kind", [PolicyKind.FIT, PolicyKind.KEEP_FIRST])
def test_what_is_foretold_is_what_is_planned(turns: int, cost: int, kind: PolicyKind) -> None:
    asking = Asking("m", BUDGET, policy=ContextPolicy(kind))
    before = plan(past(history(turns)[:-1]), asking, PLAIN).ledger
    for in_force in (None, before):
        told, made = both(history(turns), costing(cost), asking, in_force)
        assert (told.cut, told.tokens) == (made.ledger.cut, made.ledger.estimated_tokens)
        assert told.items == len(sent(made)) - 1
        if in_force:
            assert told.moves == (made.ledger.cut != in_force.cut)


def test_long_results_count_as_shortened_once_the_cut_would_move() -> None:
    tools = [question(1), call(2, "a"), result(3, "a", "y" * 800), reply(4)]
    asking = Asking("m", BUDGET)
    told, made = both(tools, costing(300), asking)
    assert made.ledger.shortened
    assert told.tokens == made.ledger.estimated_tokens


def test_a_draft_that_cannot_fit_is_told_of() -> None:
    told = prospect(past(history(2)), Asking("m", BUDGET), PLAIN).outlook(costing(5_000))
    assert told.is_over
    assert told.moves
    whole = Asking("m", BUDGET, policy=ContextPolicy(PolicyKind.EVERYTHING))
    assert prospect(past(history(9)), whole, PLAIN).outlook("x").is_over
    assert not prospect(past(history(4)), whole, PLAIN).outlook("x").is_over
