"""How conversations are kept to what a model reads."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.context_policy import ContextPolicy, PolicyKind
from app.ui.settings.context_page import ContextPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show


@pytest.fixture
async def page(theme: Theme, controller: ScriptedController, show: Show) -> ContextPage:
    made = show(ContextPage(theme, controller.shaping, controller.compacting))
    await until(made.kept_items.text, "what holds")
    return made


async def test_it_shows_what_holds(page: ContextPage) -> None:
    assert page.kind.accessibleName() == "As much as fits"
    assert page.share.accessibleName() == "Keep 50 % of the room"
    assert (page.count_field.isVisible(), page.kept_items.text()) == (False, "12")


async def test_a_policy_that_counts_asks_how_many(
    qtbot: QtBot, page: ContextPage, controller: ScriptedController
) -> None:
    page.kind.chosen.emit(PolicyKind.NEWEST_TURNS)
    await until(page.count_field.isVisible, "the number")
    assert controller.shaping.policy.count == 10
    page.count.clear()
    qtbot.keyClicks(page.count, "6")
    qtbot.keyClick(page.count, Qt.Key.Key_Return)
    await until(lambda: controller.shaping.policy == ContextPolicy(PolicyKind.NEWEST_TURNS, 6), "the policy")
    page.kind.chosen.emit(PolicyKind.FIT)
    await until(lambda: controller.shaping.policy == ContextPolicy(), "the usual policy")


async def test_the_rest_of_a_policy_holds_at_once(page: ContextPage, controller: ScriptedController) -> None:
    page.share.chosen.emit(0.25)
    await until(lambda: controller.shaping.policy.low_mark == 0.25, "the share")
    page.shortens.click()
    await until(lambda: not controller.shaping.policy.shortens_results, "the choice")


async def test_summaries_come_only_where_a_person_wants_them(
    qtbot: QtBot, page: ContextPage, controller: ScriptedController
) -> None:
    assert page.at_tokens.text() == ""
    qtbot.keyClicks(page.at_tokens, "50000")
    qtbot.keyClick(page.at_tokens, Qt.Key.Key_Return)
    await until(lambda: controller.compacting.kept.at_tokens == 50_000, "the rule")
    page.at_tokens.clear()
    qtbot.keyClick(page.at_tokens, Qt.Key.Key_Return)
    await until(lambda: controller.compacting.kept.at_tokens is None, "the rule")


async def test_the_service_sums_up_by_itself_where_a_person_wants_that(
    page: ContextPage, controller: ScriptedController
) -> None:
    assert not page.by_service.isChecked()
    assert "Responses API" in page.by_service.accessibleDescription()
    for wanted in (True, False):
        page.by_service.click()
        await until(lambda wanted=wanted: controller.compacting.kept.by_service is wanted, "the rule")
