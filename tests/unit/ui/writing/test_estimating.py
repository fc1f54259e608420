"""What is looked up while one types."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.chat.looking_ahead import Foreseen
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_writing import OUTLOOK
from tests.fixtures.waiting import until


async def test_what_is_typed_is_looked_up_and_shown(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    controller.looking_ahead.foreseen = Foreseen("gpt-5-mini", "Ada", OUTLOOK)
    qtbot.keyClicks(window.pane.composer.field, "Why?")
    await until(window.pane.header.meter.isVisible, "the meter")
    place, draft = controller.looking_ahead.seen[-1]
    assert (place, draft.text) == (window._presenter._shown, "Why?")
    assert window.pane.header.model_button.accessibleName() == "Ada · gpt-5-mini"


async def test_letters_in_a_row_are_looked_up_together(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    await until(lambda: controller.looking_ahead.seen, "the first look")
    before = len(controller.looking_ahead.seen)
    qtbot.keyClicks(window.pane.composer.field, "a longer question, letter by letter")
    await until(lambda: controller.looking_ahead.seen[-1][1].text.endswith("letter"), "the look")
    assert len(controller.looking_ahead.seen) - before <= 3


async def test_what_is_too_long_is_said_before_it_is_sent(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    over = replace(OUTLOOK, is_over=True)
    controller.looking_ahead.foreseen = Foreseen("gpt-5", None, over)
    qtbot.keyClicks(window.pane.composer.field, "Why?")
    await until(lambda: "too long" in window.pane.composer.cost.text(), "the words")
