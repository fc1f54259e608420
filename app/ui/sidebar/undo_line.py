"""The quiet line that says a conversation has gone to the trash, and offers to undo it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, ROW_HEIGHT
from app.ui.widgets.button import LINK, SMALL_TOOL, Button

_WORDS = "Moved to the trash"


class UndoLine(QWidget):
    """Hidden while there is nothing to undo. It stays until it is used, dismissed or withdrawn.

    Signals:
        undo_wanted: the conversation is to come back.
        dismissed: it may stay where it is.
    """

    undo_wanted = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_WORDS)
        self.words = QLabel(_WORDS)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setFont(font(INTERFACE))
        self.words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.undo_button = Button(theme, "Undo", LINK)
        self.undo_button.setAccessibleDescription("Takes the conversation out of the trash")
        self.close_button = Button(theme, "Dismiss", SMALL_TOOL, icon="x", icon_only=True)
        self.setFixedHeight(ROW_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.close_button.clicked.connect(self.dismissed)
        self.hide()

    @property
    def has_focus(self) -> bool:
        return self.undo_button.hasFocus() or self.close_button.hasFocus()
