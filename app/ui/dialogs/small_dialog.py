"""The shape of a small dialog: what it says and asks, and two buttons below, to do nothing and to do it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button, Face
from app.ui.widgets.fitting import room_in
from app.ui.widgets.flow_row import FlowRow

_MARGIN = 24


class SmallDialog(QDialog):
    """As large as what is in it. It ends with being closed."""

    def __init__(self, theme: Theme, title: str, deed: str, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room_in(parent)
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
            widget.setMaximumWidth(self._room)
            column.addWidget(widget)
        column.addSpacing(8)
        buttons = FlowRow(most=self._room)
        buttons.put((self.cancel_button, self.deed_button), at_end=True)
        column.addWidget(buttons)
