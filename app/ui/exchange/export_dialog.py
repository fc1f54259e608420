"""Takes conversations elsewhere: asks in which form, and where to."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.chat.exporting import Exporting
from app.chat.unsealing import SEALED_ENDING
from app.domain.export_choice import Detail, ExportChoice, Extent, Format
from app.domain.ids import BranchId, ConversationId
from app.ui.dialogs.passphrase_pair import PassphrasePair
from app.ui.exchange.sheet_dialog import SheetDialog
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL
from app.ui.translation import tr
from app.ui.widgets.button import LINK, PLAIN, PRIMARY, Button
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field
from app.ui.widgets.flow_text import FlowText

_ONLY_NAMES_FILES = frozenset({Format.MARKDOWN, Format.TEXT, Format.PDF})
_IN_THE_CLIPBOARD = frozenset({Format.MARKDOWN, Format.TEXT, Format.JSON})


class ExportDialog(SheetDialog):
    """One conversation becomes a file, several become a folder of them. Of one, branches may be chosen."""

    def __init__(
        self,
        theme: Theme,
        exporting: Exporting,
        those: Sequence[ConversationId],
        parent: QWidget,
        branches: tuple[BranchId, ...] = (),
    ) -> None:
        super().__init__(theme, _title(len(those)), parent)
        self._exporting = exporting
        self._those = tuple(those)
        self._written: Path | None = None
        self.choice = ExportChoice(branches=branches or Extent.SHOWN)
        self.format = Choice(theme, tr("Format"), _formats())
        self.detail = Choice(theme, tr("Detail"), _details())
        self.extent = Choice(theme, tr("Branches"), _extents(branches))
        self._detail_field = Field(theme, tr("What goes along"), self.detail)
        self.seals = CheckBox(theme, tr("Encrypt it with a passphrase"))
        self.passphrases = PassphrasePair()
        self.caution = FlowText(theme, SMALL, "warn")
        self.copy_button = Button(theme, tr("Copy"), PLAIN)
        self.copy_button.setAccessibleDescription(tr("Puts it on the clipboard instead of into a file"))
        self.folder_button = Button(theme, tr("Show folder"), LINK)
        self.export_button = Button(theme, tr("Export…"), PRIMARY)
        for widget in (
            Field(theme, tr("Format"), self.format),
            self._detail_field,
            Field(theme, tr("Branches"), self.extent),
            self.seals,
            self.passphrases,
            self.caution,
        ):
            self.rows.addWidget(widget)
        self.put_buttons(self.folder_button, self.copy_button, self.export_button)
        self.format.chosen.connect(lambda form: self._take(replace(self.choice, format=form)))
        self.detail.chosen.connect(lambda detail: self._take(replace(self.choice, detail=detail)))
        self.extent.chosen.connect(lambda extent: self._take(replace(self.choice, branches=extent)))
        self.copy_button.clicked.connect(lambda: self.errands.send(self._copy()))
        self.folder_button.clicked.connect(self._show_folder)
        self.export_button.clicked.connect(self._lead_on)
        self.export_button.setDefault(True)
        self.export_button.setFocus()
        self.seals.toggled.connect(self._toggle_sealing)
        self.folder_button.hide()
        self._show_sealing()
        self._take(self.choice)

    def set_busy(self, *, busy: bool) -> None:
        self.export_button.setEnabled(not busy)
        self.copy_button.setEnabled(not busy)

    def _take(self, choice: ExportChoice) -> None:
        """Show what is chosen, and what can be done with it."""
        self.choice = choice
        self.format.set_value(choice.format)
        self.detail.set_value(choice.detail)
        self.extent.set_value(choice.branches)
        is_whole = choice.format is Format.JSON
        self.detail.setEnabled(not is_whole)
        self._detail_field.explain(tr("JSON holds everything there is.") if is_whole else "")
        self._show_sealing()

    def _toggle_sealing(self, wanted: bool) -> None:
        self._show_sealing()
        if wanted:
            self.passphrases.first.setFocus()

    def _show_sealing(self) -> None:
        """Say who will be able to read it, and ask for the passphrase where there is to be one."""
        sealed = self.seals.isChecked()
        self.passphrases.setVisible(sealed)
        told = [tr("What is exported is not encrypted: whoever gets hold of it can read it.")]
        if sealed:
            told = [tr("Only the passphrase opens it again, and only in Sotto. Keep it well.")]
            if self.choice.format in _ONLY_NAMES_FILES:
                told.append(tr("What is attached is only named; as JSON it comes along."))
        self.caution.set_text(" ".join(told))
        can_be_copied = len(self._those) == 1 and self.choice.format in _IN_THE_CLIPBOARD
        self.copy_button.setVisible(can_be_copied and not sealed)

    @property
    def _passphrase(self) -> str | None:
        return self.passphrases.text if self.seals.isChecked() else None

    def _lead_on(self) -> None:
        if self._written:
            self.accept()
        elif self.seals.isChecked() and (wrong := self.passphrases.objection()):
            self.complain(wrong)
        else:
            self.complain()
            self.errands.send(self._ask_where())

    async def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.windowTitle(), str(Path.home()))
        if len(self._those) == 1:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            name = await self._exporting.file_name(self._those[0], self.choice.format)
            dialog.selectFile(name + SEALED_ENDING if self._passphrase else name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.errands.send(self._export(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _export(self, place: Path) -> None:
        """Write to where the person said: a file that is there already they were asked about."""
        tell = self.begin_work()
        if len(self._those) == 1:
            await self._exporting.to_file(
                self._those,
                self.choice,
                place,
                may_replace=True,
                progress=tell,
                passphrase=self._passphrase,
            )
        else:
            await self._exporting.to_folder(
                self._those, self.choice, place, progress=tell, passphrase=self._passphrase
            )
        self._written = place
        self._end_well(tr("Exported as “{name}”.").format(name=place.name))

    async def _copy(self) -> None:
        self.begin_work()
        QGuiApplication.clipboard().setText(await self._exporting.text_of(self._those[0], self.choice))
        self.end_work()
        self.say(tr("Copied."))

    def _end_well(self, sentence: str) -> None:
        self.end_work()
        self.say(sentence)
        self.show_form(shown=False)
        for widget in (self.copy_button, self.cancel_button):
            widget.hide()
        self.folder_button.show()
        self.export_button.set_words(tr("Done"))
        self.export_button.setFocus()

    def _show_folder(self) -> None:
        if self._written:
            folder = self._written if self._written.is_dir() else self._written.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def _title(count: int) -> str:
    return tr("Export conversation") if count == 1 else tr("Export {count} conversations").format(count=count)


def _formats() -> tuple[tuple[Format, str], ...]:
    return (
        (Format.MARKDOWN, tr("Markdown")),
        (Format.HTML, tr("Web page")),
        (Format.PDF, tr("PDF")),
        (Format.TEXT, tr("Plain text")),
        (Format.JSON, tr("JSON")),
    )


def _details() -> tuple[tuple[Detail, str], ...]:
    return (
        (Detail.TEXT, tr("Only what was said")),
        (Detail.READABLE, tr("Thoughts and calls as well")),
        (Detail.FULL, tr("Everything, so that it can be brought back")),
    )


def _extents(branches: tuple[BranchId, ...]) -> tuple[tuple[object, str], ...]:
    chosen = ((branches, tr("The one that you chose")),) if branches else ()
    return (*chosen, (Extent.SHOWN, tr("The one that is shown")), (Extent.ALL, tr("All of them")))
