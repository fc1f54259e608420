"""The shape of a small dialog: what it says and asks, and two buttons below, to do nothing and to do it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button, Face

_MARGIN = 24


class SmallDialog(QDialog):
    """As large as what is in it. It ends with being closed."""

    def __init__(self, theme: Theme, title: str, deed: str, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self.deed_button = Button(theme, deed, face)
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        self.cancel_button.clicked.connect(self.reject)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def arrange(self, widgets: Iterable[QWidget]) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        for widget in widgets:
            column.addWidget(widget)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.deed_button)
        column.addLayout(buttons)
