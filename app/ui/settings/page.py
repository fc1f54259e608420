"""A page of the settings: its heading, and a column for what is on it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, SEMIBOLD
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText

PAGE_WIDTH = 520
_BETWEEN = 20


class Page(QWidget):
    """Looks anew each time a person comes to it, and ends with the settings."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.setMaximumWidth(scaled(PAGE_WIDTH))
        self.setAccessibleName(title)
        self.heading = QLabel(title)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setFont(font(HEADING, SEMIBOLD))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(_BETWEEN)
        self.column.addWidget(self.heading)

    def look(self) -> None:
        """Show how things stand now."""

    def end(self) -> None:
        """Let go of what is under way, and of whatever is secret."""

    def put(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)

    def put_row(self, widgets: Iterable[QWidget]) -> None:
        self.put(FlowRow(widgets))

    def explanation(self, words: str) -> FlowText:
        """Put a quiet sentence on the page."""
        text = FlowText(self._theme, tone="quiet")
        text.set_text(words)
        self.put(text)
        return text
