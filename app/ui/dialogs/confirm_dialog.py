"""Asks once more before something that no undo brings back. To do nothing is the answer by default."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, READING, SEMIBOLD
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import Words

_WIDTH, _MARGIN = 400, 24


class ConfirmDialog(QDialog):
    """`accepted` says that it is wanted indeed. `next_step` of the words is what the deed's button says."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        title = FlowText(theme, READING, weight=SEMIBOLD)
        explanation = FlowText(theme, INTERFACE)
        for text, said in ((title, words.title), (explanation, words.explanation)):
            text.use_width(_WIDTH)
            text.set_text(said)
        self.deed_button = Button(theme, words.next_step, PLAIN)
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(explanation)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.deed_button)
        column.addLayout(buttons)
        self.deed_button.setAutoDefault(False)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()
        self.deed_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.setWindowTitle(words.title)
        self.setAccessibleDescription(words.explanation)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
