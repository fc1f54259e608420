"""Who answers, chosen in the header."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import ProviderUnreachable
from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.domain.offered_model import OfferedModel
from app.ui.main_window import MainWindow
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.writing.choosing_model import ChoosingModel
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until


def choosing(window: MainWindow) -> ChoosingModel:
    return window._presenter.writing.choosing


async def test_a_model_is_chosen_for_the_conversation(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    controller.offering.offered = (OfferedModel("gpt-5"), OfferedModel("large"))
    window.pane.header.model_button.click()
    choice = choosing(window).choice
    await until(lambda: "large" in choice.list.names, "the models")
    qtbot.keyClicks(choice.search, "lar")
    qtbot.keyClick(choice.search, Qt.Key.Key_Return)
    assert not choice.isVisible()
    shown = window._presenter._shown
    await until(lambda: shown in controller.shaping.kept, "the choice")
    assert controller.shaping.kept[shown].model == "large"


async def test_an_assistant_is_chosen_beside_the_model(
    window: MainWindow, controller: ScriptedController
) -> None:
    ada = Assistant(AssistantId("ada"), "Ada", "Be kind.")
    controller.library.kept_assistants[ada.id] = ada
    window.pane.header.model_button.click()
    choice = choosing(window).choice
    await until(lambda: "Ada" in choice.list.names, "the assistants")
    choice.list.clicked.emit(choice.list.model().index(choice.list.names.index("Ada"), 0))
    shown = window._presenter._shown
    await until(lambda: shown in controller.shaping.kept, "the choice")
    assert controller.shaping.kept[shown].assistant == "ada"


async def test_without_a_list_any_name_can_be_written(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    controller.offering.trouble = ProviderUnreachable("Nobody answers.")
    window.pane.header.model_button.click()
    choice = choosing(window).choice
    await until(lambda: "does not say" in choice.note.text(), "the words")
    qtbot.keyClicks(choice.search, "own/model")
    qtbot.keyClick(choice.search, Qt.Key.Key_Return)
    shown = window._presenter._shown
    await until(lambda: shown in controller.shaping.kept, "the choice")
    assert controller.shaping.kept[shown].model == "own/model"


async def test_the_services_are_one_step_away(qtbot: QtBot, window: MainWindow) -> None:
    window.pane.header.model_button.click()
    choice = choosing(window).choice
    await until(lambda: choice.list.count > 2, "the list")
    qtbot.keyClick(choice.search, Qt.Key.Key_Up)
    qtbot.keyClick(choice.search, Qt.Key.Key_Return)
    dialog = window.findChild(SettingsDialog)
    assert dialog.isVisible()
    dialog.close()
