from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.transcript.deeds import Deed
from app.ui.transcript.step_row import StepRow


def test_only_what_helps_has_a_button(qtbot: QtBot, theme: Theme, ground: QWidget) -> None:
    row = StepRow(theme, ground)
    row.offer((Deed.CONTINUE, Deed.RETRY))
    row.show()
    shown = [deed for deed in Deed if deed in row._buttons and row.button_of(deed).isVisible()]
    assert shown == [Deed.CONTINUE, Deed.RETRY]
    with qtbot.waitSignal(row.wanted) as wanted:
        qtbot.mouseClick(row.button_of(Deed.RETRY), Qt.MouseButton.LeftButton)
    assert wanted.args == [Deed.RETRY]
    assert row.sizeHint().height() == 28
