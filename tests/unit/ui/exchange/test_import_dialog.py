from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.exchange_errors import ExportUnknown
from app.domain.import_report import Preview
from app.ui.exchange.import_dialog import ImportDialog
from app.ui.theme.theme import Theme
from tests.fakes.scripted_exchange import ScriptedImporting
from tests.fixtures.waiting import until

FILE = Path("/there/conversations.json")


@pytest.fixture
def importing() -> ScriptedImporting:
    return ScriptedImporting()


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
async def dialog(theme: Theme, importing: ScriptedImporting, place: QWidget) -> ImportDialog:
    made = ImportDialog(theme, importing, place)
    made.open()
    return made


async def look(dialog: ImportDialog) -> None:
    dialog.look_into(FILE)
    await until(dialog.bar.isVisible, "the look")
    await until(lambda: not dialog.bar.isVisible(), "the end of it")


async def test_it_names_what_it_can_read_and_asks_for_a_file(dialog: ImportDialog) -> None:
    assert "ChatGPT, Claude" in dialog.told.text()
    dialog.file_button.click()
    asked = dialog.findChildren(QFileDialog)[0]
    asked.fileSelected.emit(str(FILE))
    asked.reject()
    await until(dialog.import_button.isVisible, "the preview")


async def test_it_says_what_there_is_before_anything_comes_in(
    dialog: ImportDialog, importing: ScriptedImporting
) -> None:
    await look(dialog)
    assert dialog.told.text() == "ChatGPT: 3 conversations with 40 messages, 2.0 MiB."
    assert importing.brought == []


async def test_what_is_wanted_comes_in_and_is_told_of(
    dialog: ImportDialog, importing: ScriptedImporting
) -> None:
    await look(dialog)
    dialog.import_button.click()
    await until(lambda: dialog.import_button.text() == "Done", "the end")
    assert importing.brought == [FILE]
    assert dialog.told.text().startswith("New: 1 conversation.")
    assert not dialog.cancel_button.isVisible()
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    dialog.import_button.click()
    assert closed == [ImportDialog.DialogCode.Accepted]


async def test_a_file_that_was_dropped_is_looked_into_at_once(
    theme: Theme, importing: ScriptedImporting, place: QWidget
) -> None:
    dialog = ImportDialog(theme, importing, place, FILE)
    dialog.open()
    await until(dialog.import_button.isVisible, "the preview")
    assert importing.looked == [FILE]


async def test_where_there_is_nothing_to_bring_another_file_can_be_chosen(
    dialog: ImportDialog, importing: ScriptedImporting
) -> None:
    importing.preview = Preview("claude", 10)
    await look(dialog)
    assert not dialog.import_button.isVisible()
    assert dialog.file_button.isVisible()


async def test_a_file_of_no_known_program_is_refused_in_words(
    dialog: ImportDialog, importing: ScriptedImporting
) -> None:
    importing.trouble = ExportUnknown("None that is known.")
    await look(dialog)
    assert dialog.trouble.isVisible()
    assert dialog.file_button.isVisible()


async def test_a_sealed_file_is_opened_by_its_passphrase(
    dialog: ImportDialog, importing: ScriptedImporting
) -> None:
    importing.sealed_by = "a long one"
    await look(dialog)
    assert dialog.passphrase.isVisible()
    for typed in ("another", "a long one"):
        dialog.passphrase.setText(typed)
        dialog.import_button.click()
        await until(dialog.bar.isVisible, "the look")
        await until(lambda: not dialog.bar.isVisible(), "the end of it")
        assert dialog.passphrase.isVisible() == (typed == "another")
    dialog.import_button.click()
    await until(lambda: dialog.import_button.text() == "Done", "the end")


async def test_cancel_ends_what_comes_in_and_tells_how_far_it_came(
    dialog: ImportDialog, importing: ScriptedImporting
) -> None:
    importing.waits = True
    await look(dialog)
    dialog.import_button.click()
    await until(lambda: dialog.bar.maximum() == 2, "the progress")
    dialog.cancel_button.click()
    await until(lambda: dialog.told.text().startswith("You have ended it."), "the report")
    assert dialog.isVisible()
