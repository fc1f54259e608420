"""A place beside the list itself, with its name above it, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.sidebar.conversation_list import ConversationList
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import LINK, ROW, Button


class PlacePage(QWidget):
    """`deed` is what can be done to all that is in it.

    Signals:
        left: the way back was taken.
        deed_wanted: what is offered beside the name is to be done.
    """

    left = Signal()
    deed_wanted = Signal()

    def __init__(self, theme: Theme, rows: ConversationList, name: str, deed: str = "") -> None:
        super().__init__()
        self.rows = rows
        self.back_button = Button(theme, name, ROW, icon="chevron-left")
        self.back_button.setAccessibleDescription(tr("Goes back to all conversations"))
        self.deed_button = Button(theme, deed or name, LINK, parent=self)
        self.deed_button.hide()
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.back_button, 1)
        if deed:
            top.addWidget(self.deed_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(rows)
        self.back_button.clicked.connect(self.left)
        self.deed_button.clicked.connect(self.deed_wanted)

    def set_name(self, name: str) -> None:
        self.back_button.set_words(name)
        self.rows.setAccessibleName(name)
