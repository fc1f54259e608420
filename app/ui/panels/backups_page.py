"""The page on which a person chooses a backup: one of the profile's own, or any file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QWidget

from app.domain.backup import Backup
from app.ui.measures import size
from app.ui.panels.sheet import Sheet
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, INTERFACE, READING, SEMIBOLD, SMALL
from app.ui.translation import tr
from app.ui.when import full_moment
from app.ui.widgets.button import LINK, PLAIN, PRIMARY, Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import Words

_LONGEST_LIST = 5  # rows; the rest is reached by scrolling
_ROW_HEIGHT = 32
_AROUND_ROWS = 10


class BackupsPage(QWidget):
    """Signals:
    chosen: a Backup of the profile's, the Path of a file, or None to turn back.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups: Sequence[Backup] = ()
        self.title = FlowText(theme, HEADING, weight=SEMIBOLD)
        self.explanation = FlowText(theme, READING)
        self.next_step = FlowText(theme, READING, "quiet")
        self.trouble = FlowText(theme, SMALL, "bad")
        self.list = _Rows()
        self.list.setFont(font(INTERFACE))
        self.restore_button = Button(theme, tr("Restore this backup"), PRIMARY)
        self.back_button = Button(theme, tr("Back"), PLAIN)
        self.file_button = Button(theme, tr("Choose a file…"), LINK)
        self._arrange()
        self.list.itemActivated.connect(self._take)
        self.restore_button.clicked.connect(self._take)
        self.file_button.clicked.connect(self._choose_file)
        self.back_button.clicked.connect(lambda: self._choose(None))

    def offer(self, words: Words, backups: Sequence[Backup], trouble: str = "") -> None:
        """Offer the backups, the first of them at once; `trouble` says why the last one did not do."""
        self._backups = backups
        self.title.set_text(words.title)
        self.explanation.set_text(words.explanation)
        self.next_step.set_text(words.next_step)
        self.trouble.set_text(trouble)
        self.trouble.setVisible(bool(trouble))
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(f"{trouble} {words.sentence}".strip())
        self._fill()
        for widget in (self.list, self.restore_button):
            widget.setVisible(bool(backups))
        self._set_enabled(enabled=True)
        first = self.list if backups else self.file_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        row = max(0, self.list.currentRow()) if self.list.count() == len(self._backups) else 0
        self.list.clear()
        self.list.addItems(
            [f"{full_moment(backup.made_at)}   {size(backup.size)}" for backup in self._backups]
        )
        self.list.setCurrentRow(row)
        self.list.setFixedHeight(min(len(self._backups), _LONGEST_LIST) * _ROW_HEIGHT + _AROUND_ROWS)

    def _take(self) -> None:
        self._choose(self._backups[self.list.currentRow()])

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a backup"), str(Path.home()), _kinds())
        if name:
            self._choose(Path(name))

    def _choose(self, choice: Backup | Path | None) -> None:
        self._set_enabled(enabled=False)  # until the next news
        self.chosen.emit(choice)

    def _set_enabled(self, *, enabled: bool) -> None:
        for widget in (self.list, self.restore_button, self.back_button, self.file_button):
            widget.setEnabled(enabled)

    def _arrange(self) -> None:
        column = Sheet(self).column
        for widget in (self.title, self.explanation, self.next_step, self.list, self.trouble):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(FlowRow((self.restore_button, self.back_button)))
        other = QHBoxLayout()
        other.addWidget(self.file_button)
        other.addStretch(1)
        column.addLayout(other)


class _Rows(QListWidget):
    """Takes a row with Return and with Space."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Backups, the newest first"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentItem():
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


def _kinds() -> str:
    return f"{tr('Backups of Sotto')} (*.backup);;{tr('All files')} (*)"
