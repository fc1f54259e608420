"""How files come to a question, in the window."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.composer.message_field import MOST_PASTED
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier


def picture() -> QImage:
    made = QImage(80, 60, QImage.Format.Format_RGB32)
    made.fill(0)
    return made


def shown(window: MainWindow) -> list[str]:
    return [chip.file.name for chip in window.pane.composer.strip.chips]


def paste(qtbot: QtBot, window: MainWindow, content: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(content)
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_V, CONTROL)


def drop(place: QWidget, content: QMimeData) -> None:
    how = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(place, QDragEnterEvent(QPoint(9, 9), *how))
    QApplication.sendEvent(place, QDropEvent(QPointF(9, 9), *how))


async def test_a_pasted_picture_is_attached_and_sent(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    content = QMimeData()
    content.setImageData(picture())
    paste(qtbot, window, content)
    await until(lambda: window.pane.composer.strip.chips[0].words.startswith("Picture"), "the picture")
    qtbot.keyClicks(window.pane.composer.field, "What is it?")
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_Return)
    await until(lambda: window.pane.composer.text == "", "the question")
    assert [file.name for file in controller.sent_with[-1][0]] == ["Pasted picture.png"]
    assert shown(window) == []


async def test_what_is_dropped_anywhere_over_the_conversation_is_attached(window: MainWindow) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile("/nowhere/a.txt"), QUrl.fromLocalFile("/nowhere/b.pdf")])
    for place in (window.pane, window.pane.composer.field.viewport()):
        drop(place, content)
    await until(lambda: shown(window) == ["a.txt", "b.pdf"] * 2, "the files")
    await asyncio.sleep(0.02)


async def test_files_are_chosen_in_a_dialog(window: MainWindow) -> None:
    window.pane.composer.bar.attach_button.click()
    dialog = window.findChild(QFileDialog)
    dialog.filesSelected.emit(["/nowhere/a.txt"])
    dialog.close()
    await until(lambda: shown(window) == ["a.txt"], "the file")
    await until(window.pane.composer.field.hasFocus, "the focus")


async def test_a_file_stays_with_the_draft_of_its_conversation(qtbot: QtBot, window: MainWindow) -> None:
    window._presenter.writing.files.take_paths(window._presenter._shown, [Path("/nowhere/a.txt")])
    await until(lambda: shown(window) == ["a.txt"], "the file")
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    assert shown(window) == []
    qtbot.keyClick(window.sidebar.list, Qt.Key.Key_Down)
    assert shown(window) == ["a.txt"]
    window.pane.composer.strip.chips[0].remove_button.click()
    assert shown(window) == []
    await until(window.pane.composer.field.hasFocus, "the focus")


async def test_a_very_long_text_is_offered_as_a_file(qtbot: QtBot, window: MainWindow) -> None:
    content = QMimeData()
    content.setText("word " * 300_000)
    paste(qtbot, window, content)
    offer = window.pane.composer.offer
    assert offer.isVisible()
    assert [button.accessibleName() for button in offer.buttons] == ["Attach as a file"]
    assert offer.buttons[0].hasFocus()
    qtbot.keyClick(offer.buttons[0], Qt.Key.Key_Space)
    await until(lambda: shown(window) == ["Pasted text.txt"], "the file")
    assert window.pane.composer.text == ""
    await until(lambda: not window._presenter.writing.files.is_reading(window._presenter._shown), "the end")


async def test_a_long_text_may_be_put_in_all_the_same(qtbot: QtBot, window: MainWindow) -> None:
    content = QMimeData()
    content.setText("some words\n" * (MOST_PASTED // 11 + 1))
    paste(qtbot, window, content)
    window.pane.composer.offer.buttons[1].click()
    assert len(window.pane.composer.text) > MOST_PASTED
    window.pane.composer.set_text("")
