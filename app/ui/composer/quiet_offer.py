"""A quiet line above the composer that says one thing and offers what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, Tone
from app.ui.translation import tr
from app.ui.widgets.button import LINK, SMALL_TOOL, Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.notice import Notice

_WORDS = 240  # so wide at least before the buttons go below


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
        self._row = FlowRow(gap=GRID)
        self._row.put_greedy(self.notice, _WORDS)
        self._row.put((self.close_button,), at_end=True)
        around = QVBoxLayout(self)
        around.setContentsMargins(3 * GRID, 0, 0, 0)
        around.addWidget(self._row)
        self.hide()

    def say(self, sentence: str, deeds: Sequence[Deed] = (), tone: Tone = "quiet") -> None:
        """Say something, in place of what was said before."""
        self._put_buttons_away()
        self.notice.say(sentence, tone, icon=None if tone == "quiet" else "circle-alert")
        for deed in deeds:
            button = Button(self._theme, deed.words, LINK)
            button.clicked.connect(lambda _checked=False, do=deed.do: self._take(do))
            self._row.put((button,), before=self.close_button)
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
            self._row.take(button)
        self.buttons.clear()
