import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.theme.theme import Theme
from app.ui.wording import Words

WORDS = Words("Empty the trash?", "Nothing brings it back.", "Empty the trash")


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, window: QWidget) -> ConfirmDialog:
    made = ConfirmDialog(theme, WORDS, window)
    made.open()
    qtbot.waitExposed(made)
    return made


def test_to_do_nothing_is_the_answer_by_default(qtbot: QtBot, dialog: ConfirmDialog) -> None:
    assert dialog.cancel_button.isDefault()
    assert not dialog.deed_button.isDefault()
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel_button.click()


def test_only_its_own_button_does_it(qtbot: QtBot, dialog: ConfirmDialog) -> None:
    assert dialog.deed_button.text() == "Empty the trash"
    with qtbot.waitSignal(dialog.accepted):
        dialog.deed_button.click()
