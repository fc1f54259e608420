"""A part of a dialog: a heading, a sentence that tells how things stand, and what can be done about it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, SEMIBOLD, SMALL
from app.ui.widgets.button import Button
from app.ui.widgets.flow_text import FlowText

PART_WIDTH = 480


class Part(QWidget):
    """Shows `trouble` under its sentence when something could not be done."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self.setMaximumWidth(scaled(PART_WIDTH))
        self.setAccessibleName(heading)
        title = QLabel(heading)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setFont(font(INTERFACE, SEMIBOLD))
        self.state = FlowText(theme, INTERFACE, "quiet")
        self.trouble = FlowText(theme, SMALL, "bad", parent=self)
        self.trouble.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for widget in (title, self.state):
            self._column.addWidget(widget)

    def put(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._column.addWidget(widget)

    def put_row(self, buttons: Iterable[Button]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def say(self, sentence: str) -> None:
        self.state.set_text(sentence)
        self.setAccessibleDescription(sentence)

    def complain(self, sentence: str = "") -> None:
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))
