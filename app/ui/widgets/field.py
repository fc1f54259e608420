"""A label, the input that it names, and a line that explains it or says what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, MEDIUM, SMALL, Tone
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText


class Field(QWidget):
    def __init__(self, theme: Theme, name: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.input = widget
        self._hint = hint
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font(INTERFACE, MEDIUM))
        label.setBuddy(widget)
        label.setWordWrap(True)
        self.line = FlowText(theme, SMALL, "quiet", parent=self)
        widget.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(FlowRow((widget,)) if widget.inherits("QAbstractButton") else widget)
        column.addWidget(self.line)
        self.explain(hint)

    def explain(self, hint: str | None = None) -> None:
        """Say what it is for, or what else is to be known of it."""
        self._hint = self._hint if hint is None else hint
        self._say(self._hint, "quiet")

    def object_to(self, sentence: str) -> None:
        """Say what is wrong, and go there."""
        self._say(sentence, "bad")
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.line.set_tone(tone)
        self.line.set_text(sentence)
        self.line.setVisible(bool(sentence))
        self.input.setAccessibleDescription(sentence)
