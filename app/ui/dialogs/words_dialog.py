"""A text of several lines that is read and, where that is allowed, changed: a summary, instructions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, READING, SEMIBOLD
from app.ui.translation import tr
from app.ui.widgets.button import LINK, PLAIN, PRIMARY, Button
from app.ui.widgets.display_text import display_text
from app.ui.widgets.fitting import fitting
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.text_field import TextField

_WIDTH, _HEIGHT, _MARGIN = 520, 240, 24


class WordsDialog(QDialog):
    """`accepted` says that the changed text is wanted.

    Signals:
        removed: all of it is to go.
    """

    removed = Signal()

    def __init__(
        self, theme: Theme, title: str, about: str, text: str, parent: QWidget, *, may_change: bool = True
    ) -> None:
        super().__init__(parent)
        width = fitting(_WIDTH, parent)
        heading = FlowText(theme, READING, weight=SEMIBOLD)
        explanation = FlowText(theme, INTERFACE, "quiet")
        for words, said in ((heading, title), (explanation, about)):
            words.use_width(width)
            words.setMaximumWidth(width)
            words.set_text(said)
        self.field = TextField(_HEIGHT)
        self.field.setPlainText(display_text(text))
        self.field.setReadOnly(not may_change)
        self.field.setFixedSize(width, scaled(_HEIGHT))
        self.field.setAccessibleName(title)
        self.save_button = Button(theme, tr("Save"), PRIMARY)
        self.cancel_button = Button(theme, tr("Cancel") if may_change else tr("Close"), PLAIN)
        self.remove_button = Button(theme, tr("Delete"), LINK)
        for button in (self.save_button, self.remove_button):
            button.setVisible(may_change)
        self._arrange(heading, explanation, width)
        self.save_button.setEnabled(False)
        self.field.textChanged.connect(self._look)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self._remove)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @property
    def text(self) -> str:
        return self.field.toPlainText()

    def _remove(self) -> None:
        self.reject()
        self.removed.emit()

    def _look(self) -> None:
        self.save_button.setEnabled(bool(self.text.strip()))

    def _arrange(self, heading: QWidget, explanation: QWidget, room: int) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        for widget in (heading, explanation, self.field):
            column.addWidget(widget)
        buttons = FlowRow((self.remove_button,), most=room)
        buttons.put((self.cancel_button, self.save_button), at_end=True)
        column.addWidget(buttons)
