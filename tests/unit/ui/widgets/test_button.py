"""The buttons of the window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import LIGHT
from app.ui.widgets.button import PLAIN, PRIMARY, ROW, TOOL, Button


@pytest.fixture
def button(qtbot: QtBot, theme: Theme) -> Button:
    made = Button(theme, "Save & go", PRIMARY)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def picture(button: Button) -> QImage:
    return button.grab().toImage()


def colour(button: Button, x: int, y: int) -> str:
    return picture(button).pixelColor(x, y).name().upper()


def test_an_assistive_tool_reads_its_words(button: Button) -> None:
    seen = QAccessible.queryAccessibleInterface(button)
    assert (seen.role(), seen.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, "Save & go")


def test_a_click_does_not_take_the_focus_and_a_key_press_works(qtbot: QtBot, button: Button) -> None:
    button.clearFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.hasFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row = QHBoxLayout(dialog)
    cancel, deed = Button(theme, "Cancel", PLAIN), Button(theme, "Delete", PLAIN)
    pressed: list[str] = []
    for button in (cancel, deed):
        button.clicked.connect(lambda _checked=False, button=button: pressed.append(button.text()))
        row.addWidget(button)
    deed.setAutoDefault(False)
    cancel.setDefault(True)
    dialog.show()
    qtbot.keyClick(deed, key)
    assert pressed == ["Delete"]


def test_a_key_that_is_held_presses_it_once(button: Button) -> None:
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    none = Qt.KeyboardModifier.NoModifier
    for is_held in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "", is_held)
        QApplication.sendEvent(button, key)
    assert len(pressed) == 1


def test_its_words_fit(button: Button, theme: Theme, qtbot: QtBot) -> None:
    wider = Button(theme, "Save & go", PRIMARY)
    qtbot.addWidget(wider)
    button.resize(button.sizeHint())
    wider.resize(button.width() + 40, button.height())
    middle = picture(wider).copy(20, 0, button.width(), button.height())
    inside = (8, 4, button.width() - 16, button.height() - 8)
    assert picture(button).copy(*inside) == middle.copy(*inside)


def test_the_focus_shows_as_a_ring_in_the_accent(qtbot: QtBot, theme: Theme) -> None:
    plain = Button(theme, "Cancel", PLAIN)
    qtbot.addWidget(plain)
    plain.show()
    plain.activateWindow()
    qtbot.waitUntil(plain.isActiveWindow)
    plain.clearFocus()
    assert colour(plain, plain.width() // 2, 1) != LIGHT.accent
    plain.setFocus(Qt.FocusReason.TabFocusReason)
    assert colour(plain, plain.width() // 2, 1) == LIGHT.accent


def test_a_button_that_cannot_be_pressed_is_without_accent(button: Button) -> None:
    place = (6, button.height() // 2)
    assert colour(button, *place) == LIGHT.accent
    button.setEnabled(False)
    assert colour(button, *place) == LIGHT.line


def test_the_pointer_lights_a_row(qtbot: QtBot, theme: Theme) -> None:
    row = Button(theme, "Settings", ROW, icon="settings")
    qtbot.addWidget(row)
    row.show()
    middle = QPointF(5, 5)
    QApplication.sendEvent(row, QEnterEvent(middle, middle, QPointF(row.mapToGlobal(QPoint(5, 5)))))
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert colour(row, 4, row.height() // 2) == LIGHT.hover
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert colour(row, 4, row.height() // 2) != LIGHT.hover


def test_an_icon_says_in_words_what_it_does(qtbot: QtBot, theme: Theme) -> None:
    tool = Button(theme, "Send", TOOL, icon="arrow-up", icon_only=True)
    qtbot.addWidget(tool)
    assert (tool.toolTip(), tool.sizeHint().width()) == ("Send", 32)
    tool.set_icon("square", "Stop")
    assert (tool.toolTip(), tool.accessibleName()) == ("Stop", "Stop")


def test_long_words_are_cut_where_there_is_no_room(qtbot: QtBot, theme: Theme) -> None:
    long = Button(theme, "A model with a very long name", PLAIN)
    qtbot.addWidget(long)
    assert long.minimumSizeHint().width() < long.sizeHint().width()


def test_one_that_is_checked_is_lit_for_as_long_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Trash", ROW)
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.resize(200, 36)
    for checked in (True, False):
        button.setChecked(checked)
        lit = button.grab().toImage().pixelColor(190, 18).name().upper() == LIGHT.chosen
        assert lit is checked
