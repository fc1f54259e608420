"""The buttons that lead on from a message that did not come to its end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.transcript.deeds import Deed, words
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, Button

_STEPS = (Deed.CONTINUE, Deed.ANSWER, Deed.RETRY, Deed.SETTINGS)
_GAP = 8


class StepRow(QWidget):
    """Signals:

    wanted: one of the steps was chosen.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Next steps"))
        self._buttons = {deed: Button(theme, words(deed), SMALL_PLAIN) for deed in _STEPS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for deed, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, chosen=deed: self.wanted.emit(chosen))
            row.addWidget(button)
        row.addStretch(1)

    def offer(self, deeds: Sequence[Deed]) -> None:
        """Show a button for each of these."""
        for deed, button in self._buttons.items():
            button.setVisible(deed in deeds)

    def button_of(self, deed: Deed) -> Button:
        return self._buttons[deed]

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(SMALL_PLAIN.height))
