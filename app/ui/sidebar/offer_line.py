"""A quiet line above the sidebar's foot that says how things stand, and offers one deed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ROW_HEIGHT, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import LINK, SMALL_TOOL, Button
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.flow_text import FlowText


class OfferLine(QWidget):
    """Hidden while there is nothing to offer. It stays until it is taken, dismissed or withdrawn.

    Signals:
        taken: the deed is wanted.
        dismissed: it is not.
    """

    taken = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, words: str, deed: str, description: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.words = CutLabel(words, quiet=True)
        self.deed_button = Button(theme, deed, LINK)
        self.deed_button.setAccessibleDescription(description)
        self.close_button = Button(theme, tr("Dismiss"), SMALL_TOOL, icon="x", icon_only=True)
        self.note = FlowText(theme, SMALL)
        self.note.set_tone("quiet")
        self.note.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.words, 1)
        row.addWidget(self.deed_button)
        row.addWidget(self.close_button)
        self.words.setFixedHeight(scaled(ROW_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 4, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.note)
        self.deed_button.clicked.connect(self.taken)
        self.close_button.clicked.connect(self.dismissed)
        self.hide()

    def say(self, words: str, note: str = "") -> None:
        """Say this instead, and what is to be known beside it below."""
        self.words.setText(words)
        self.setAccessibleName(f"{words}. {note}" if note else words)
        self.note.set_text(note)
        self.note.setVisible(bool(note))

    @property
    def has_focus(self) -> bool:
        return self.deed_button.hasFocus() or self.close_button.hasFocus()
