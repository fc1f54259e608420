"""Prompts and assistants, offered while they are typed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ids import AssistantId, PromptId
from app.domain.library import Assistant, SavedPrompt
from app.ui.main_window import MainWindow
from app.ui.writing.completing import Completing
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

PROMPTS = (("Explain", "Explain {topic} to {whom} 😀 {topic}."), ("Translate", "Translate this."))


@pytest.fixture
def completing(window: MainWindow, controller: ScriptedController) -> Completing:
    for name, text in PROMPTS:
        controller.library.kept_prompts[PromptId(name)] = SavedPrompt(PromptId(name), name, text)
    ada = Assistant(AssistantId("ada"), "Ada Lovelace", "Be kind.")
    controller.library.kept_assistants[ada.id] = ada
    window.pane.composer.field.setFocus()
    return window._presenter.writing._completing


async def offered(completing: Completing, names: list[str]) -> None:
    await until(lambda: completing.popup.isVisible() and completing.list.names == names, str(names))


async def test_a_slash_offers_prompts_and_letters_choose_among_them(
    qtbot: QtBot, window: MainWindow, completing: Completing
) -> None:
    field = window.pane.composer.field
    qtbot.keyClicks(field, "Please /")
    await offered(completing, ["Explain", "Translate"])
    qtbot.keyClicks(field, "tra")
    await offered(completing, ["Translate"])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.pane.composer.text == "Please Translate this."
    assert not completing.popup.isVisible()


async def test_tab_goes_through_the_places_of_a_prompt(
    qtbot: QtBot, window: MainWindow, completing: Completing
) -> None:
    field = window.pane.composer.field
    qtbot.keyClicks(field, "/")
    await offered(completing, ["Explain", "Translate"])
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    for words in ("glaze", "me", "it"):
        assert field.textCursor().selectedText().startswith("{")
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert window.pane.composer.text == "Explain glaze to me 😀 it."
    assert not field.hasFocus()


async def test_an_at_sign_at_the_beginning_offers_assistants(
    qtbot: QtBot, window: MainWindow, completing: Completing
) -> None:
    field = window.pane.composer.field
    qtbot.keyClicks(field, "@")
    await offered(completing, ["Ada Lovelace"])
    qtbot.keyClicks(field, "love")
    qtbot.mouseClick(
        completing.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=completing.list.visualRect(completing.list.model().index(0, 0)).center(),
    )
    assert window.pane.composer.text == "@Ada Lovelace "
    assert not completing.popup.isVisible()
    qtbot.keyClicks(field, "why?")
    assert not completing.popup.isVisible()


async def test_escape_leaves_what_was_typed_and_stops_nothing(
    qtbot: QtBot, window: MainWindow, completing: Completing, controller: ScriptedController
) -> None:
    controller.begin_reply(window._presenter._shown)
    field = window.pane.composer.field
    qtbot.keyClicks(field, "/t")
    await offered(completing, ["Translate"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (window.pane.composer.text, completing.popup.isVisible()) == ("/t", False)
    assert controller.stopped == []
    qtbot.keyClicks(field, "r")
    assert not completing.popup.isVisible()


async def test_the_buttons_write_the_signs(window: MainWindow, completing: Completing) -> None:
    composer = window.pane.composer
    composer.set_text("why?")
    composer.bar.prompt_button.click()
    await offered(completing, ["Explain", "Translate"])
    assert composer.text == "why? /"
    composer.set_text("why?")
    composer.bar.assistant_button.click()
    await offered(completing, ["Ada Lovelace"])
    assert composer.text == "@why?"


async def test_where_nothing_is_saved_it_says_how(
    qtbot: QtBot, window: MainWindow, completing: Completing, controller: ScriptedController
) -> None:
    controller.library.kept_prompts.clear()
    qtbot.keyClicks(window.pane.composer.field, "/")
    await until(completing.popup.isVisible, "the words")
    assert completing.list.names[0].startswith("No saved prompts yet")
    with qtbot.waitSignal(window.pane.composer.submitted):
        qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_Return)


async def test_it_goes_when_the_focus_goes(qtbot: QtBot, window: MainWindow, completing: Completing) -> None:
    qtbot.keyClicks(window.pane.composer.field, "/")
    await offered(completing, ["Explain", "Translate"])
    window.sidebar.list.setFocus()
    assert not completing.popup.isVisible()
