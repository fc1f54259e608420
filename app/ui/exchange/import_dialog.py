"""Brings in what other programs, or Sotto itself, have exported: first looks, then asks, then tells."""

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.chat.importing import Importing
from app.domain.errors import AppError
from app.domain.exchange_errors import FileSealed, PassphraseMisfit
from app.ui.exchange.exchange_words import brings_something, preview_words, report_words
from app.ui.exchange.sheet_dialog import SheetDialog
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.field import Field


class ImportDialog(SheetDialog):
    """Nothing is brought in before the person has seen what it would be. What has come in stays."""

    def __init__(self, theme: Theme, importing: Importing, parent: QWidget, path: Path | None = None) -> None:
        super().__init__(theme, tr("Import conversations"), parent)
        self._importing = importing
        self._path: Path | None = None
        self._end = asyncio.Event()
        self.folder_button = Button(theme, tr("Choose a folder…"), PLAIN)
        self.file_button = Button(theme, tr("Choose a file…"), PRIMARY)
        self.import_button = Button(theme, tr("Import"), PRIMARY)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._sealed: Path | None = None
        self.rows.addWidget(Field(theme, tr("Passphrase of the file"), self.passphrase))
        self.put_buttons(self.folder_button, self.file_button, self.import_button)
        self.folder_button.clicked.connect(lambda: self._choose(QFileDialog.FileMode.Directory))
        self.file_button.clicked.connect(lambda: self._choose(QFileDialog.FileMode.ExistingFile))
        self.import_button.clicked.connect(self._lead_on)
        self.passphrase.returnPressed.connect(self._lead_on)
        self._ask()
        if path:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Tell what is in a file or folder."""
        self._ask()
        self.errands.send(self._look(path))

    def reject(self) -> None:
        """While things come in, end that and stay, to say how far it came; otherwise close."""
        if self._path and self.bar.isVisible():
            self._end.set()
        else:
            super().reject()

    def set_busy(self, *, busy: bool) -> None:
        for button in (self.folder_button, self.file_button, self.import_button):
            button.setEnabled(not busy)

    def _ask(self) -> None:
        self._path = self._sealed = None
        self.show_form(shown=False)
        self.passphrase.clear()
        self.say(
            tr(
                "Takes in what ChatGPT, Claude, Open WebUI, LibreChat, Jan, Chatbox, Cherry Studio, Gemini, "
                "llm, the OpenAI Agents SDK and Sotto itself have exported. Nothing is taken in twice."
            )
        )
        self._offer(self.folder_button, self.file_button)

    def _offer(self, *offered: Button) -> None:
        for button in (self.folder_button, self.file_button, self.import_button):
            button.setVisible(button in offered)
        offered[-1].setDefault(True)
        offered[-1].setFocus()

    def _choose(self, kind: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, self.windowTitle(), str(Path.home()))
        dialog.setFileMode(kind)
        dialog.fileSelected.connect(lambda name: self.look_into(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _look(self, path: Path) -> None:
        try:
            preview = await self._importing.look(path, self.begin_work(), passphrase=self._typed)
        except (FileSealed, PassphraseMisfit) as error:
            self._ask_for_passphrase(path, error)
            return
        self.end_work()
        self.show_form(shown=False)
        self._sealed = None
        self.say(preview_words(preview))
        if brings_something(preview):
            self._path = path
            self.import_button.set_words(tr("Import"))
            self._offer(self.import_button)
        else:
            self._offer(self.folder_button, self.file_button)

    @property
    def _typed(self) -> str | None:
        return self.passphrase.text() or None

    def _ask_for_passphrase(self, path: Path, error: AppError) -> None:
        """The file is sealed: nothing is known of it before it is opened."""
        self.failed(error)
        self._sealed = path
        self.say()
        self.show_form(shown=True)
        self._offer(self.import_button)
        self.import_button.set_words(tr("Open it"))
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _lead_on(self) -> None:
        if self._sealed:
            self.errands.send(self._look(self._sealed))
        elif self._path:
            self.errands.send(self._bring_in(self._path))
        else:
            self.accept()

    async def _bring_in(self, path: Path) -> None:
        self._end.clear()
        report = await self._importing.bring_in(path, self.begin_work(), self._end, passphrase=self._typed)
        self.end_work()
        self._path = None
        self.say(report_words(report))
        self.cancel_button.hide()
        self.import_button.set_words(tr("Done"))
        self._offer(self.import_button)
