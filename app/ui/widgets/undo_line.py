"""A quiet line that says what has gone, and offers to bring it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.taking_back import TakingBack
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import LINK, Button


class UndoLine(QWidget):
    """Hidden until there is something to undo.

    Signals:
        taken: it is to be brought back.
    """

    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._held: TakingBack | None = None
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.button = Button(theme, tr("Undo"), LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self.button)
        row.addStretch(1)
        self.button.clicked.connect(self.taken)
        self.hide()

    def offer(self, words: str, held: TakingBack | None = None) -> None:
        """Offer to bring back what was removed. What is `held` for that is let go of when this ends."""
        self._let_go()
        self._held = held
        self.words.setText(words)
        self.setAccessibleName(words)
        self.button.setAccessibleDescription(words)
        self.show()

    def withdraw(self) -> None:
        self._let_go()
        self.hide()

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held:
            held.let_go()
