"""A line above the composer that asks for one name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID
from app.ui.translation import tr
from app.ui.widgets.button import LINK, Button


class NamingLine(QWidget):
    """Hidden while no name is asked for. Escape leaves it.

    Signals:
        named: the name that was given.
        left: no name will come.
    """

    named = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.save_button = Button(theme, tr("Save"), LINK)
        self.cancel_button = Button(theme, tr("Cancel"), LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.name, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        self.name.returnPressed.connect(self._give)
        self.save_button.clicked.connect(self._give)
        self.cancel_button.clicked.connect(self.leave)
        self.hide()

    def ask(self, what: str) -> None:
        """Ask for a name; `what` says for what."""
        self.name.clear()
        self.name.setPlaceholderText(what)
        self.name.setAccessibleName(what)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        self.named.emit(self.name.text())
