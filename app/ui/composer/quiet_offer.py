"""A quiet line above the composer that says one thing and offers what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, Tone
from app.ui.translation import tr
from app.ui.widgets.button import LINK, SMALL_TOOL, Button
from app.ui.widgets.notice import Notice

_BEFORE_DEEDS = 2  # what stands in the row before the buttons: a room, and the words


@dataclass(frozen=True, slots=True)
class Deed:
    """What a button says, and what it does."""

    words: str
    do: Callable[[], object]


class QuietOffer(QWidget):
    """Hidden while there is nothing to offer. Taking one of the deeds puts it away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.notice = Notice(theme)
        self.buttons: list[Button] = []
        self.close_button = Button(theme, tr("Dismiss"), SMALL_TOOL, icon="x", icon_only=True)
        self.close_button.clicked.connect(self.withdraw)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        words = QVBoxLayout()
        words.setContentsMargins(0, GRID, 0, GRID)  # as high as a button, for one line
        words.addWidget(self.notice)
        self._row.addSpacing(3 * GRID)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.close_button)
        self.hide()

    def say(self, sentence: str, deeds: Sequence[Deed] = (), tone: Tone = "quiet") -> None:
        """Say something, in place of what was said before."""
        self._put_buttons_away()
        self.notice.say(sentence, tone, icon=None if tone == "quiet" else "circle-alert")
        for place, deed in enumerate(deeds, _BEFORE_DEEDS):
            button = Button(self._theme, deed.words, LINK)
            button.clicked.connect(lambda _checked=False, do=deed.do: self._take(do))
            self._row.insertWidget(place, button)
            self.buttons.append(button)
        self.show()

    def withdraw(self) -> None:
        self.hide()
        self._put_buttons_away()

    def _take(self, do: Callable[[], object]) -> None:
        self.withdraw()
        do()

    def _put_buttons_away(self) -> None:
        for button in self.buttons:
            button.hide()
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons.clear()
