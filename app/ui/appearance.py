"""Lets the window look as the plain settings say, at once, and changes the size of text step by step."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.plain_keeper import PlainKeeper
from app.ui.theme.scale import USUAL, percent, step
from app.ui.theme.theme import Theme


class Appearance(QObject):
    """Follows the keeper for as long as its window stands."""

    def __init__(self, theme: Theme, keeper: PlainKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._keeper = keeper
        keeper.changed.connect(self.apply)
        # Where plus needs Shift, the same key without it will do.
        also = QShortcut(QKeySequence("Ctrl+="), window)
        also.activated.connect(self.enlarge)

    def apply(self) -> None:
        settings = self._keeper.settings
        self._theme.choose(settings.scheme)
        self._theme.resize_text(settings.text_percent)
        self._theme.let_move(wanted=not settings.reduces_motion)

    def enlarge(self) -> None:
        self._keeper.change(text_percent=step(percent(), 1))

    def shrink(self) -> None:
        self._keeper.change(text_percent=step(percent(), -1))

    def restore_size(self) -> None:
        self._keeper.change(text_percent=USUAL)
