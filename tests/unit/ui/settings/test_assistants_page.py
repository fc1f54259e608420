"""Assistants."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.ui.settings.assistants_page import AssistantsPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show

ADA = Assistant(AssistantId("ada"), "Ada", "Be brief.", "small", {"temperature": 0.5, "seed": 7})


@pytest.fixture
async def page(theme: Theme, controller: ScriptedController, show: Show) -> AssistantsPage:
    controller.library.kept_assistants[ADA.id] = ADA
    made = show(AssistantsPage(theme, controller.library, controller.removing))
    await until(lambda: made.rows.count() == 1, "the assistant")
    return made


async def test_an_assistant_is_shown_and_kept_as_it_was(
    page: AssistantsPage, controller: ScriptedController
) -> None:
    page.rows.itemActivated.emit(page.rows.item(0))
    assert (page.name.text(), page.model.text()) == ("Ada", "small")
    page.instructions.setPlainText("Be kind.")
    page.save_button.click()
    await until(page.overview.isVisible, "the list")
    kept = controller.library.kept_assistants[ADA.id]
    assert (kept.instructions, kept.parameters) == ("Be kind.", {"temperature": 0.5, "seed": 7})


async def test_another_one_is_added(
    qtbot: QtBot, page: AssistantsPage, controller: ScriptedController
) -> None:
    page.add_button.click()
    assert page.name.hasFocus()
    qtbot.keyClicks(page.name, "Eve")
    page.save_button.click()
    await until(lambda: page.rows.count() == 2, "the other")
    assert {each.name: each.model for each in controller.library.kept_assistants.values()} == {
        "Ada": "small",
        "Eve": None,
    }


async def test_a_name_that_is_taken_is_said(qtbot: QtBot, page: AssistantsPage) -> None:
    page.add_button.click()
    qtbot.keyClicks(page.name, "Ada")
    page.save_button.click()
    await until(page.trouble.isVisible, "words")
    assert "Another one bears that name" in page.trouble.text()


async def test_a_removed_one_can_be_brought_back(
    page: AssistantsPage, controller: ScriptedController
) -> None:
    page.rows.itemActivated.emit(page.rows.item(0))
    page.remove_button.click()
    await until(page.undo_line.isVisible, "the way back")
    page.undo_line.button.click()
    await until(lambda: controller.library.kept_assistants == {ADA.id: ADA}, "the assistant")


async def test_without_a_name_nothing_is_kept(page: AssistantsPage) -> None:
    page.add_button.click()
    page.save_button.click()
    assert page.form.isVisible()


async def test_a_parameter_that_no_service_could_take_is_not_kept(
    page: AssistantsPage, controller: ScriptedController
) -> None:
    page.rows.itemActivated.emit(page.rows.item(0))
    page.parameters.top_p.setText("7")
    page.save_button.click()
    assert "from 0 to 1" in page.parameters.top_p_field.line.text()
    assert controller.library.kept_assistants[ADA.id] == ADA
