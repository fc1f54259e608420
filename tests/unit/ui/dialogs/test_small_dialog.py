"""The shape of a small dialog."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.small_dialog import SmallDialog
from app.ui.theme.theme import Theme
from app.ui.widgets.button import PRIMARY


def test_its_buttons_stand_below_what_it_says_and_one_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    dialog = SmallDialog(theme, "A new name", "Take it", PRIMARY, around)
    dialog.arrange([words := QLabel("Which?")])
    dialog.show()
    assert dialog.windowTitle() == "A new name"
    cancel, deed = (
        QRect(button.mapTo(dialog, QPoint()), button.size())
        for button in (dialog.cancel_button, dialog.deed_button)
    )
    assert words.geometry().bottom() < cancel.y() == deed.y()
    assert deed.right() == words.geometry().right()
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel_button.click()
