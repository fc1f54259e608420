"""The line above the composer that says what was just done to a message, and offers to take it back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.sidebar.offer_line import OfferLine
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_MARGIN, COLUMN_WIDTH
from app.ui.translation import tr


class ActLine(QWidget):
    """As wide as the column of the messages. Hidden while there is nothing to take back.

    Signals:
        taken: the act is to be taken back.
        dismissed: it may stay.
    """

    taken = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, deed: str = "", told: str = "", parent: QWidget | None = None) -> None:
        """`deed` is what the button says, instead of Undo, and `told` what it does."""
        super().__init__(parent)
        self.line = OfferLine(theme, "", deed or tr("Undo"), told or tr("Takes back what was just done"))
        self.line.taken.connect(self.taken)
        self.line.dismissed.connect(self.dismissed)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.line)
        self.line.show()
        self.hide()

    def say(self, words: str) -> None:
        """Offer to take back what `words` tell of."""
        self.line.words.setText(words)
        self.line.setAccessibleName(words)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(COLUMN_MARGIN, (event.size().width() - scaled(COLUMN_WIDTH)) // 2)
        self._column.setContentsMargins(side, 0, side, 0)
        self._column.activate()
