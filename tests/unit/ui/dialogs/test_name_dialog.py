import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.name_dialog import NameDialog
from app.ui.theme.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, window: QWidget) -> NameDialog:
    made = NameDialog(theme, "New folder", "Make it", window)
    made.open()
    qtbot.waitExposed(made)
    return made


def test_enter_takes_what_was_written_and_the_dialog_stays(qtbot: QtBot, dialog: NameDialog) -> None:
    qtbot.keyClicks(dialog.field, "Kiln")
    with qtbot.waitSignal(dialog.named) as named:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert named.args == ["Kiln"]
    assert dialog.isVisible()


def test_a_name_that_is_refused_can_be_mended(dialog: NameDialog) -> None:
    dialog.field.setText("Kiln")
    dialog.refuse("Another one bears that name.")
    assert dialog.trouble.isVisible()
    assert dialog.trouble.accessibleName() == "Another one bears that name."
    assert dialog.field.selectedText() == "Kiln"


def test_escape_and_its_button_leave_everything_as_it_was(qtbot: QtBot, dialog: NameDialog) -> None:
    with qtbot.assertNotEmitted(dialog.named), qtbot.waitSignal(dialog.rejected):
        dialog.cancel_button.click()


def test_it_says_what_it_asks_for(dialog: NameDialog) -> None:
    assert (dialog.windowTitle(), dialog.field.accessibleName()) == ("New folder", "New folder")
    assert dialog.deed_button.text() == "Make it"
