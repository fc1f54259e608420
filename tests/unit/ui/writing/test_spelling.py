"""Spelling, in the window."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from app.ui.main_window import MainWindow
from app.ui.theme.theme import Theme
from app.ui.writing.spelling import Spelling
from tests.fixtures.waiting import until


class OneWord:
    """Has a Hunspell's face, and knows a single word."""

    def __init__(self) -> None:
        self.is_closed = False

    def knows(self, word: str) -> bool:
        return word == "kiln"

    def suggestions(self, _word: str) -> list[str]:
        return ["kiln", "kin"]

    def close(self) -> None:
        self.is_closed = True


def spelling(theme: Theme, window: MainWindow, found: OneWord | None) -> Spelling:
    parent = QObject(window)
    presenter = window._presenter
    return Spelling(theme, window.pane.composer.field, presenter.errands, parent, lambda: found)  # type: ignore


async def test_a_word_is_put_right_in_the_menu(theme: Theme, window: MainWindow) -> None:
    checker = OneWord()
    made = spelling(theme, window, checker)
    made.start()
    await until(lambda: made.misspelt, "the dictionary")
    field = window.pane.composer.field
    field.set_text("my klin ")
    menu = field.createStandardContextMenu()
    field.menu_opening.emit(menu, 5)
    await until(lambda: menu.actions()[0].text() == "kiln", "the suggestions")
    menu.actions()[0].trigger()
    assert window.pane.composer.text == "my kiln "
    menu.deleteLater()
    made.end()
    assert checker.is_closed


async def test_a_menu_that_was_closed_meanwhile_is_left_alone(theme: Theme, window: MainWindow) -> None:
    made = spelling(theme, window, OneWord())
    made.start()
    await until(lambda: made.misspelt, "the dictionary")
    field = window.pane.composer.field
    field.set_text("my klin ")
    menu = QMenu()
    menu.addAction("Paste")
    field.menu_opening.emit(menu, 5)
    menu.deleteLater()
    await until(lambda: True, "nothing")
    made.end()


async def test_without_a_dictionary_nothing_is_checked(theme: Theme, window: MainWindow) -> None:
    made = spelling(theme, window, None)
    await made._load()
    assert made.misspelt is None
