"""The instructions of one conversation, and those that were set before."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, Button
from app.ui.widgets.display_text import single_line
from app.ui.widgets.field import Field
from app.ui.widgets.menu import Menu
from app.ui.widgets.text_field import TextField

_HEIGHT = 112
_LONGEST = 60
_WIDEST = 16_777_215  # as wide as its words


class InstructionsField(QWidget):
    """Empty, it leaves the instructions to the assistant."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = TextField(_HEIGHT)
        self.field.setPlaceholderText(tr("As the assistant has them, or none"))
        self.earlier_button = Button(
            theme, tr("Earlier ones"), SMALL_PLAIN, icon="chevron-down", icon_after=True
        )
        self.earlier_button.setAccessibleDescription(tr("Brings back instructions that were set before"))
        self.menu = Menu(theme, tr("Earlier instructions"), self)
        self.menu.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Field(theme, tr("Instructions"), self.field, tr("Sent in front of every question.")))
        column.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.earlier_button.clicked.connect(self._open)

    def fill(self, text: str | None, earlier: Sequence[str]) -> None:
        self.field.setPlainText(text or "")
        self.earlier_button.setVisible(bool(earlier))
        self.menu.clear()
        for each in earlier:
            line = single_line(each[: _LONGEST * 2])
            words = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
            self.menu.offer(words.replace("&", "&&"), "", partial(self.field.setPlainText, each))

    @property
    def text(self) -> str | None:
        return self.field.toPlainText().strip() or None

    def _open(self) -> None:
        self.menu.popup(self.earlier_button.mapToGlobal(QPoint(0, self.earlier_button.height() + 2)))
