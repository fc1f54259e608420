import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import FileExists
from app.domain.export_choice import Detail, ExportChoice, Extent, Format
from app.domain.ids import BranchId, ConversationId
from app.ui.exchange.export_dialog import ExportDialog
from app.ui.theme.theme import Theme
from tests.fakes.scripted_exchange import ScriptedExporting
from tests.fixtures.waiting import until

ONE, TWO = ConversationId("one"), ConversationId("two")


@pytest.fixture
def exporting() -> ScriptedExporting:
    return ScriptedExporting()


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
async def dialog(theme: Theme, exporting: ScriptedExporting, place: QWidget) -> ExportDialog:
    made = ExportDialog(theme, exporting, [ONE], place)
    made.open()
    return made


async def chosen(dialog: ExportDialog, path: str) -> QFileDialog:
    """Press Export, and answer where to."""
    dialog.export_button.click()
    await until(lambda: dialog.findChildren(QFileDialog), "the question where to")
    asked = dialog.findChildren(QFileDialog)[0]
    asked.fileSelected.emit(path)
    asked.reject()
    return asked


async def test_a_person_gets_what_reads_well_unless_they_choose(dialog: ExportDialog) -> None:
    assert dialog.choice == ExportChoice()
    assert dialog.format.text() == "Markdown"
    assert dialog.focusWidget() is dialog.export_button
    dialog.format.chosen.emit(Format.HTML)
    dialog.detail.chosen.emit(Detail.FULL)
    dialog.extent.chosen.emit(Extent.ALL)
    assert dialog.choice == ExportChoice(Format.HTML, Detail.FULL, Extent.ALL)
    assert dialog.extent.text() == "All of them"


async def test_it_is_written_where_the_person_says_and_the_folder_can_be_seen(
    dialog: ExportDialog, exporting: ScriptedExporting
) -> None:
    asked = await chosen(dialog, "/there/a.md")
    assert asked.selectedFiles()[0].endswith("one.markdown")
    await until(lambda: exporting.written, "the file")
    assert exporting.written == [(Path("/there/a.md"), (ONE,), ExportChoice())]
    await until(dialog.folder_button.isVisible, "the way to the folder")
    assert dialog.told.text() == "Exported as “a.md”."
    assert dialog.export_button.text() == "Done"
    assert dialog.focusWidget() is dialog.export_button


async def test_several_go_into_a_folder(theme: Theme, exporting: ScriptedExporting, place: QWidget) -> None:
    dialog = ExportDialog(theme, exporting, [ONE, TWO], place)
    dialog.open()
    assert dialog.heading.text() == "Export 2 conversations"
    assert not dialog.copy_button.isVisible()
    await chosen(dialog, "/there")
    await until(lambda: exporting.written, "the files")
    assert exporting.written == [(Path("/there"), (ONE, TWO), ExportChoice())]


async def test_a_branch_that_was_chosen_is_offered_first(
    theme: Theme, exporting: ScriptedExporting, place: QWidget
) -> None:
    branch = BranchId("a branch")
    dialog = ExportDialog(theme, exporting, [ONE], place, (branch,))
    assert dialog.choice.branches == (branch,)
    assert dialog.extent.text() == "The one that you chose"
    dialog.extent.chosen.emit(Extent.ALL)
    assert dialog.choice.branches is Extent.ALL


async def test_json_is_always_whole(dialog: ExportDialog) -> None:
    dialog.format.chosen.emit(Format.JSON)
    assert not dialog.detail.isEnabled()


async def test_it_says_that_a_file_is_not_encrypted(dialog: ExportDialog) -> None:
    assert "not encrypted" in dialog.caution.text()


async def test_it_can_be_sealed_by_a_passphrase_that_was_typed_twice(
    dialog: ExportDialog, exporting: ScriptedExporting
) -> None:
    dialog.seals.setChecked(True)
    assert "Only the passphrase opens it" in dialog.caution.text()
    assert not dialog.copy_button.isVisible()
    dialog.export_button.click()
    assert dialog.trouble.text() == "Type a passphrase."
    for field in (dialog.passphrases.first, dialog.passphrases.second):
        field.setText("a long one")
    asked = await chosen(dialog, "/there/a.md.sotto")
    assert asked.selectedFiles()[0].endswith("one.markdown.sotto")
    await until(lambda: exporting.written, "the file")
    assert exporting.passphrases == ["a long one"]


async def test_it_can_go_to_the_clipboard_where_it_is_text(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.format.chosen.emit(Format.PDF)
    assert not dialog.copy_button.isVisible()
    dialog.format.chosen.emit(Format.TEXT)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    await until(lambda: dialog.told.text() == "Copied.", "the copy")
    assert QGuiApplication.clipboard().text() == "one as txt"


async def test_what_fails_is_said_and_can_be_tried_again(
    dialog: ExportDialog, exporting: ScriptedExporting
) -> None:
    exporting.trouble = FileExists("There is one.")
    await chosen(dialog, "/there/a.md")
    await until(dialog.trouble.isVisible, "the complaint")
    assert dialog.form.isEnabled()
    exporting.trouble = None
    await chosen(dialog, "/there/b.md")
    await until(lambda: exporting.written, "the file")
    assert not dialog.trouble.isVisible()


async def test_progress_is_shown_and_closing_gives_it_up(
    dialog: ExportDialog, exporting: ScriptedExporting
) -> None:
    exporting.slow = asyncio.Event()
    await chosen(dialog, "/there/a.md")
    await until(lambda: (dialog.bar.value(), dialog.bar.maximum()) == (1, 4), "the progress")
    assert not dialog.form.isEnabled()
    dialog.cancel_button.click()
    await until(lambda: exporting.given_up, "the end of it")
    assert exporting.written == []


async def test_it_fits_the_screen_with_text_of_twice_the_size(
    theme: Theme, exporting: ScriptedExporting, place: QWidget
) -> None:
    theme.resize_text(200)
    dialog = ExportDialog(theme, exporting, [ONE], place)
    dialog.open()
    dialog.seals.setChecked(True)
    dialog.export_button.click()
    await until(dialog.trouble.isVisible, "the complaint")
    assert dialog.height() <= dialog.screen().availableSize().height()
    dialog.passphrases.second.setFocus()
    second = dialog.passphrases.second
    await until(lambda: second.visibleRegion().boundingRect().height() == second.height(), "all of the field")
