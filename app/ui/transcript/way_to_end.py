"""The button that leads back to the end of a conversation."""

from PySide6.QtCore import QEvent, QObject

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
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            left = (self._view.width() - self.button.width()) // 2
            self.button.move(left, self._view.height() - self.button.height() - _MARGIN)
        return False

    def _look(self) -> None:
        anchor = self._view.anchor
        self.button.setVisible(not anchor.sticks and anchor.value < anchor.length)
