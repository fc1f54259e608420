"""Asks once more before something that no undo brings back. To do nothing is the answer by default."""

from PySide6.QtWidgets import QWidget

from app.ui.dialogs.small_dialog import SmallDialog
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, READING, SEMIBOLD
from app.ui.widgets.button import PLAIN
from app.ui.widgets.fitting import fitting
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import Words

_WIDTH = 400


class ConfirmDialog(SmallDialog):
    """`accepted` says that it is wanted indeed. `next_step` of the words is what the deed's button says."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(theme, words.title, words.next_step, PLAIN, parent)
        width = fitting(_WIDTH, parent)
        title = FlowText(theme, READING, weight=SEMIBOLD)
        explanation = FlowText(theme, INTERFACE)
        for text, said in ((title, words.title), (explanation, words.explanation)):
            text.use_width(width)
            text.set_text(said)
        self.arrange((title, explanation))
        self.deed_button.setAutoDefault(False)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()
        self.deed_button.clicked.connect(self.accept)
        self.setAccessibleDescription(words.explanation)
