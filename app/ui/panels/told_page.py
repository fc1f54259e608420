"""A page that tells something in three steps: what it is, what is behind it, and what to do next."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.panels.sheet import Sheet
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADING, READING, SEMIBOLD
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import Words


class ToldPage(QWidget):
    """Two buttons stand below what is told: the one to go on with, and the way out."""

    def __init__(self, theme: Theme, goes_on: str = "", way_out: str = "") -> None:
        super().__init__()
        self.title = FlowText(theme, HEADING, weight=SEMIBOLD)
        self.explanation = FlowText(theme, READING)
        self.next_step = FlowText(theme, READING, "quiet")
        self.first_button = Button(theme, goes_on, PRIMARY)
        self.second_button = Button(theme, way_out, PLAIN)
        self.column: QVBoxLayout = Sheet(self).column
        for text in (self.title, self.explanation, self.next_step):
            self.column.addWidget(text)
        self.column.addSpacing(12)
        self.column.addWidget(FlowRow((self.first_button, self.second_button)))

    def say_words(self, words: Words) -> None:
        """Show the words, to the eye and to assistive tools."""
        self.title.set_text(words.title)
        self.explanation.set_text(words.explanation)
        self.next_step.set_text(words.next_step)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.sentence)
