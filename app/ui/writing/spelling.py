"""Checks the spelling of what is written, where the system has a dictionary for its language."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from app.system.hunspell import Hunspell, installed
from app.system.worker_thread import run_once
from app.ui.composer.message_field import MessageField
from app.ui.composer.misspelt import Misspelt
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from app.ui.translation import tr

Find = Callable[[], Hunspell | None]


def system_dictionary() -> Hunspell | None:
    """Return the dictionary for the language that the person has set for this computer."""
    return installed(QLocale.system().name())


class Spelling(QObject):
    """Loads its dictionary beside the window. Without one there is nothing to see of it."""

    def __init__(
        self,
        theme: Theme,
        field: MessageField,
        errands: Errands,
        parent: QObject,
        find: Find = system_dictionary,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = field
        self._errands = errands
        self._find = find
        self._checker: Hunspell | None = None
        self.misspelt: Misspelt | None = None
        field.menu_opening.connect(self._offer)

    def start(self) -> None:
        self._errands.send(self._load())

    def end(self) -> None:
        """Nothing is underlined any more."""
        if self.misspelt:
            self.misspelt.setDocument(None)
            self.misspelt = None
        if self._checker:
            self._checker.close()
            self._checker = None

    async def _load(self) -> None:
        checker = await run_once("loading a dictionary", self._find)
        if checker:
            self._checker = checker
            self.misspelt = Misspelt(self._theme, self._field, checker)

    def _offer(self, menu: QMenu, place: int) -> None:
        """Offer other words for one that is not known. Finding them takes a moment, and the menu is there."""
        word = self.misspelt.misspelt_at(place) if self.misspelt else None
        if word is None:
            return
        waiting = QAction(tr("Looking for words"), menu)
        waiting.setEnabled(False)
        first = menu.actions()[0]  # a field's menu is never empty
        menu.insertAction(first, waiting)
        menu.insertSeparator(first)
        self._errands.send(self._suggest(menu, waiting, word))

    async def _suggest(self, menu: QMenu, waiting: QAction, word: QTextCursor) -> None:
        checker, text = self._checker, word.selectedText()
        if checker is None:
            return
        found = await run_once("looking for words", lambda: checker.suggestions(text))
        if not isValid(menu):
            return  # it was closed meanwhile
        for suggestion in found:
            action = QAction(suggestion, menu)
            action.triggered.connect(lambda _checked=False, new=suggestion: word.insertText(new))
            menu.insertAction(waiting, action)
        if found:
            menu.removeAction(waiting)
        else:
            waiting.setText(tr("No suggestions"))
