from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId, FolderId
from app.ui.actions import Command
from app.ui.exchange.export_dialog import ExportDialog
from app.ui.exchange.import_dialog import ImportDialog
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until


def opened(window: MainWindow, kind: type) -> list:
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


async def test_the_shown_conversation_is_exported_by_key_and_by_its_button(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.actions_by_command[Command.EXPORT].trigger()
    [dialog] = opened(window, ExportDialog)
    dialog.reject()
    assert window.pane.header.export_button.isVisible()
    qtbot.mouseClick(window.pane.header.export_button, Qt.MouseButton.LeftButton)
    assert len(opened(window, ExportDialog)) == 1


async def test_a_conversation_that_has_not_begun_is_not_exported(window: MainWindow) -> None:
    window.sidebar.new_wanted.emit()
    window.actions_by_command[Command.EXPORT].trigger()
    assert opened(window, ExportDialog) == []


async def test_chosen_ones_are_exported_from_the_list(window: MainWindow) -> None:
    window.sidebar.wishes.export.emit(window.sidebar.list.numbers)
    await until(lambda: opened(window, ExportDialog), "the dialog")


async def test_everything_is_exported_by_a_command(
    window: MainWindow, controller: ScriptedController
) -> None:
    controller.exchange.exporting.all = [ConversationId("one"), ConversationId("two")]
    window.actions_by_command[Command.EXPORT_ALL].trigger()
    await until(lambda: opened(window, ExportDialog), "the dialog")
    assert opened(window, ExportDialog)[0].windowTitle() == "Export 2 conversations"


async def test_a_folder_is_exported_from_its_menu(window: MainWindow) -> None:
    window.sidebar.wishes.folder_export.emit(FolderId("glazes"))
    await until(lambda: opened(window, ExportDialog), "the dialog")


def drop(window: MainWindow, *paths: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(path) for path in paths])
    how = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    place = window.sidebar.list.viewport()
    QApplication.sendEvent(place, QDragEnterEvent(QPoint(9, 9), *how))
    veil = window._presenter.exchange.drop_place.veil
    assert (veil.isVisible(), veil.text()) == (True, "Drop to import")
    QApplication.sendEvent(place, QDropEvent(QPointF(9, 9), *how))


async def test_a_file_that_is_dropped_on_the_list_is_looked_into(
    window: MainWindow, controller: ScriptedController, tmp_path: Path
) -> None:
    drop(window, tmp_path / "conversations.json")
    await until(lambda: controller.exchange.importing.looked == [tmp_path / "conversations.json"], "the look")
    assert len(opened(window, ImportDialog)) == 1


async def test_of_several_files_none_is_passed_over_in_silence(
    window: MainWindow, controller: ScriptedController, tmp_path: Path
) -> None:
    drop(window, tmp_path / "conversations-000.json", tmp_path / "conversations-001.json")
    [dialog] = opened(window, ImportDialog)
    assert dialog.trouble.text().startswith("One file or folder at a time.")
    assert controller.exchange.importing.looked == []


async def test_nothing_goes_on_coming_in_before_a_closed_door(
    window: MainWindow, controller: ScriptedController, tmp_path: Path
) -> None:
    controller.exchange.importing.waits = True
    window._presenter.exchange.bring_in(tmp_path / "conversations.json")
    [dialog] = opened(window, ImportDialog)
    await until(dialog.import_button.isVisible, "the preview")
    dialog.import_button.click()
    await until(lambda: controller.exchange.importing.brought, "the beginning")
    window.attach(controller)
    assert opened(window, ImportDialog) == []
    await until(lambda: controller.exchange.importing.given_up, "the end of it")
