"""The settings of one conversation, opened by key and saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.domain.parameters import Parameters
from app.ui.conversation.conversation_dialog import ConversationDialog
from app.ui.main_window import MainWindow
from app.ui.panels.panel import PanelKind
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

ADA = Assistant(AssistantId("ada"), "Ada", "Be brief.")


@pytest.fixture
async def dialog(window: MainWindow, controller: ScriptedController) -> ConversationDialog:
    shown = window._presenter._shown
    controller.library.kept_assistants[ADA.id] = ADA
    controller.shaping.kept[shown] = ConversationSettings(
        model="gpt-5", instructions="One", earlier=("Zero",)
    )
    controller.noting.kept[shown] = "For Anna"
    window.pane.beside.wanted.emit(PanelKind.SETTINGS)
    made = window.findChild(ConversationDialog)
    await until(made.retention.state.text, "what is set")
    return made


def kept(window: MainWindow, controller: ScriptedController) -> ConversationSettings:
    return controller.shaping.kept[window._presenter._shown]


async def test_it_shows_what_is_set(dialog: ConversationDialog) -> None:
    assert (dialog.model.text(), dialog.instructions.text) == ("gpt-5", "One")
    assert dialog.note.toPlainText() == "For Anna"
    assert dialog.assistant.accessibleName() == "None"
    dialog.reject()


async def test_what_was_changed_is_kept_together(
    window: MainWindow, dialog: ConversationDialog, controller: ScriptedController
) -> None:
    dialog.model.setText(" large ")
    dialog.assistant.chosen.emit(ADA.id)
    dialog.instructions.field.setPlainText("Two")
    dialog.parameters.longest.setText("900")
    dialog.note.setPlainText("For Ben")
    dialog.save_button.click()
    await until(lambda: controller.noting.kept[window._presenter._shown] == "For Ben", "it to be kept")
    assert kept(window, controller) == ConversationSettings(
        model="large",
        assistant=ADA.id,
        instructions="Two",
        parameters=Parameters(max_output_tokens=900),
        earlier=("One", "Zero"),
    )


async def test_a_parameter_that_no_service_could_take_is_not_kept(
    window: MainWindow, dialog: ConversationDialog, controller: ScriptedController
) -> None:
    dialog.parameters.temperature.setText("3")
    dialog.save_button.click()
    await until(lambda: "from 0 to 2" in dialog.parameters.temperature_field.line.text(), "the objection")
    assert dialog.isVisible()
    assert kept(window, controller).parameters is None
    dialog.reject()


async def test_cancelling_changes_nothing(
    window: MainWindow, dialog: ConversationDialog, controller: ScriptedController
) -> None:
    dialog.model.setText("other")
    dialog.cancel_button.click()
    assert kept(window, controller).model == "gpt-5"


async def test_what_the_model_does_not_take_is_said(dialog: ConversationDialog) -> None:
    await until(lambda: "temperature" in dialog.model_field.line.text(), "the hint")
    dialog.reject()


async def test_a_key_opens_it_and_without_a_conversation_it_stays_closed(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.sidebar.new_button.click()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Comma, keys)
    assert window.findChild(ConversationDialog) is None
