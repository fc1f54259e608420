"""The ways by which files come to a question: the button, the clipboard, and being dropped."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog

from app.ui.composer.drafts import Place
from app.ui.composer.drop_place import DropPlace
from app.ui.composer.file_taking import FileTaking
from app.ui.composer.incoming import paths_in, picture_in
from app.ui.composer.message_field import MOST_PASTED
from app.ui.composer.quiet_offer import Deed
from app.ui.measures import size
from app.ui.panels.conversation_pane import ConversationPane
from app.ui.theme.theme import Theme
from app.ui.translation import tr

_MOST_IN_FIELD = 4 * MOST_PASTED  # characters with which the field still answers to the fingers


class Attachments(QObject):
    """Takes them in for the place that is shown, and shows those that are there."""

    def __init__(
        self,
        theme: Theme,
        pane: ConversationPane,
        files: FileTaking,
        place: Callable[[], Place],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._composer = composer = pane.composer
        self._files = files
        self._place = place
        self.drop_place = DropPlace(
            theme, pane, composer.field.viewport(), words=tr("Drop to attach"), parent=self
        )
        files.changed.connect(self._changed)
        composer.strip.removed.connect(self._remove)
        composer.bar.attach_button.clicked.connect(self._choose)
        composer.field.content_pasted.connect(self._take)
        composer.field.long_text_pasted.connect(self._ask)
        self.drop_place.dropped.connect(self._take)

    def show(self) -> None:
        place = self._place()
        files = self._files.of(place)
        self._composer.strip.show_files(files)
        self._composer.set_files(self._files.ready(place), reading=self._files.is_reading(place))

    def _changed(self, place: Place) -> None:
        if place == self._place():
            self.show()

    def _remove(self, number: int) -> None:
        self._files.remove(self._place(), number)
        if not self._composer.strip.chips:
            self._composer.field.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self._pane, tr("Attach files"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(
            lambda names: self._files.take_paths(self._place(), [Path(name) for name in names])
        )
        dialog.finished.connect(lambda _result: self._composer.field.setFocus())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, content: QMimeData) -> None:
        if paths := paths_in(content):
            self._files.take_paths(self._place(), paths)
        elif picture := picture_in(content):
            self._files.take_picture(self._place(), picture, tr("Pasted picture.png"))
        self._composer.field.setFocus()

    def _ask(self, text: str) -> None:
        """A very long text is better off as a file: it can be sent, and the field stays quick."""
        attach = Deed(tr("Attach as a file"), lambda: self._attach(text))
        insert = Deed(tr("Put it in"), lambda: self._composer.field.put_in(text))
        deeds = [attach, insert] if len(text) <= _MOST_IN_FIELD else [attach]
        length = size(len(text.encode("utf-8", "replace")))
        self._composer.offer.say(tr("The pasted text is long ({size}).").format(size=length), deeds)
        self._composer.offer.buttons[0].setFocus()

    def _attach(self, text: str) -> None:
        self._files.take_text(self._place(), text, tr("Pasted text.txt"))
        self._composer.field.setFocus()
