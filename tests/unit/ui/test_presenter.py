"""What the person does and what happens, joined: seen and driven through the window."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import Fault
from app.domain.events import ProblemArose
from app.domain.item import ItemState
from app.domain.usage import Usage
from app.ui.main_window import MainWindow
from app.ui.settings.place import Place
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import PROVIDER, ScriptedController
from tests.fakes.scripted_settings import ScriptedServiceCare
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW, shown_texts

CONTROL = Qt.KeyboardModifier.ControlModifier


def texts(window: MainWindow) -> list[str]:
    return shown_texts(window.pane.transcript)


def listed(window: MainWindow) -> list[str]:
    model = window.sidebar.model
    return [
        model.index(row).data() for row in range(model.rowCount()) if model.conversation(model.index(row))
    ]


def chosen(window: MainWindow) -> list[str]:
    return [index.data() for index in window.sidebar.list.selectedIndexes()]


def ask(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClicks(window.pane.composer.field, text)
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_Return)


def shown(window: MainWindow) -> str:
    return window.sidebar.model.conversation(window.sidebar.list.currentIndex()).id


async def test_the_newest_conversation_is_shown_at_the_start(window: MainWindow) -> None:
    assert texts(window) == ["What is blue?", "Iron is."]
    assert (listed(window), chosen(window)) == (["Celadon"], ["Celadon"])
    assert window.pane.header.title.text() == "Celadon"


async def test_a_question_leaves_the_composer_when_it_is_stored(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "And green?")
    assert window.pane.composer.text == "And green?"
    await until(lambda: window.pane.composer.text == "", "an empty composer")
    assert texts(window)[-1] == "And green?"


async def test_what_is_typed_meanwhile_stays(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "And green?")
    qtbot.keyClicks(window.pane.composer.field, " Next")
    await until(lambda: texts(window)[-1] == "And green?", "the question")
    assert window.pane.composer.text == " Next"


async def test_a_new_conversation_gets_its_title_and_place(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    assert (window.pane.header.title.text(), chosen(window)) == ("New conversation", [])
    assert not window.pane.transcript.isVisible()
    ask(qtbot, window, "A quiet boat")
    await until(lambda: texts(window) == ["A quiet boat"], "the question")
    assert (listed(window), chosen(window)) == (["A quiet boat", "Celadon"], ["A quiet boat"])
    assert window.pane.header.title.text() == "A quiet boat"


async def test_a_reply_grows_and_ends_in_sight(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    ask(qtbot, window, "Why?")
    conversation = shown(window)
    controller.begin_reply(conversation)
    controller.grow(conversation, "Because.")
    await until(lambda: texts(window)[-1] == "Because.", "the reply")
    assert window.pane.composer.button.accessibleName() == "Stop"
    controller.end_reply(conversation, usage=Usage(1, 7))
    await until(lambda: window.pane.transcript.newest.state is ItemState.COMPLETE, "its end")
    assert window.pane.composer.button.accessibleName() == "Send"


@pytest.mark.parametrize("by_key", [True, False])
async def test_a_reply_is_stopped_by_key_and_by_button(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController, by_key: bool
) -> None:
    conversation = shown(window)
    controller.begin_reply(conversation)
    await until(lambda: window.pane.composer.button.accessibleName() == "Stop", "the button")
    if by_key:
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(window.pane.composer.button, Qt.MouseButton.LeftButton)
    assert controller.stopped == [conversation]
    controller.end_reply(conversation, ItemState.STOPPED)
    await until(lambda: window.pane.composer.button.accessibleName() == "Send", "the end")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert controller.stopped == [conversation]


async def test_a_question_that_could_not_be_stored_stays_with_the_reason(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    controller.disk = Fault("DiskFull", "")
    ask(qtbot, window, "Keep me")
    await until(window.pane.composer.refusal.isVisible, "the reason")
    assert window.pane.composer.text == "Keep me"
    assert "Free some space" in window.pane.composer.refusal.notice.accessibleName()
    controller.disk = None
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_Return)
    await until(lambda: window.pane.composer.text == "", "the second try")


async def test_a_new_conversation_that_could_not_be_stored_can_be_begun_again(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    controller.disk = Fault("DiskFull", "")
    ask(qtbot, window, "Keep me")
    await until(window.pane.composer.refusal.isVisible, "the reason")
    controller.disk = None
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_Return)
    await until(lambda: "Keep me" in listed(window), "the conversation")
    assert texts(window) == ["Keep me"]


async def test_without_a_model_service_the_way_to_one_is_offered(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    controller.provider = None
    controller.service_care = ScriptedServiceCare(controller.events, None)
    ask(qtbot, window, "Why?")
    assert window.pane.composer.text == "Why?"
    qtbot.mouseClick(window.pane.composer.refusal.setup_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(SettingsDialog)
    page = dialog.pages[Place.SERVICES]
    page.add_button.click()
    page.fields.model.setText("small")
    page.save_button.click()
    await until(window.pane.composer.refusal.isHidden, "the settings")
    assert window.pane.header.model_button.accessibleName() == "small"
    dialog.done_button.click()
    await asyncio.sleep(0.01)


async def test_each_conversation_keeps_what_was_typed_in_it(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(window.pane.composer.field, "half a thought")
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    assert window.pane.composer.text == ""
    qtbot.keyClicks(window.pane.composer.field, "another")
    qtbot.keyClick(window.sidebar.list, Qt.Key.Key_Down)
    assert window.pane.composer.text == "half a thought"
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    assert window.pane.composer.text == "another"


async def test_another_conversation_that_is_answered_shows_its_dot_alone(
    window: MainWindow, controller: ScriptedController
) -> None:
    other = controller.keep("Other")
    window._presenter.start()
    await until(lambda: "Other" in listed(window), "the list")
    controller.begin_reply(other)
    controller.grow(other, "elsewhere")
    await until(lambda: window.sidebar.model.find(other).data(257), "the dot")
    assert texts(window) == ["What is blue?", "Iron is."]
    assert window.pane.composer.button.accessibleName() == "Send"


async def test_trouble_beside_the_conversation_is_told(
    window: MainWindow, controller: ScriptedController
) -> None:
    controller.events.publish(ProblemArose(Fault("DiskFull", "")))
    await until(window.pane.composer.refusal.isVisible, "the words")
    assert "no room" in window.pane.composer.refusal.notice.accessibleName()


async def test_what_was_asked_before_there_was_a_core_begins_a_conversation(
    qtbot: QtBot, theme: Theme
) -> None:
    controller = ScriptedController(NOW)
    controller.keep("Old", ("a", "b"), age=1000)
    window = MainWindow(theme, lambda: NOW)
    qtbot.addWidget(window)
    window.show()
    ask(qtbot, window, "Early")
    window.attach(controller)
    await until(lambda: texts(window) == ["Early"], "the question")
    await until(lambda: listed(window) == ["Early", "Old"], "the list")
    window.close()


async def test_the_model_in_the_header_is_the_one_that_was_set_up(window: MainWindow) -> None:
    assert window.pane.header.model_button.accessibleName() == PROVIDER.model
