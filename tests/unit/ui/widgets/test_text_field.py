from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.text_field import TextField


def test_tab_leaves_it(qtbot: QtBot) -> None:
    around, field, after = QWidget(), TextField(80), QLineEdit()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    column.addWidget(field)
    column.addWidget(after)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert (field.toPlainText(), field.minimumHeight()) == ("", 80)
