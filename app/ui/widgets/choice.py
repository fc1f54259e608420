"""A button that says what is chosen, and opens a menu of what else there is to choose from."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal

from app.ui.theme.theme import Theme
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.menu import Menu


class Choice(Button):
    """Shows a choice once it is set from outside, so that what cannot be had never seems chosen.

    Signals:
        chosen: the value that was picked.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[object, str]] = ()) -> None:
        super().__init__(theme, "", PLAIN, icon="chevron-down", icon_after=True)
        self.menu_of_choices = Menu(theme, name, self)
        self._choices = tuple(choices)
        self._name = name
        self.value: object = None
        self.clicked.connect(self._open)
        self.setAccessibleDescription(name)

    def offer(self, choices: Sequence[tuple[object, str]], value: object) -> None:
        """Take other choices, and show the one that holds."""
        self._choices = tuple(choices)
        self.set_value(value)

    def set_value(self, value: object) -> None:
        """Show what holds now; what is not among the choices is shown as it is."""
        self.value = value
        self.set_words(next((words for each, words in self._choices if each == value), str(value)))
        self.menu_of_choices.clear()
        for each, words in self._choices:
            sign = "check" if each == value else ""
            self.menu_of_choices.offer(words, sign, partial(self.chosen.emit, each))

    def _open(self) -> None:
        self.menu_of_choices.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
