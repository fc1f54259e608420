"""A part of a dialog: a heading, a sentence that tells how things stand, and what can be done about it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, SEMIBOLD, SMALL
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText

PART_WIDTH = 480


class Part(QWidget):
    """Shows `trouble` under its sentence when something could not be done.

    It has no greatest width of its own: a layout would ask for the height of its texts at a width that it
    then does not give, and cut them off. What is around it keeps it narrow.
    """

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self.title = QLabel(heading)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(font(INTERFACE, SEMIBOLD))
        self.state = FlowText(theme, INTERFACE, "quiet")
        self.trouble = FlowText(theme, SMALL, "bad", parent=self)
        self.trouble.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for widget in (self.title, self.state):
            self._column.addWidget(widget)

    def put(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._column.addWidget(widget)

    def put_row(self, buttons: Iterable[Button]) -> None:
        self._column.addWidget(FlowRow(buttons))

    def say(self, sentence: str) -> None:
        self.state.set_text(sentence)
        self.setAccessibleDescription(sentence)

    def complain(self, sentence: str = "") -> None:
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))
