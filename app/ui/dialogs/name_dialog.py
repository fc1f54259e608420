"""Asks for a name: of a folder or a tag that is yet to be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import READING, SEMIBOLD
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.notice import Notice

_WIDTH, _MARGIN = 352, 24
_LONGEST = 200  # letters: a name is for reading at a glance


class NameDialog(QDialog):
    """It stays until the name was taken, so that a refused one can be mended.

    Signals:
        named: what was written.
    """

    named = Signal(str)

    def __init__(self, theme: Theme, title: str, deed: str, parent: QWidget) -> None:
        super().__init__(parent)
        heading = FlowText(theme, READING, weight=SEMIBOLD)
        heading.use_width(_WIDTH)
        heading.set_text(title)
        self.field = QLineEdit()
        self.field.setAccessibleName(title)
        self.field.setMaxLength(_LONGEST)
        self.field.setFixedWidth(_WIDTH)
        self.trouble = Notice(theme)
        self.trouble.setFixedWidth(_WIDTH)
        self.trouble.hide()
        self.deed_button = Button(theme, deed, PRIMARY)
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        for each in (heading, self.field, self.trouble):
            column.addWidget(each)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.deed_button)
        column.addLayout(buttons)
        self.deed_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        self.field.setFocus()
        self.deed_button.clicked.connect(lambda: self.named.emit(self.field.text()))
        self.cancel_button.clicked.connect(self.reject)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def refuse(self, sentence: str) -> None:
        """Say why this name cannot be taken, and let it be mended."""
        self.trouble.say(sentence, "warn")
        self.trouble.show()
        self.field.setFocus()
        self.field.selectAll()
