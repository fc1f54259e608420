"""A text that is read, changed or deleted."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.theme.theme import Theme


def opened(theme: Theme, window: QWidget, *, may_change: bool = True) -> WordsDialog:
    made = WordsDialog(theme, "Summary", "Of the first 38.", "We spoke.", window, may_change=may_change)
    made.open()
    return made


def test_only_a_changed_text_that_says_something_can_be_saved(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    dialog = opened(theme, window)
    assert not dialog.save_button.isEnabled()
    dialog.field.setPlainText("  ")
    assert not dialog.save_button.isEnabled()
    dialog.field.setPlainText("We sang.")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    assert dialog.text == "We sang."


def test_deleting_is_told_and_closes_it(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = opened(theme, window)
    with qtbot.waitSignals([dialog.removed, dialog.rejected]):
        dialog.remove_button.click()


def test_what_may_not_be_changed_is_only_read(theme: Theme, window: QWidget) -> None:
    dialog = opened(theme, window, may_change=False)
    assert dialog.field.isReadOnly()
    assert (dialog.save_button.isVisible(), dialog.remove_button.isVisible()) == (False, False)
    dialog.cancel_button.click()
