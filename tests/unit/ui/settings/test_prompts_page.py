"""Saved prompts."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.settings.prompts_page import PromptsPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show


@pytest.fixture
async def page(theme: Theme, controller: ScriptedController, show: Show) -> PromptsPage:
    made = show(PromptsPage(theme, controller.library, controller.removing))
    await until(made.nothing.isVisible, "the empty shelf")
    return made


async def add(qtbot: QtBot, page: PromptsPage, name: str, text: str) -> None:
    page.add_button.click()
    qtbot.keyClicks(page.name, name)
    page.text.setPlainText(text)
    page.save_button.click()
    await until(lambda: page.rows.count() == 1, "the prompt")


async def test_a_prompt_is_added_changed_removed_and_brought_back(
    qtbot: QtBot, page: PromptsPage, controller: ScriptedController
) -> None:
    await add(qtbot, page, "Shorter", "Say it in\nhalf the words.")
    assert page.rows.item(0).text() == "Shorter  ·  Say it in half the words."
    page.rows.itemActivated.emit(page.rows.item(0))
    page.text.setPlainText("Briefly.")
    page.save_button.click()
    await until(lambda: page.rows.item(0).text() == "Shorter  ·  Briefly.", "the change")
    page.rows.itemActivated.emit(page.rows.item(0))
    page.remove_button.click()
    await until(page.undo_line.isVisible, "the way back")
    assert controller.library.kept_prompts == {}
    page.undo_line.button.setFocus()
    qtbot.keyClick(page.undo_line.button, Qt.Key.Key_Space)
    await until(lambda: page.rows.count() == 1, "the prompt")
    assert not page.undo_line.isVisible()


async def test_a_removed_prompt_is_held_while_it_is_offered_back(
    qtbot: QtBot, page: PromptsPage, controller: ScriptedController
) -> None:
    await add(qtbot, page, "Shorter", "Briefly.")
    page.rows.itemActivated.emit(page.rows.item(0))
    qtbot.mouseDClick(page.remove_button, Qt.MouseButton.LeftButton)
    page.remove_button.click()
    await until(page.undo_line.isVisible, "the way back")
    assert len(controller.removing.held) == 1
    page.end()
    assert controller.removing.held == set()


async def test_without_a_name_nothing_is_kept(page: PromptsPage, controller: ScriptedController) -> None:
    page.add_button.click()
    page.save_button.click()
    assert "as its name" in page.name_field.line.text()
    assert page.name.hasFocus()
    assert controller.library.kept_prompts == {}
