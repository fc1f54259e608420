"""The five ways to keep a conversation to what the model reads."""

from pytestqt.qtbot import QtBot

from app.domain.context_policy import ContextPolicy, PolicyKind
from app.ui.panels.policy_choice import PolicyChoice
from app.ui.theme.theme import Theme


def made(qtbot: QtBot, theme: Theme, policy: ContextPolicy) -> tuple[PolicyChoice, list[ContextPolicy]]:
    choice, chosen = PolicyChoice(theme), []
    qtbot.addWidget(choice)
    choice.show_policy(policy)
    choice.chosen.connect(chosen.append)
    return choice, chosen


def test_each_is_offered_and_the_one_in_force_is_said(qtbot: QtBot, theme: Theme) -> None:
    choice, chosen = made(qtbot, theme, ContextPolicy())
    assert choice.button.accessibleName() == "As much as fits"
    assert choice.count.isHidden()
    for action in choice.menu.actions():
        action.trigger()
    assert [policy.kind for policy in chosen] == list(PolicyKind)
    assert choice.button.accessibleName() == "As much as fits"


def test_a_way_that_counts_has_its_number(qtbot: QtBot, theme: Theme) -> None:
    choice, chosen = made(qtbot, theme, ContextPolicy(PolicyKind.NEWEST_TURNS, 4, low_mark=0.7))
    assert (choice.count.isHidden(), choice.count.value()) == (False, 4)
    assert chosen == []
    choice.count.setValue(6)
    assert chosen == [ContextPolicy(PolicyKind.NEWEST_TURNS, 6, low_mark=0.7)]
    choice.menu.actions()[0].trigger()
    assert chosen[1] == ContextPolicy(PolicyKind.FIT, 0, low_mark=0.7)
