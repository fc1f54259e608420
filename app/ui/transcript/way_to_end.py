"""The button that leads back to the end of a conversation."""

from PySide6.QtCore import QObject

from app.ui.theme.theme import Theme
from app.ui.transcript.history_view import HistoryView
from app.ui.translation import tr
from app.ui.widgets.button import FLOATING, Button

_MARGIN = 12


class WayToEnd(QObject):
    """Shows the button in the middle of the view's lower edge, for as long as the end is out of sight."""

    def __init__(self, theme: Theme, view: HistoryView) -> None:
        super().__init__(view)
        self._view = view
        words = tr("Jump to the end")
        self.button = Button(theme, words, FLOATING, icon="arrow-down", icon_only=True, parent=view)
        self.button.adjustSize()
        self.button.hide()
        self.button.clicked.connect(view.jump_to_end)
        view.moved.connect(self._look)

    def _look(self) -> None:
        view, anchor = self._view, self._view.anchor
        left = (view.width() - self.button.width()) // 2
        self.button.move(left, view.height() - self.button.height() - _MARGIN)
        self.button.setVisible(not anchor.sticks and anchor.value < anchor.length)
